import { composePlan, type PlanInputs, planWith, talkBeside } from './plan.js';
import { weakestInput } from './weakest.js';

const inputs: PlanInputs = {
  name: 'keep-it-going',
  workload: {
    operators: [
      { id: 'events', kind: 'source', recordsPerSecond: 1e6, recordBytes: 2000 },
      {
        id: 'perUser',
        kind: 'window',
        window: { assigner: 'sliding', size: 300_000, slide: 60_000 },
        keys: 500e6,
        state: { entryBytes: 40 },
        output: { recordBytes: 40 },
      },
      { id: 'results', kind: 'sink' },
    ],
    edges: [
      { from: 'events', to: 'perUser', shipStrategy: 'HASH' },
      { from: 'perUser', to: 'results', shipStrategy: 'FORWARD' },
    ],
  },
  cluster: {
    machines: 5,
    machine: { networkIn: 1.25e9, networkOut: 1.25e9, stateDisk: { attachment: 'network' } },
  },
};

const contentOf = (given: PlanInputs) => {
  const outcome = composePlan(given);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
};

describe('a plan of a profile', () => {
  it('takes from the configuration what no field says, and names the key as its origin', () => {
    const { capacity } = contentOf({
      ...inputs,
      config: { 'execution.checkpointing.interval': '1 min', 'taskmanager.numberOfTaskSlots': '4' },
    });
    expect(capacity.checkpoint?.intervalMs).toBe(60_000);
    expect(capacity.operators[0]?.parallelism).toBe(20);
    const upload = capacity.steps.find(({ key }) => key === 'checkpoint.perUser.upload');
    expect(upload?.inputs.find(({ name }) => name === 'interval')?.from).toBe(
      '/config/execution.checkpointing.interval',
    );
  });

  it('lets the field win over the configuration and names both', () => {
    const { capacity, findings } = contentOf({
      ...inputs,
      checkpointing: { interval: 60_000 },
      config: { 'execution.checkpointing.interval': '5 min' },
    });
    expect(capacity.checkpoint?.intervalMs).toBe(60_000);
    const finding = findings.find(({ ruleId }) => ruleId === 'config-contradicts-profile');
    expect(finding?.evidence.map(({ value }) => value)).toEqual([60_000, '5 min']);
  });

  it('is silent where field and configuration agree, or the key cannot be read', () => {
    const { findings } = contentOf({
      ...inputs,
      checkpointing: { interval: 60_000 },
      cluster: { ...inputs.cluster, stateBackend: 'rocksdb' },
      config: {
        'execution.checkpointing.interval': '60 s',
        'state.backend.type': 'rocksdb',
        'taskmanager.numberOfTaskSlots': 'many',
      },
    });
    expect(findings.filter(({ ruleId }) => ruleId === 'config-contradicts-profile')).toEqual([]);
  });

  it('takes no checkpoints where only a pause is configured', () => {
    expect(
      contentOf({ ...inputs, config: { 'execution.checkpointing.min-pause': '1 min' } }).capacity.checkpoint,
    ).toBeNull();
  });

  it('names the key of the configuration where a finding or a refusal is about its value', () => {
    const { findings } = contentOf({
      ...inputs,
      config: { 'execution.checkpointing.interval': '10 s', 'execution.checkpointing.timeout': '1 s' },
    });
    const about = findings.filter(({ ruleId }) => ruleId.startsWith('checkpoint')).map(({ path }) => path);
    expect(about).toEqual(
      expect.arrayContaining(['execution.checkpointing.interval', 'execution.checkpointing.timeout']),
    );
    expect(about.filter((path) => path.startsWith('/checkpointing'))).toEqual([]);
    const refused = composePlan({ ...inputs, config: { 'taskmanager.numberOfTaskSlots': '0' } });
    expect(refused.kind === 'rejected' && refused.rejections[0]?.pointer).toBe(
      '/config/taskmanager.numberOfTaskSlots',
    );
  });

  it('stands beside what the talk would plan', () => {
    expect(
      talkBeside({ ...inputs, checkpointing: { interval: 60_000 } })?.perMachine.networkIn?.bytesPerSecond,
    ).toBeCloseTo(760e6, 3);
  });

  it('rests on the snapshot expansion: up to 2.46 the 5 machines stay below the line', () => {
    const weakest = weakestInput({ ...inputs, checkpointing: { interval: 60_000 } });
    expect(weakest).toMatchObject({
      parameterId: 'state.snapshotExpansion',
      value: 1.98,
      evidence: 'heuristic',
    });
    expect(weakest?.margin).toBeCloseTo(2.4638, 3);
  });

  it('is asked of the machines given, without a search for another number of them', () => {
    const config = { 'taskmanager.memory.process.size': '8g', 'state.backend.type': 'rocksdb' };
    const configured = { ...inputs, flinkVersion: '1.20', config };
    const whole = planWith(configured, {});
    const asked = planWith(configured, {}, { searchedMachines: 0 });
    expect(whole?.smallest.rejected.length).toBeGreaterThan(0);
    expect(asked?.smallest).toMatchObject({ machines: null, rejected: [] });
    expect(asked?.perMachine).toEqual(whole?.perMachine);
    expect(asked?.fits).toBe(whole?.fits);
  });

  it('rests on no weak input where none enters what binds', () => {
    expect(weakestInput(inputs)).toBeNull();
  });
});

import { checkSteps } from '@plimsoll/testing';
import { givenFacts, type PlainFacts } from './given-facts.js';
import type { CheckpointTuningRequest } from './request.js';
import type { CheckpointTuning } from './result.js';
import { tuneCheckpoints } from './tune.js';

const MIN = 60_000;

/** 'Keep it going': 20 GB of state on each of five machines, uploaded at what fills a minute, 333 MB/s. */
const keepItGoing = (over: Partial<PlainFacts> = {}): PlainFacts => ({
  stateBackend: 'rocksdb',
  states: [
    {
      id: 'perUser',
      entries: 2.5e9,
      snapshotEntryBytes: 40,
      updatesPerSecond: 1e6,
      keys: 5e8,
      entriesPerUpdate: 5,
    },
  ],
  machines: 5,
  networkOut: { capacity: 1.25e9, load: 426_666_667 },
  networkIn: { capacity: 1.25e9, load: 760e6 },
  uploadLimit: 1e9 / 3,
  recordsPerSecond: 1e6,
  capacityRecordsPerSecond: 1.5e6,
  exactlyOnceSink: true,
  trigger: 0,
  sync: 0,
  ...over,
});

function tuned(facts: PlainFacts, rest: Omit<CheckpointTuningRequest, 'facts'> = {}): CheckpointTuning {
  const outcome = tuneCheckpoints({ facts: givenFacts(facts), ...rest });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  checkSteps(outcome.value.steps);
  return outcome.value;
}

const rejections = (facts: PlainFacts, rest: Omit<CheckpointTuningRequest, 'facts'> = {}): string[] => {
  const outcome = tuneCheckpoints({ facts: givenFacts(facts), ...rest });
  return outcome.kind === 'rejected' ? outcome.rejections.map(({ pointer }) => pointer) : [];
};

const rules = ({ findings }: CheckpointTuning): string[] => findings.map(({ ruleId }) => ruleId);

describe('the talk’s job, 20 GB a minute on each machine at 333 MB/s', () => {
  const everyMinute = { checkpointing: { interval: MIN, incremental: false } };

  it('never stops checkpointing: a checkpoint takes the whole minute', () => {
    const { current, findings } = tuned(keepItGoing(), everyMinute);
    expect(current?.checkpoint.machineBytes).toBe(20e9);
    expect(current?.checkpoint.durationMs).toBeCloseTo(60_000, 6);
    expect(current?.pace).toMatchObject({ regime: 'DEGRADED', dutyRatio: 1, checkpointFreeMs: 0 });
    expect(current?.misses).toEqual(['maxDutyRatio']);
    expect(findings.map(({ ruleId }) => ruleId)).toContain('constantly-checkpointing');
  });

  it('is offered incremental checkpoints where it must repeat no more than two minutes', () => {
    const answer = tuned(keepItGoing(), { ...everyMinute, objectives: { maxReprocessMs: 2 * MIN } });
    expect(answer).toMatchObject({ feasible: true, incremental: true, chosenBy: 'maxReprocessMs' });
    expect(answer.proposal?.pace).toMatchObject({ regime: 'REGULAR' });
    expect(answer.proposal?.pace?.dutyRatio).toBeLessThan(0.5);
    expect(answer.proposal?.checkpoint.machineBytes).toBeLessThan(20e9);
    expect(answer.proposal?.misses).toEqual([]);
    expect(answer.minPauseMs).toBeGreaterThan(0);
    expect(answer.config['execution.checkpointing.incremental']).toBe('true');
  });

  it('keeps full checkpoints where they may be so rare that an increment rewrites as much', () => {
    const answer = tuned(keepItGoing(), { ...everyMinute, objectives: { maxReprocessMs: 20 * MIN } });
    expect(answer).toMatchObject({ feasible: true, incremental: false });
    expect(answer.intervalMs).toBeGreaterThanOrEqual(2 * MIN);
  });

  it('has more of the network left with the proposal than now', () => {
    const { current, proposal } = tuned(keepItGoing(), {
      ...everyMinute,
      objectives: { maxReprocessMs: 2 * MIN },
    });
    expect(current?.networkLeft?.outBytesPerSecond).toBeCloseTo(1.25e9 - 426_666_667 - 1e9 / 3, -1);
    const spent =
      ((proposal?.checkpoint.machineBytes ?? 0) / (proposal?.pace?.effectiveIntervalMs ?? 1)) * 1000;
    expect(proposal?.networkLeft?.outBytesPerSecond).toBeCloseTo(1.25e9 - 426_666_667 - spent, -1);
    expect(proposal?.networkLeft?.outBytesPerSecond).toBeGreaterThan(
      current?.networkLeft?.outBytesPerSecond ?? 0,
    );
  });

  it('takes longer where its network volume must be read over the same network in', () => {
    const over = { networkIn: { capacity: 1.25e9, load: 1.1e9 }, readBackRatio: 1 };
    const { current } = tuned(keepItGoing(over), everyMinute);
    expect(current?.checkpoint).toMatchObject({ boundBy: 'network in', uploadBytesPerSecond: 150e6 });
  });
});

describe('the settings of ‘3 Flink Mistakes’, an interval and a min pause of 10 s', () => {
  const talk = { checkpointing: { interval: 10_000, minPause: 10_000 } };
  const small = (sync: number) => keepItGoing({ states: [], sync });

  it('guarantee progress, but the interval is never met: 5 s of checkpoint make it 15', () => {
    const answer = tuned(small(5000), talk);
    expect(answer.current?.pace).toEqual({
      intervalMs: 10_000,
      minPauseMs: 10_000,
      effectiveIntervalMs: 15_000,
      dutyRatio: 1 / 3,
      checkpointFreeMs: 10_000,
      regime: 'GUARANTEED_PROGRESS',
      worstRewindMs: 20_000,
      meanRewindMs: 12_500,
    });
    expect(rules(answer)).toContain('min-pause-sets-the-pace');
  });

  it('keep 10 s free however slow checkpoints grow', () => {
    const { current } = tuned(small(55_000), talk);
    expect(current?.pace).toMatchObject({ checkpointFreeMs: 10_000, effectiveIntervalMs: 65_000 });
    expect(current?.misses).toEqual(['maxDutyRatio']);
  });

  it('are answered with an interval that leaves the pause within it', () => {
    const answer = tuned(small(5000), { ...talk, objectives: { maxReprocessMs: 30_000 } });
    expect(answer.feasibleInterval).toEqual({
      lowerMs: 15_000,
      lowerBoundBy: 'minPause',
      upperMs: 25_000,
      upperBoundBy: 'maxReprocessMs',
    });
    expect(answer.intervalMs).toBe(25_000);
    expect(answer.proposal?.pace?.regime).toBe('REGULAR');
  });
});

describe('no feasible interval', () => {
  it('says which capacity in records would make one', () => {
    const facts = keepItGoing({ states: [], sync: MIN, capacityRecordsPerSecond: 1.05e6 });
    const objectives = { maxRecoveryMs: 10 * MIN };
    const answer = tuned(facts, { objectives });
    expect(answer).toMatchObject({ feasible: false, intervalMs: null, config: {}, chosenBy: null });
    expect(rules(answer)).toContain('no-feasible-interval');
    const need = answer.needs.find(({ resource }) => resource === 'capacityRecordsPerSecond')?.need ?? 0;
    expect(tuned({ ...facts, capacityRecordsPerSecond: need * 1.001 }, { objectives }).feasible).toBe(true);
    expect(tuned({ ...facts, capacityRecordsPerSecond: need * 0.99 }, { objectives }).feasible).toBe(false);
  });

  it('says which upload would make one', () => {
    const facts = keepItGoing({ stateBackend: 'hashmap', uploadLimit: 50e6 });
    const objectives = { maxReprocessMs: 3 * MIN };
    const answer = tuned(facts, { objectives });
    expect(answer.feasible).toBe(false);
    const need = answer.needs.find(({ resource }) => resource === 'uploadBytesPerSecond')?.need ?? 0;
    expect(need).toBeCloseTo(20e9 / 60, -3);
    expect(tuned({ ...facts, uploadLimit: need * 1.001 }, { objectives }).feasible).toBe(true);
    expect(tuned({ ...facts, uploadLimit: need * 0.99 }, { objectives }).feasible).toBe(false);
  });

  it('says when no capacity would: the downtime alone is too long', () => {
    const answer = tuned(keepItGoing(), { objectives: { maxRecoveryMs: 20_000 } });
    expect(answer.needs).toContainEqual(
      expect.objectContaining({ resource: 'capacityRecordsPerSecond', need: null }),
    );
  });

  it('is the answer where nothing restarts the job', () => {
    const answer = tuned(keepItGoing(), {
      objectives: { maxRecoveryMs: 60 * MIN },
      failures: { scenario: { failure: 'JOB_MANAGER' } },
    });
    expect(answer).toMatchObject({ feasible: false, downtimeMs: null });
    expect(rules(answer)).toContain('nothing-restarts-the-job');
  });

  it('is the answer where the job leaves no network for uploads', () => {
    const answer = tuned(keepItGoing({ networkOut: { capacity: 1.25e9, load: 1.3e9 } }), {
      checkpointing: { interval: MIN },
      objectives: { maxReprocessMs: 5 * MIN },
    });
    expect(answer.feasible).toBe(false);
    expect(answer.current?.pace).toBeNull();
    expect(rules(answer)).toContain('checkpoints-never-end');
  });
});

it('a job without state checkpoints even where its load fills the network', () => {
  const full = { capacity: 1e9, load: 1e9 };
  const answer = tuned(keepItGoing({ states: [], networkOut: full, sync: 100 }), {
    objectives: { maxReprocessMs: 2 * MIN },
  });
  expect(answer.proposal?.checkpoint).toMatchObject({ durationMs: 100, machineBytes: 0 });
});

describe('barriers', () => {
  const slow = { id: 'keyBy', inFlightBytes: 20e6, bytesPerSecond: 1e5 };

  it('that wait for minutes behind full buffers are let through by debloated ones', () => {
    const answer = tuned(keepItGoing({ states: [], sync: 2000, exchanges: [slow] }), {
      flinkVersion: '1.20',
    });
    expect(answer.unaligned).toBe(false);
    expect(answer.config['taskmanager.network.memory.buffer-debloat.enabled']).toBe('true');
  });

  it('overtake where Flink cannot debloat, and write what they overtook', () => {
    const answer = tuned(keepItGoing({ states: [], exchanges: [slow] }), { flinkVersion: '1.13' });
    expect(answer.unaligned).toBe(true);
    expect(answer.proposal?.checkpoint.machineBytes).toBe(20e6);
    expect(answer.config['execution.checkpointing.unaligned']).toBe('true');
    expect(answer.config['execution.checkpointing.max-concurrent-checkpoints']).toBe('1');
    expect(answer.localRecovery).toBe(false);
  });

  it('wait where that is a small part of a checkpoint', () => {
    const fast = { ...slow, bytesPerSecond: 100e6 };
    expect(tuned(keepItGoing({ exchanges: [fast] })).unaligned).toBe(false);
  });
});

describe('keys', () => {
  it.each([
    ['1.10', 'state.backend.incremental', 'state.backend.local-recovery', null],
    [
      '1.15',
      'state.backend.incremental',
      'state.backend.local-recovery',
      'execution.checkpointing.unaligned',
    ],
    [
      '1.19',
      'state.backend.incremental',
      'state.backend.local-recovery',
      'execution.checkpointing.unaligned.enabled',
    ],
    [
      '2.3',
      'execution.checkpointing.incremental',
      'execution.checkpointing.local-backup.enabled',
      'execution.checkpointing.unaligned.enabled',
    ],
  ])('are those of Flink %s', (flinkVersion, incremental, local, unaligned) => {
    const { config } = tuned(keepItGoing(), { flinkVersion });
    expect(config).toHaveProperty([incremental]);
    expect(config).toHaveProperty([local]);
    const spelled = Object.keys(config).filter((key) => key.includes('unaligned'));
    expect(spelled).toEqual(unaligned === null ? [] : [unaligned]);
  });

  it('each have a reason', () => {
    const { settings, config } = tuned(keepItGoing());
    expect(settings.map(({ key }) => key)).toEqual(Object.keys(config));
    expect(settings.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});

describe('what cannot be', () => {
  it('is rejected at its field', () => {
    expect(rejections(keepItGoing(), { flinkVersion: '1.9' })).toEqual(['/flinkVersion']);
    expect(rejections(keepItGoing(), { checkpointing: { interval: 5 } })).toEqual([
      '/checkpointing/interval',
    ]);
    expect(rejections(keepItGoing(), { objectives: { surviveMachines: 5, maxDutyRatio: 2 } })).toEqual([
      '/objectives/maxDutyRatio',
      '/objectives/surviveMachines',
    ]);
    expect(rejections(keepItGoing({ recordsPerSecond: Number.NaN }))).toEqual(['/facts/recordsPerSecond']);
    expect(
      rejections(keepItGoing(), { failures: { scenario: { failure: 'TASK', restartsBefore: -1 } } }),
    ).toEqual(['/failures/scenario/restartsBefore']);
  });

  it('a cost is not judged without prices', () => {
    expect(rules(tuned(keepItGoing(), { objectives: { maxUsdPerMonth: 100 } }))).toContain('cost-not-judged');
    expect(
      rules(tuned(keepItGoing({ usdPerMonth: 200 }), { objectives: { maxUsdPerMonth: 100 } })),
    ).toContain('cluster-costs-too-much');
  });
});

describe('a job without state on a full network, whose barriers wait', () => {
  const full = { capacity: 1e6, load: 1e6 };
  const facts = keepItGoing({
    stateBackend: 'hashmap',
    states: [],
    machines: 1,
    networkOut: full,
    uploadLimit: undefined,
    exchanges: [{ id: 'hop', inFlightBytes: 1e6, bytesPerSecond: 1e7 }],
  });

  it('keeps aligned barriers: what those that overtake would write has no way out', () => {
    const { unaligned, proposal, timeoutMs } = tuned(facts, { flinkVersion: '1.20' });
    expect(unaligned).toBe(false);
    expect(proposal?.checkpoint.durationMs).toBeGreaterThan(0);
    expect(timeoutMs).toBe(600_000);
  });
});

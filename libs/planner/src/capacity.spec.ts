import { checkSteps } from '@plimsoll/testing';
import { capacity } from './capacity.js';
import { PARAMETERS } from './parameters.js';
import type { CapacityRequest, Model, Operator } from './request.js';
import type { CapacityPlan } from './result.js';

const WINDOW: Operator = {
  id: 'perUser',
  kind: 'window',
  window: { assigner: 'sliding', size: 300_000, slide: 60_000 },
  keys: 500_000_000,
  state: { entryBytes: 40 },
  output: { recordBytes: 40 },
};

/** The machine of “Keep it going”: 1 M messages of 2 kB per second, 5 machines with 10 GbE, state on network disks. */
const keepItGoing = (model: Model, change: Partial<CapacityRequest> = {}): CapacityRequest => ({
  model,
  workload: {
    operators: [
      { id: 'events', kind: 'source', connector: 'kafka', recordsPerSecond: 1_000_000, recordBytes: 2000 },
      WINDOW,
      { id: 'results', kind: 'sink', connector: 'kafka' },
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
  checkpointing: { interval: 60_000, incremental: false },
  ...change,
});

const planOf = (request: CapacityRequest): CapacityPlan => {
  const outcome = capacity(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
};

const MB = 1e6;
const lines = (ledger: CapacityPlan['perMachine']['networkIn']) =>
  (ledger?.flows ?? []).map(({ id, bytesPerSecond, runningBytesPerSecond }) => [
    id,
    Number((bytesPerSecond / MB).toFixed(2)),
    Number((runningBytesPerSecond / MB).toFixed(2)),
  ]);
const rules = (plan: CapacityPlan) => plan.findings.map(({ severity, ruleId }) => `${severity} ${ruleId}`);

describe('the talk “Keep it going” under its own arithmetic', () => {
  const plan = planOf(keepItGoing('talk'));

  it('receives 400 + 320 + 40 = 760 MB/s on each machine', () => {
    expect(lines(plan.perMachine.networkIn)).toEqual([
      ['source-read:events', 400, 400],
      ['shuffle-in:events->perUser', 320, 720],
      ['state-read:perUser', 40, 760],
    ]);
    expect(plan.perMachine.networkIn?.utilization).toBeCloseTo(0.608, 12);
  });

  it('sends 320 + 66.67 + 40 + 333.33 = 760 MB/s from each machine', () => {
    expect(lines(plan.perMachine.networkOut)).toEqual([
      ['shuffle-out:events->perUser', 320, 320],
      ['sink-write:results', 66.67, 386.67],
      ['state-write:perUser', 40, 426.67],
      ['checkpoint-upload:perUser', 333.33, 760],
    ]);
  });

  it('adds up to 6000 one way, 12000 at both ends, 10333.33 as the talk adds, 10335 as it rounds', () => {
    expect(plan.cluster.fabricOneWayBytesPerSecond / MB).toBeCloseTo(6000, 9);
    expect(plan.cluster.nicBothEndsBytesPerSecond / MB).toBeCloseTo(12000, 9);
    expect(plan.cluster.talkTotalBytesPerSecond).toBeCloseTo(31_000_000_000 / 3, 3);
    expect(plan.cluster.talkRoundedTotalBytesPerSecond).toBe(10_335_000_000);
  });

  it('keeps 100 GB of state, fits, and would fit on 4 machines', () => {
    expect(plan.state).toEqual({ totalBytes: 100e9, perMachineBytes: 20e9 });
    expect([plan.fits, plan.smallest.machines]).toEqual([true, 4]);
    expect(plan.smallest.rejected.map(({ machines, resource }) => [machines, resource])).toEqual([
      [1, 'networkIn'],
      [2, 'networkIn'],
      [3, 'networkIn'],
    ]);
  });

  it('emits 400 MB/s for 10 s each minute, and could drain in 7.19 s', () => {
    const out = plan.perMachine.networkOut;
    expect((out?.flows[1]?.peakBytesPerSecond ?? 0) / MB).toBeCloseTo(400, 9);
    expect(out?.peakMs).toBe(10_000);
    expect(plan.operators[1]?.firing?.minDrainMs).toBeCloseTo(7185.628742514971, 6);
  });

  it('is told where it parts from the full model, and that it never stops checkpointing', () => {
    expect(rules(plan)).toEqual([
      'warning checkpoints-fill-the-interval',
      'info talk-keys-exceed-window-records',
      'info talk-omits-entry-overhead',
      'info talk-omits-snapshot-read-back',
    ]);
  });
});

describe('the same job under the full model', () => {
  const plan = planOf(keepItGoing('full'));

  it('counts the keys that 300 M records touch, and what a snapshot of 730.6 M entries weighs', () => {
    expect(plan.operators[1]?.firing?.keys).toBeCloseTo(225_594_182.11763027, 1);
    expect(plan.operators[1]?.stateEntries).toBeCloseTo(730_590_174.7088891, 1);
    expect(plan.state.totalBytes / 1e9).toBeCloseTo(57.86, 2);
  });

  it('receives 952.88 MB/s with the read-back, and sends 582.96', () => {
    expect(lines(plan.perMachine.networkIn).map(([, mbps]) => mbps)).toEqual([400, 320, 40, 192.88]);
    expect(lines(plan.perMachine.networkOut).map(([, mbps]) => mbps)).toEqual([320, 30.08, 40, 192.88]);
    expect(plan.perMachine.networkIn?.utilization).toBeCloseTo(0.762, 3);
    expect((plan.perMachine.networkOut?.bytesPerSecond ?? 0) / MB).toBeCloseTo(582.96, 2);
  });

  it('uploads 11.57 GB at the 490 MB/s left for the read-back, in 23.6 s', () => {
    expect(plan.checkpoint?.perMachineBytes).toBeCloseTo(11.5725e9, -6);
    expect(plan.checkpoint?.durationMs).toBeCloseTo(23_617.4, 0);
  });

  it('explains every difference by a finding and warns that state access is assumed in cache', () => {
    expect(rules(plan)).toEqual([
      'warning state-access-assumed-in-cache',
      'info talk-keys-exceed-window-records',
      'info talk-omits-entry-overhead',
      'info talk-omits-snapshot-read-back',
    ]);
  });

  it('needs 5 machines: 4 would stand at 93.3 % of network in', () => {
    expect(plan.smallest.machines).toBe(5);
    expect(plan.smallest.rejected.at(-1)?.utilization).toBeCloseTo(0.9329, 4);
    expect(plan.alternatives.map(({ machines, fits }) => [machines, fits])).toEqual([
      [3, false],
      [4, false],
      [5, true],
      [6, true],
      [7, true],
      [8, true],
    ]);
  });

  it('is planned for the smallest cluster where no number of machines is given', () => {
    const { machines: _, ...cluster } = keepItGoing('full').cluster;
    const smallest = planOf(keepItGoing('full', { cluster }));
    expect(smallest.machines).toBe(5);
    expect(smallest.perMachine.networkIn?.bytesPerSecond).toBe(plan.perMachine.networkIn?.bytesPerSecond);
    checkSteps(
      smallest.steps,
      PARAMETERS.map(({ id }) => id),
    );
  });

  it('gives every figure a formula that evaluates to it', () => {
    expect(plan.steps.length).toBeGreaterThan(30);
    checkSteps(
      plan.steps,
      PARAMETERS.map(({ id }) => id),
    );
  });
});

describe('state', () => {
  const withState = (state: Operator['state'], stateDisk = true): CapacityPlan => {
    const base = keepItGoing('full');
    const operators = base.workload.operators.map((operator) =>
      operator.id === 'perUser' ? { ...operator, state } : operator,
    );
    const machine = stateDisk
      ? base.cluster.machine
      : { networkIn: 1.25e9, networkOut: 1.25e9, memory: 64e9 };
    return planOf({ ...base, workload: { ...base.workload, operators }, cluster: { machines: 5, machine } });
  };

  it('with a known cache hit ratio is read and written physically: 769.6 MB/s in, 400 out, 100 000 operations', () => {
    const plan = withState({ entryBytes: 40, cacheHitRatio: 0.9, writeAmplification: 10 });
    const read = plan.perMachine.diskRead?.flows.find(({ id }) => id === 'state-read:perUser');
    expect((read?.bytesPerSecond ?? 0) / MB).toBeCloseTo(769.6, 9);
    expect((plan.perMachine.diskWrite?.bytesPerSecond ?? 0) / MB).toBeCloseTo(400, 9);
    expect(plan.perMachine.diskIops?.operationsPerSecond).toBeCloseTo(100_000, 6);
    expect(rules(plan)).not.toContain('warning state-access-assumed-in-cache');
  });

  it('of known key and value sizes weighs entry and timer: 65 + 41 bytes with RocksDB and few key groups', () => {
    const plan = withState({ entryBytes: 40, keyBytes: 8, valueBytes: 32 });
    expect(plan.state.totalBytes / (plan.operators[1]?.stateEntries ?? 1)).toBeCloseTo(65 + 41, 9);
  });

  it('on the heap weighs 56 + 32 bytes in a snapshot, as measured, and fills memory instead of a disk', () => {
    const plan = withState({ entryBytes: 40, keyBytes: 8, valueBytes: 32 }, false);
    expect(plan.state.totalBytes / (plan.operators[1]?.stateEntries ?? 1)).toBeCloseTo(88, 9);
    expect(Object.keys(plan.perMachine)).toEqual(['networkIn', 'networkOut', 'memory']);
    expect((plan.perMachine.memory?.bytes ?? 0) / 1e9).toBeCloseTo((730.590174709 * 40 * 7.6) / 5 / 1000, 3);
  });

  it('measured per entry in a snapshot counts as measured', () => {
    const plan = withState({ entryBytes: 40, snapshotEntryBytes: 50 });
    expect(plan.state.totalBytes).toBeCloseTo(730_590_174.7088891 * 50, 0);
  });

  it('on a local disk leaves the network alone', () => {
    const base = keepItGoing('full');
    const machine = { ...base.cluster.machine, stateDisk: { attachment: 'local' as const } };
    const plan = planOf({ ...base, cluster: { machines: 5, machine } });
    expect(lines(plan.perMachine.networkIn).map(([, mbps]) => mbps)).toEqual([400, 320]);
    expect(lines(plan.perMachine.networkOut).map(([, mbps]) => mbps)).toEqual([320, 30.08, 192.88]);
    expect((plan.perMachine.diskRead?.bytesPerSecond ?? 0) / MB).toBeCloseTo(40, 9);
  });

  it('checkpointed incrementally uploads what changed, or more than everything when all of it changes', () => {
    const base = keepItGoing('full', { checkpointing: { interval: 60_000, incremental: true } });
    const upload = (request: CapacityRequest) => planOf(request).checkpoint?.bytes ?? 0;
    const touched = -500e6 * Math.expm1(60e6 * Math.log1p(-1 / 500e6));
    expect(upload(base)).toBeCloseTo(touched * 5 * 40 * 1.98 * 3, -3);
    const operators = base.workload.operators.map((operator) =>
      operator.id === 'perUser' ? { ...operator, keys: 1000 } : operator,
    );
    expect(upload({ ...base, workload: { ...base.workload, operators } })).toBeCloseTo(
      5000 * 40 * 1.98 * 1.33,
      3,
    );
  });
});

describe('what does not work is a plan with its reason', () => {
  it('no number of machines fits when every machine receives all of a broadcast', () => {
    const plan = planOf({
      workload: {
        operators: [
          { id: 'rules', kind: 'source', connector: 'none', recordsPerSecond: 1e6, recordBytes: 2000 },
          { id: 'match', kind: 'process' },
        ],
        edges: [{ from: 'rules', to: 'match', shipStrategy: 'BROADCAST' }],
      },
      cluster: { machines: 2, machine: { networkIn: 1e9, networkOut: 1e12 }, slotsPerTaskManager: 4 },
    });
    expect(plan.smallest.machines).toBe(1);
    expect(plan.fits).toBe(false);
    expect(rules(plan)).toContain('error network-over-target');
    expect(rules(plan)).toContain('warning broadcast-grows-with-machines');
  });

  it('a sink that all records must reach from one subtask fits nowhere, up to 10 000 machines', () => {
    const plan = planOf({
      workload: {
        operators: [
          { id: 'in', kind: 'source', recordsPerSecond: 1e6, recordBytes: 2000 },
          { id: 'all', kind: 'sink' },
        ],
        edges: [{ from: 'in', to: 'all', shipStrategy: 'GLOBAL' }],
      },
      cluster: { machine: { networkIn: 1e9, networkOut: 1e9 } },
    });
    expect(plan.smallest.machines).toBeNull();
    expect(plan.smallest.rejected).toHaveLength(10_000);
    expect(plan.smallest.bottleneck).toBeNull();
    expect(plan.fits).toBe(false);
  });

  it('no bandwidth left for a checkpoint: it never completes, and the finding says so', () => {
    const base = keepItGoing('full');
    const plan = planOf({
      ...base,
      cluster: { ...base.cluster, machine: { ...base.cluster.machine, networkIn: 0.7e9 } },
    });
    expect(plan.checkpoint).toMatchObject({ durationMs: null, dutyRatio: null });
    expect(rules(plan)).toContain('warning checkpoints-fill-the-interval');
  });
});

describe('machines that differ', () => {
  const machine = { networkIn: 1.25e9, networkOut: 1.25e9 };
  const op = (id: string, kind: Operator['kind'], more: Partial<Operator> = {}): Operator => ({
    id,
    kind,
    ...more,
  });
  const hash = (from: string, to: string) => ({ from, to, shipStrategy: 'HASH' as const });

  it('finish a checkpoint when the one that holds the state has uploaded, not when the busiest has', () => {
    const plan = planOf({
      workload: {
        operators: [
          op('s', 'source', { recordsPerSecond: 9e5, recordBytes: 1000, parallelism: 1 }),
          op('t', 'source', { recordsPerSecond: 10, recordBytes: 100, parallelism: 1 }),
          op('p', 'process', { keys: 1e9, state: { entryBytes: 100 }, parallelism: 1 }),
          op('k', 'sink'),
        ],
        edges: [
          { from: 's', to: 'k', shipStrategy: 'REBALANCE' },
          { from: 't', to: 'p', shipStrategy: 'FORWARD' },
          { from: 'p', to: 'k', shipStrategy: 'REBALANCE' },
        ],
      },
      cluster: {
        machines: 2,
        machine,
        stateBackend: 'rocksdb',
        targetUtilization: 1,
        placement: [
          { operator: 's', subtasks: [1, 0] },
          { operator: 't', subtasks: [0, 1] },
          { operator: 'p', subtasks: [0, 1] },
          { operator: 'k', subtasks: [1, 0] },
        ],
      },
      checkpointing: { interval: 300_000, uploadBytesPerSecond: 1e8 },
    });
    expect(plan.checkpoint?.perMachineBytes).toBeCloseTo(198e9, 0);
    expect(plan.checkpoint?.durationMs).toBeCloseTo(1_980_000, 3);
    expect(plan.state.perMachineBytes).toBeCloseTo(198e9, 0);
    expect(rules(plan)).toEqual(
      expect.arrayContaining(['warning checkpoints-fill-the-interval', 'error checkpoint-exceeds-timeout']),
    );
    checkSteps(
      plan.steps,
      PARAMETERS.map(({ id }) => id),
    );
  });

  it('share what HASH brings though a GLOBAL edge leads to the first subtask', () => {
    const plan = planOf({
      workload: {
        operators: [
          op('s', 'source', { recordsPerSecond: 1000, recordBytes: 100 }),
          op('z', 'source', { recordsPerSecond: 0, recordBytes: 100 }),
          op('m', 'map', { cpuMicrosPerRecord: 1 }),
        ],
        edges: [hash('s', 'm'), { from: 'z', to: 'm', shipStrategy: 'GLOBAL' }],
      },
      cluster: { machines: 4, machine },
    });
    expect(plan.perMachine.networkIn?.flows.map(({ id, bytesPerSecond }) => [id, bytesPerSecond])).toEqual([
      ['source-read:s', 25_000],
      ['source-read:z', 0],
      ['shuffle-in:s->m', 18_750],
      ['shuffle-in:z->m', 0],
    ]);
    checkSteps(
      plan.steps,
      PARAMETERS.map(({ id }) => id),
    );
  });

  it('receive all of a GLOBAL edge where the first subtask is, wherever it was placed', () => {
    const plan = planOf({
      workload: {
        operators: [op('s', 'source', { recordsPerSecond: 1000, recordBytes: 100 }), op('m', 'map')],
        edges: [{ from: 's', to: 'm', shipStrategy: 'GLOBAL' }],
      },
      cluster: {
        machines: 2,
        machine,
        placement: [{ operator: 'm', subtasks: [0, 2] }],
        slotsPerTaskManager: 2,
      },
    });
    expect(plan.cluster.spread.map(({ networkInBytesPerSecond }) => networkInBytesPerSecond).sort()).toEqual([
      100_000, 50_000,
    ]);
    checkSteps(
      plan.steps,
      PARAMETERS.map(({ id }) => id),
    );
  });
});

describe('a window whose stream is merged with another', () => {
  it('answers for its own results only when it fires', () => {
    const forward = (from: string, to: string) => ({ from, to, shipStrategy: 'FORWARD' as const });
    const plan = planOf({
      workload: {
        operators: [
          { id: 's', kind: 'source', recordsPerSecond: 1e6, recordBytes: 1000 },
          {
            id: 'w',
            kind: 'window',
            window: { assigner: 'tumbling', size: 60_000 },
            keys: 10,
            output: { recordBytes: 1000 },
          },
          { id: 'u', kind: 'process' },
          { id: 'k', kind: 'sink' },
        ],
        edges: [forward('s', 'w'), forward('s', 'u'), forward('w', 'u'), forward('u', 'k')],
      },
      cluster: { machines: 2, machine: { networkIn: 1.25e9, networkOut: 1.25e9 } },
    });
    expect(plan.operators[1]?.firing?.minDrainMs).toBeLessThan(1);
    expect(plan.operators[1]?.firing?.feasible).toBe(true);
    checkSteps(
      plan.steps,
      PARAMETERS.map(({ id }) => id),
    );
  });
});

describe('a job without state', () => {
  it.each(['talk', 'full'] as const)('takes no time to checkpoint: %s', (model) => {
    const plan = planOf({
      model,
      workload: {
        operators: [
          { id: 's', kind: 'source', recordsPerSecond: 1e8, recordBytes: 1000 },
          { id: 'k', kind: 'sink' },
        ],
        edges: [{ from: 's', to: 'k', shipStrategy: 'FORWARD' }],
      },
      cluster: { machines: 2, machine: { networkIn: 1.25e9, networkOut: 1.25e9 } },
      checkpointing: { interval: 60_000 },
    });
    expect(plan.checkpoint).toMatchObject({ bytes: 0, durationMs: 0, dutyRatio: 0 });
  });

  it('is not rounded by the talk, which rounds what windows emit', () => {
    const plan = planOf({
      model: 'talk',
      workload: {
        operators: [
          { id: 's', kind: 'source', recordsPerSecond: 1e5, recordBytes: 125 },
          { id: 'k', kind: 'sink' },
        ],
        edges: [{ from: 's', to: 'k', shipStrategy: 'FORWARD' }],
      },
      cluster: { machines: 1, machine: { networkIn: 1.25e9, networkOut: 1.25e9 } },
    });
    expect(plan.cluster.talkRoundedTotalBytesPerSecond).toBe(plan.cluster.talkTotalBytesPerSecond);
  });
});

describe('slots', () => {
  it('that are missing are named, with the machines that would have them', () => {
    const plan = planOf({
      workload: {
        operators: [
          { id: 's', kind: 'source', recordsPerSecond: 1000, recordBytes: 100 },
          { id: 'm', kind: 'map', parallelism: 100 },
        ],
        edges: [{ from: 's', to: 'm', shipStrategy: 'HASH' }],
      },
      cluster: { machine: { networkIn: 1e9, networkOut: 1e9 }, slotsPerTaskManager: 2 },
    });
    expect(plan.findings.find(({ ruleId }) => ruleId === 'parallelism-exceeds-slots')?.message).toContain(
      '50 machines',
    );
  });
});

describe('values at the edge of numbers', () => {
  it.each([
    ['readBackRatio', { checkpointing: { interval: 60_000, readBackRatio: 5e-324 } }],
    ['a share', { checkpointing: { interval: 1e18, readBackRatio: 1 } }],
  ])('never make a figure that is no number: %s', (_name, change) => {
    const outcome = capacity(keepItGoing('full', change));
    const text = JSON.stringify(outcome, (_key, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'NOT FINITE' : value,
    );
    expect(text).not.toContain('NOT FINITE');
  });

  it('refuse a dataflow that multiplies beyond counting', () => {
    const operators: Operator[] = [{ id: 's', kind: 'source', recordsPerSecond: 1e18, recordBytes: 1e18 }];
    const edges: CapacityRequest['workload']['edges'][number][] = [];
    for (let at = 0; at < 20; at++) {
      operators.push({ id: `m${at}`, kind: 'flatMap', selectivity: 1e18 });
      edges.push({ from: at === 0 ? 's' : `m${at - 1}`, to: `m${at}`, shipStrategy: 'HASH' });
    }
    const outcome = capacity({
      workload: { operators, edges },
      cluster: { machines: 2, machine: { networkIn: 1, networkOut: 1 } },
    });
    expect(outcome.kind === 'rejected' && outcome.rejections[0]?.pointer).toBe('/workload/operators/4');
  });
});

describe('bursts', () => {
  it('name the parallelism that the operator behind a window needs while a firing drains', () => {
    const base = keepItGoing('talk');
    const operators = base.workload.operators.map((operator) =>
      operator.id === 'results' ? { ...operator, cpuMicrosPerRecord: 2 } : operator,
    );
    const plan = planOf({ ...base, workload: { ...base.workload, operators } });
    expect(plan.operators[2]?.burstParallelism).toBe(Math.ceil((500e6 * 2) / (10 * 0.8 * 1e6)));
    expect(rules(plan)).toContain('warning window-burst-exceeds-parallelism');
    expect(plan.perMachine.cpu?.cores).toBeCloseTo(((500e6 / 60) * 2e-6) / 5, 9);
    expect(plan.perMachine.cpu?.peakCores).toBeCloseTo((50e6 * 2e-6) / 5, 9);
  });

  it('that the network cannot take within the drain are warned of', () => {
    const base = keepItGoing('talk');
    const operators = base.workload.operators.map((operator) =>
      operator.id === 'perUser'
        ? { ...WINDOW, window: { ...WINDOW.window, assigner: 'sliding' as const, drain: 5000 } }
        : operator,
    );
    const plan = planOf({ ...base, workload: { ...base.workload, operators } });
    expect(plan.operators[1]?.firing?.feasible).toBe(false);
    expect(rules(plan)).toContain('warning window-burst-exceeds-bandwidth');
  });
});

import type { CapacityRequest, Operator } from '@plimsoll/planner';

/** Jobs and clusters that a page must be right for besides the sample: bodies in base units. */
export interface Job extends CapacityRequest {
  readonly name: string;
}

interface Changes {
  readonly name?: string;
  readonly machines?: number;
  readonly machine?: Partial<CapacityRequest['cluster']['machine']>;
  readonly cluster?: Partial<CapacityRequest['cluster']>;
  readonly window?: Partial<Operator>;
  readonly checkpointing?: CapacityRequest['checkpointing'] | null;
}

const NETWORK = 1_250_000_000;

/** The sample, changed. */
function job({ name = 'sample', machines = 5, machine, cluster, window, checkpointing }: Changes): Job {
  return {
    name,
    workload: {
      operators: [
        { id: 'events', kind: 'source', connector: 'kafka', recordsPerSecond: 1_000_000, recordBytes: 2000 },
        {
          id: 'perUser',
          kind: 'window',
          window: { assigner: 'sliding', size: 300_000, slide: 60_000 },
          keys: 500_000_000,
          state: { entryBytes: 40 },
          output: { recordBytes: 40 },
          ...window,
        },
        { id: 'results', kind: 'sink', connector: 'kafka' },
      ],
      edges: [
        { from: 'events', to: 'perUser', shipStrategy: 'HASH' },
        { from: 'perUser', to: 'results', shipStrategy: 'FORWARD' },
      ],
    },
    cluster: {
      machines,
      machine: { networkIn: NETWORK, networkOut: NETWORK, stateDisk: { attachment: 'network' }, ...machine },
      ...cluster,
    },
    ...(checkpointing === null ? {} : { checkpointing: checkpointing ?? { interval: 60_000 } }),
  };
}

const hostile = `<script>alert(1)</script> & "quotes" 'too' -- >`;
const longId = (nth: number): string => `operator-${nth}-${'a-name-that-goes-on-'.repeat(10)}`.slice(0, 200);

/** Fifty operators, every seventh with an id of 200 characters. */
function fifty(): Job {
  const id = (nth: number): string => (nth % 7 === 3 ? longId(nth) : `op${nth}`);
  const strategies = ['HASH', 'FORWARD', 'REBALANCE', 'FORWARD'] as const;
  const inner = (nth: number): Operator => {
    if (nth % 4 === 1) return { id: id(nth), kind: 'filter', selectivity: 0.6 };
    if (nth % 4 !== 0) return { id: id(nth), kind: 'map', output: { recordBytes: 300 } };
    const size = 120_000 * (1 + (nth % 3));
    return {
      id: id(nth),
      kind: 'window',
      window: nth % 8 === 0 ? { assigner: 'tumbling', size } : { assigner: 'sliding', size, slide: 60_000 },
      keys: 100_000 * nth,
      state: { entryBytes: 60 },
      output: { recordBytes: 80 },
    };
  };
  const operators = Array.from({ length: 50 }, (_, nth): Operator => {
    if (nth < 5) {
      const recordsPerSecond = 40_000 * (nth + 1);
      return {
        id: id(nth),
        kind: 'source',
        connector: 'kafka',
        recordsPerSecond,
        recordBytes: 500 + 100 * nth,
      };
    }
    return nth < 45 ? inner(nth) : { id: id(nth), kind: 'sink', connector: 'kafka' };
  });
  const edges = Array.from({ length: 45 }, (_, nth) => ({
    from: id(nth),
    to: id(nth + 5),
    shipStrategy: nth + 5 < 45 ? (strategies[(nth + 5) % 4] ?? 'HASH') : ('FORWARD' as const),
  }));
  const machine = {
    networkIn: 250_000_000,
    networkOut: 250_000_000,
    stateDisk: { attachment: 'network' as const, readBandwidth: 2e8, writeBandwidth: 2e8 },
  };
  return {
    name: 'fifty',
    workload: { operators, edges },
    cluster: { machines: 4, machine },
    checkpointing: { interval: 120_000 },
  };
}

const uneven: Job = {
  name: 'uneven',
  workload: {
    operators: [
      {
        id: 'in',
        kind: 'source',
        connector: 'kafka',
        recordsPerSecond: 500_000,
        recordBytes: 2000,
        parallelism: 8,
      },
      {
        id: 'agg',
        kind: 'window',
        parallelism: 8,
        window: { assigner: 'tumbling', size: 60_000 },
        keys: 1_000_000,
        state: { entryBytes: 100 },
        output: { recordBytes: 100 },
      },
      { id: 'out', kind: 'sink', connector: 'kafka', parallelism: 8 },
    ],
    edges: [
      { from: 'in', to: 'agg', shipStrategy: 'HASH' },
      { from: 'agg', to: 'out', shipStrategy: 'FORWARD' },
    ],
  },
  cluster: {
    machines: 3,
    slotsPerTaskManager: 8,
    machine: { networkIn: NETWORK, networkOut: NETWORK, stateDisk: { attachment: 'network' } },
    placement: [
      { operator: 'in', subtasks: [4, 4, 0] },
      { operator: 'agg', subtasks: [2, 2, 4] },
      { operator: 'out', subtasks: [2, 2, 4] },
    ],
  },
  checkpointing: { interval: 60_000 },
};

const joining: Job = {
  name: hostile,
  workload: {
    operators: [
      { id: hostile, kind: 'source', connector: 'kafka', recordsPerSecond: 10_000, recordBytes: 800 },
      { id: 'payments/<b>', kind: 'source', connector: 'kafka', recordsPerSecond: 2000, recordBytes: 600 },
      {
        id: 'match',
        kind: 'join',
        join: { type: 'interval', lower: -300_000, upper: 60_000 },
        keys: 1_000_000,
        state: { entryBytes: 900 },
        output: { recordBytes: 1400 },
      },
      { id: 'out', kind: 'sink', connector: 'external' },
    ],
    edges: [
      { from: hostile, to: 'match', shipStrategy: 'HASH' },
      { from: 'payments/<b>', to: 'match', shipStrategy: 'HASH' },
      { from: 'match', to: 'out', shipStrategy: 'FORWARD' },
    ],
  },
  cluster: {
    machines: 3,
    machine: {
      networkIn: 125_000_000,
      networkOut: 125_000_000,
      stateDisk: { attachment: 'local', readBandwidth: 2e8, writeBandwidth: 1e8 },
    },
  },
  checkpointing: { interval: 300_000, incremental: true },
};

const pipe = (
  recordsPerSecond: number,
  recordBytes: number,
  connector: 'kafka' | 'none',
  machines: number,
): Job => ({
  name: `${recordsPerSecond} records of ${recordBytes} bytes`,
  workload: {
    operators: [
      { id: 'in', kind: 'source', connector, recordsPerSecond, recordBytes },
      { id: 'out', kind: 'sink', connector },
    ],
    edges: [{ from: 'in', to: 'out', shipStrategy: 'REBALANCE' }],
  },
  cluster: { machines, machine: { networkIn: NETWORK, networkOut: NETWORK } },
});

const broadcast: Job = {
  name: 'broadcast',
  workload: {
    operators: [
      { id: 'rules', kind: 'source', connector: 'kafka', recordsPerSecond: 2_000_000, recordBytes: 1000 },
      { id: 'apply', kind: 'process' },
      { id: 'out', kind: 'sink', connector: 'none' },
    ],
    edges: [
      { from: 'rules', to: 'apply', shipStrategy: 'BROADCAST' },
      { from: 'apply', to: 'out', shipStrategy: 'FORWARD' },
    ],
  },
  cluster: { machines: 4, slotsPerTaskManager: 4, machine: { networkIn: NETWORK, networkOut: NETWORK } },
};

const disk = {
  attachment: 'local' as const,
  readBandwidth: 5e8,
  writeBandwidth: 3e8,
  size: 2e11,
  iops: 100_000,
};

export const UNUSUAL_JOBS: Readonly<Record<string, Job>> = {
  sample: job({}),
  'model talk': { ...job({}), model: 'talk' },
  'over the line': job({ machines: 4 }),
  'over capacity': job({ machines: 3 }),
  'far over capacity': job({ machines: 2, machine: { networkIn: 60_000_000 } }),
  'load line at capacity': job({ cluster: { targetUtilization: 1 } }),
  'load line at a hundredth': job({ cluster: { targetUtilization: 0.01 } }),
  hashmap: job({
    machine: { memory: 8e9, cores: 16, stateDisk: undefined },
    cluster: { stateBackend: 'hashmap' },
    window: { cpuMicrosPerRecord: 30 },
  }),
  'local disks': job({
    machine: { cores: 8, stateDisk: disk },
    window: { state: { entryBytes: 40, cacheHitRatio: 0.9 }, cpuMicrosPerRecord: 10 },
  }),
  'no checkpoints': job({ checkpointing: null }),
  'long interval': job({ checkpointing: { interval: 600_000 } }),
  'short interval': job({
    checkpointing: { interval: 10_000, incremental: true },
    window: { window: { assigner: 'tumbling', size: 3_600_000 } },
  }),
  'session window': job({ window: { window: { assigner: 'session', gap: 60_000 } } }),
  'global window': job({ window: { window: { assigner: 'global', countTrigger: 100 } } }),
  'no number of machines given': job({ cluster: { machines: undefined } }),
  'no number fits': broadcast,
  'uneven placement': uneven,
  'fifty operators': fifty(),
  'joins and hostile names': joining,
  'a byte a second': pipe(1, 1, 'kafka', 1),
  'more than there is': pipe(1e17, 1_000_000, 'kafka', 100),
  'nothing on the network': pipe(1000, 100, 'none', 1),
};

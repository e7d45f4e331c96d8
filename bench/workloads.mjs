/** What is planned: the three-operator example in base units, model full, and a DAG of fifty operators. */
const MINUTE = 60_000;
const TEN_GIGABIT = 1.25e9;

export const SAMPLE = {
  workload: {
    operators: [
      { id: 'events', kind: 'source', connector: 'kafka', recordsPerSecond: 1e6, recordBytes: 2000 },
      {
        id: 'perUser',
        kind: 'window',
        window: { assigner: 'sliding', size: 5 * MINUTE, slide: MINUTE },
        keys: 5e8,
        state: { entryBytes: 40 },
        output: { recordBytes: 40 },
      },
      { id: 'results', kind: 'sink', connector: 'kafka' },
    ],
    edges: [
      { from: 'events', to: 'perUser', shipStrategy: 'HASH' },
      { from: 'perUser', to: 'results', shipStrategy: 'FORWARD' },
    ],
  },
  cluster: {
    machines: 5,
    machine: { networkIn: TEN_GIGABIT, networkOut: TEN_GIGABIT, stateDisk: { attachment: 'network' } },
  },
  checkpointing: { interval: MINUTE, incremental: false },
};

const INNER = [
  () => ({ kind: 'map', cpuMicrosPerRecord: 2, output: { recordBytes: 300 } }),
  () => ({ kind: 'filter', selectivity: 0.5, cpuMicrosPerRecord: 1 }),
  () => ({ kind: 'flatMap', selectivity: 1.5, cpuMicrosPerRecord: 3 }),
  () => ({
    kind: 'process',
    keys: 1e7,
    state: { entryBytes: 100, cacheHitRatio: 0.9 },
    cpuMicrosPerRecord: 20,
  }),
  () => ({
    kind: 'window',
    window: { assigner: 'sliding', size: 5 * MINUTE, slide: MINUTE },
    keys: 1e6,
    state: { entryBytes: 60, keyBytes: 16, valueBytes: 44 },
    output: { recordBytes: 80 },
    cpuMicrosPerRecord: 15,
  }),
];

/** 4 sources, 40 operators in four branches that meet in joins, 6 sinks. */
export function fiftyOperators() {
  const operators = [];
  const edges = [];
  const connect = (from, to, shipStrategy) => edges.push({ from, to, shipStrategy });
  const heads = [0, 1, 2, 3].map((branch) => {
    const id = `source${branch}`;
    operators.push({ id, kind: 'source', connector: 'kafka', recordsPerSecond: 50_000, recordBytes: 500 });
    return id;
  });
  for (let index = 0; index < 38; index++) {
    const branch = index % heads.length;
    const operator = { id: `operator${index}`, ...INNER[index % INNER.length]() };
    operators.push(operator);
    connect(heads[branch], operator.id, operator.keys === undefined ? 'REBALANCE' : 'HASH');
    heads[branch] = operator.id;
  }
  for (const [left, right] of [
    [0, 1],
    [2, 3],
  ]) {
    const id = `join${left}`;
    operators.push({
      id,
      kind: 'join',
      join: { type: 'window', size: MINUTE },
      keys: 1e7,
      state: { entryBytes: 200 },
      output: { recordBytes: 400 },
      cpuMicrosPerRecord: 25,
    });
    connect(heads[left], id, 'HASH');
    connect(heads[right], id, 'HASH');
    heads.push(id);
  }
  heads.forEach((head, index) => {
    const id = `sink${index}`;
    operators.push({ id, kind: 'sink', connector: 'kafka', cpuMicrosPerRecord: 5 });
    connect(head, id, 'FORWARD');
  });
  return {
    workload: { operators, edges },
    cluster: {
      machines: 16,
      slotsPerTaskManager: 4,
      machine: {
        networkIn: TEN_GIGABIT,
        networkOut: TEN_GIGABIT,
        cores: 16,
        memory: 64 * 2 ** 30,
        stateDisk: { attachment: 'local', size: 950e9, iops: 93_000 },
      },
    },
    checkpointing: { interval: MINUTE, incremental: true },
  };
}

import type { RuleCases } from '../rule-cases.js';

const keyed = (keys: number, more: object = {}) => ({
  workload: {
    operators: [{ id: 'agg', kind: 'aggregate', keys, state: { entryBytes: 100, ...more } }],
    edges: [],
  },
  environment: { taskManagers: 1 },
});

const heap = {
  'taskmanager.memory.task.heap.size': '1000000000b',
  'taskmanager.memory.managed.size': '512m',
  'state.backend.type': 'rocksdb',
};

export const cases: RuleCases = {
  fires: [
    {
      name: '10 MB of state beside a heap of 1 GB',
      flinkVersion: '1.20',
      config: heap,
      ...keyed(100_000),
      path: 'state.backend.type',
    },
    {
      name: 'a little less than a tenth of the heap',
      flinkVersion: '2.3',
      config: heap,
      ...keyed(288_500),
      path: 'state.backend.type',
    },
  ],
  silent: [
    { name: 'a little more than a tenth of the heap', flinkVersion: '2.3', config: heap, ...keyed(288_600) },
    {
      name: 'the state grows',
      flinkVersion: '1.20',
      config: heap,
      ...keyed(100_000, { newKeysPerSecond: 10 }),
    },
    {
      name: 'of one operator it is not known how much it keeps',
      flinkVersion: '1.20',
      config: heap,
      workload: {
        operators: [
          { id: 'agg', kind: 'aggregate', keys: 1000, state: { entryBytes: 100 } },
          { id: 'other', kind: 'aggregate', state: { entryBytes: 100 } },
        ],
        edges: [],
      },
      environment: { taskManagers: 1 },
    },
  ],
};

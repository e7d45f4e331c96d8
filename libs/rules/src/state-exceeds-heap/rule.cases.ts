import type { RuleCases } from '../rule-cases.js';

const keyed = (keys: number) => ({
  workload: {
    operators: [{ id: 'agg', kind: 'aggregate', keys, state: { entryBytes: 100 } }],
    edges: [],
  },
  environment: { taskManagers: 4 },
});

/** 1000 MB of task heap, of which state may take 500: 151,27 MB serialized. */
const heap = (backend: string) => ({
  'taskmanager.memory.task.heap.size': '1000000000b',
  'taskmanager.memory.managed.size': '512m',
  'state.backend': backend,
});

export const cases: RuleCases = {
  fires: [
    {
      name: '40 GB of state on four heaps of 1 GB',
      flinkVersion: '1.20',
      config: heap('hashmap'),
      ...keyed(400_000_000),
      path: '/workload/operators',
      severity: 'error',
    },
    {
      name: 'a little more than half of the heap, under the old name of the backend',
      flinkVersion: '1.12',
      config: heap('filesystem'),
      ...keyed(5_771_000),
      path: '/workload/operators',
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: 'a little less than half of the heap',
      flinkVersion: '1.12',
      config: heap('filesystem'),
      ...keyed(5_770_000),
    },
    {
      name: 'RocksDB keeps it on disk',
      flinkVersion: '1.20',
      config: heap('rocksdb'),
      ...keyed(400_000_000),
    },
    {
      name: 'nobody says over how many TaskManagers it is spread',
      flinkVersion: '1.20',
      config: heap('hashmap'),
      workload: keyed(400_000_000).workload,
    },
  ],
};

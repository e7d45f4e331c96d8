import type { RuleCases } from '../rule-cases.js';

const MIB = 1_048_576;

export const cases: RuleCases = {
  fires: [
    {
      name: 'the 8 GB TaskManager of the talk uses a third of its heap, and RocksDB keeps the state',
      flinkVersion: '1.17',
      config: { 'taskmanager.memory.process.size': '8gb', 'state.backend': 'rocksdb' },
      observed: {
        heapUsedAfterGcBytes: 1130 * MIB,
        metaspaceUsedBytes: 106 * MIB,
        networkUsedBytes: 12 * MIB,
      },
      path: 'taskmanager.memory.task.heap.size',
    },
    {
      name: 'a heap of 2 GB that holds 200 MB',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.flink.size': '4g', 'state.backend.type': 'hashmap' },
      observed: { heapUsedAfterGcBytes: 200 * MIB },
      path: 'taskmanager.memory.task.heap.size',
    },
  ],
  silent: [
    {
      name: 'half of the heap is in use',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8gb', 'state.backend': 'rocksdb' },
      observed: { heapUsedAfterGcBytes: 1716 * MIB },
    },
    {
      name: 'nobody looked at the heap',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8gb', 'state.backend': 'rocksdb' },
      observed: { metaspaceUsedBytes: 100 * MIB },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const MIB = 1_048_576;

export const cases: RuleCases = {
  fires: [
    {
      name: 'the 8 GB TaskManager of the talk: 12 MB of 712 in use; RocksDB can have the rest',
      flinkVersion: '1.17',
      config: { 'taskmanager.memory.process.size': '8gb', 'state.backend': 'rocksdb' },
      observed: {
        heapUsedAfterGcBytes: 1130 * MIB,
        metaspaceUsedBytes: 106 * MIB,
        networkUsedBytes: 12 * MIB,
      },
      path: 'taskmanager.memory.network.max',
    },
    {
      name: 'state on the heap: the heap gets it',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.process.size': '8gb', 'state.backend.type': 'hashmap' },
      observed: { networkUsedBytes: 100 * MIB },
      path: 'taskmanager.memory.network.max',
      fix: {
        set: {
          'taskmanager.memory.network.min': '209715200b',
          'taskmanager.memory.network.max': '209715200b',
        },
        unset: [],
      },
    },
  ],
  silent: [
    {
      name: 'half of it is in use',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.process.size': '8gb' },
      observed: { networkUsedBytes: 360 * MIB },
    },
    {
      name: 'what is unused is less than a twentieth of the process',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '2g' },
      observed: { networkUsedBytes: 20 * MIB },
    },
    {
      name: 'it was watched for a minute only',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g' },
      observed: { networkUsedBytes: 20 * MIB, observedForMs: 60_000 },
    },
  ],
};

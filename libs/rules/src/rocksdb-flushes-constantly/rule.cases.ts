import type { RuleCases } from '../rule-cases.js';

const rocksdb = { 'taskmanager.memory.process.size': '2g', 'state.backend': 'rocksdb' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'a slot has 27 MB of managed memory',
      flinkVersion: '1.20',
      config: { ...rocksdb, 'taskmanager.memory.managed.size': '27m' },
      path: 'taskmanager.memory.managed.size',
      severity: 'warning',
    },
    {
      name: '20 slots share 512 MB',
      flinkVersion: '1.14',
      config: {
        ...rocksdb,
        'taskmanager.memory.managed.size': '512m',
        'taskmanager.numberOfTaskSlots': '20',
      },
      path: 'taskmanager.memory.managed.size',
    },
    {
      name: 'memory fixed for each slot is as small',
      flinkVersion: '1.20',
      config: { ...rocksdb, 'state.backend.rocksdb.memory.fixed-per-slot': '16m' },
      path: 'state.backend.rocksdb.memory.fixed-per-slot',
    },
  ],
  silent: [
    {
      name: 'a slot has 28 MB of managed memory',
      flinkVersion: '1.20',
      config: { ...rocksdb, 'taskmanager.memory.managed.size': '28m' },
    },
    {
      name: 'RocksDB of Flink 2 takes no more than 1 MB at a time',
      flinkVersion: '2.3',
      config: { ...rocksdb, 'taskmanager.memory.managed.size': '27m' },
    },
    {
      name: 'state lies on the heap',
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.process.size': '2g',
        'state.backend': 'hashmap',
        'taskmanager.memory.managed.size': '16m',
      },
    },
  ],
};

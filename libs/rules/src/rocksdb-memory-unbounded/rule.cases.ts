import type { RuleCases } from '../rule-cases.js';

const rocksdb = { 'taskmanager.memory.process.size': '4g', 'state.backend': 'rocksdb' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'managed memory is turned off for RocksDB',
      flinkVersion: '1.20',
      config: { ...rocksdb, 'state.backend.rocksdb.memory.managed': 'false' },
      path: 'state.backend.rocksdb.memory.managed',
      fix: { set: {}, unset: ['state.backend.rocksdb.memory.managed'] },
    },
    {
      name: 'there is no managed memory',
      flinkVersion: '1.13',
      config: { ...rocksdb, 'taskmanager.memory.managed.size': '0' },
      path: 'taskmanager.memory.managed.size',
    },
    {
      name: 'the same of ForSt',
      flinkVersion: '2.3',
      config: {
        'taskmanager.memory.process.size': '4g',
        'state.backend.type': 'forst',
        'state.backend.forst.memory.managed': 'false',
      },
      path: 'state.backend.forst.memory.managed',
    },
  ],
  silent: [
    { name: 'RocksDB uses managed memory by default', flinkVersion: '1.20', config: rocksdb },
    {
      name: 'memory is fixed for each slot instead',
      flinkVersion: '1.20',
      config: {
        ...rocksdb,
        'state.backend.rocksdb.memory.managed': 'false',
        'state.backend.rocksdb.memory.fixed-per-slot': '256m',
      },
    },
  ],
};

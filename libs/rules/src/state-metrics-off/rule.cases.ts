import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'RocksDB, by the old key',
      flinkVersion: '1.20',
      config: { 'state.backend': 'rocksdb' },
      path: 'state.backend',
      fix: {
        set: {
          'state.backend.rocksdb.metrics.block-cache-usage': 'true',
          'state.backend.rocksdb.metrics.estimate-pending-compaction-bytes': 'true',
          'state.backend.rocksdb.metrics.is-write-stopped': 'true',
        },
        unset: [],
      },
    },
    {
      name: 'ForSt with one of them switched off',
      flinkVersion: '2.3',
      config: {
        'state.backend.type': 'forst',
        'state.backend.forst.metrics.block-cache-usage': 'false',
      },
      path: 'state.backend.type',
    },
  ],
  silent: [
    {
      name: 'one of them is on',
      flinkVersion: '2.3',
      config: {
        'state.backend.type': 'rocksdb',
        'state.backend.rocksdb.metrics.num-running-compactions': 'true',
      },
    },
    { name: 'state on the heap', flinkVersion: '2.3', config: { 'state.backend.type': 'hashmap' } },
  ],
};

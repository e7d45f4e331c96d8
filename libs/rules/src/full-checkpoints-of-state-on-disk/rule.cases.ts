import type { RuleCases } from '../rule-cases.js';

const INTERVAL = { 'execution.checkpointing.interval': '1 min' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'RocksDB, and nothing said of increments',
      flinkVersion: '1.20',
      config: { ...INTERVAL, 'state.backend.type': 'rocksdb' },
      path: 'execution.checkpointing.incremental',
      severity: 'warning',
      fix: { set: { 'execution.checkpointing.incremental': 'true' }, unset: [] },
    },
    {
      name: 'turned off by the key of 1.x, in 2.x',
      flinkVersion: '2.3',
      config: { ...INTERVAL, 'state.backend.type': 'forst', 'state.backend.incremental': 'false' },
      path: 'state.backend.incremental',
      fix: {
        set: { 'execution.checkpointing.incremental': 'true' },
        unset: ['state.backend.incremental'],
      },
    },
    {
      name: 'the backend by its factory, in an old version',
      flinkVersion: '1.12',
      config: {
        ...INTERVAL,
        'state.backend': 'org.apache.flink.contrib.streaming.state.RocksDBStateBackendFactory',
      },
      path: 'state.backend.incremental',
    },
    {
      name: 'the state is small',
      flinkVersion: '1.20',
      config: { ...INTERVAL, 'state.backend.type': 'rocksdb' },
      checkpointing: { bytes: 1_073_741_823 },
      path: 'execution.checkpointing.incremental',
      severity: 'info',
    },
  ],
  silent: [
    {
      name: 'increments are on',
      flinkVersion: '1.18',
      config: { ...INTERVAL, 'state.backend.type': 'rocksdb', 'state.backend.incremental': 'true' },
    },
    {
      name: 'state on the heap has no files to share',
      flinkVersion: '1.20',
      config: { ...INTERVAL, 'state.backend.type': 'hashmap' },
    },
    {
      name: 'the changelog uploads changes all the time',
      flinkVersion: '1.20',
      config: { ...INTERVAL, 'state.backend.type': 'rocksdb', 'state.changelog.enabled': 'true' },
    },
  ],
};

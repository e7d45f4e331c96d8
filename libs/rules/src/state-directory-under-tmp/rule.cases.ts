import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'no directory is set anywhere',
      flinkVersion: '1.20',
      config: { 'state.backend.type': 'rocksdb' },
      path: 'state.backend.rocksdb.localdir',
    },
    {
      name: 'a directory under /tmp',
      flinkVersion: '1.13',
      config: { 'state.backend': 'rocksdb', 'state.backend.rocksdb.localdir': '/data,/tmp/rocksdb' },
      path: 'state.backend.rocksdb.localdir',
    },
    {
      name: 'an old key of the directory',
      flinkVersion: '1.18',
      config: { 'state.backend': 'rocksdb', 'state.backend.rocksdb.checkpointdir': '/tmp' },
      path: 'state.backend.rocksdb.checkpointdir',
    },
  ],
  silent: [
    {
      name: 'a directory whose name begins alike',
      flinkVersion: '1.20',
      config: { 'state.backend.type': 'rocksdb', 'state.backend.rocksdb.localdir': '/tmpfs/state' },
    },
    {
      name: 'temporary files lie elsewhere',
      flinkVersion: '2.3',
      config: { 'state.backend.type': 'rocksdb', 'io.tmp.dirs': '/mnt/ssd' },
    },
    {
      name: 'YARN gives the directories',
      flinkVersion: '1.20',
      config: { 'state.backend.type': 'rocksdb' },
      deployment: { kind: 'Yarn' },
    },
  ],
};

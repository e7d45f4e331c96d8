import type { LintDeployment } from '../facts.js';
import type { RuleCases } from '../rule-cases.js';

const pod = (...volumes: NonNullable<LintDeployment['volumes']>) => ({
  deployment: { kind: 'Kubernetes', volumes } as const,
});
const local = { path: '/data', attachment: 'local' } as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'no directory is set, and a local disk is there',
      flinkVersion: '1.20',
      config: { 'state.backend.type': 'rocksdb' },
      ...pod(local),
      path: 'state.backend.rocksdb.localdir',
      fix: { set: { 'state.backend.rocksdb.localdir': '/data' }, unset: [] },
    },
    {
      name: 'one of two directories only looks as if it were on the volume',
      flinkVersion: '1.13',
      config: {
        'state.backend': 'rocksdb',
        'state.backend.rocksdb.localdir': '/data/one,/database/two',
      },
      ...pod({ path: '/data' }),
      path: 'state.backend.rocksdb.localdir',
    },
    {
      name: 'the same of ForSt',
      flinkVersion: '2.3',
      config: { 'state.backend.type': 'forst', 'state.backend.forst.local-dir': '/opt/flink/state' },
      ...pod(local),
      path: 'state.backend.forst.local-dir',
    },
  ],
  silent: [
    {
      name: 'both directories are on the volume',
      flinkVersion: '1.20',
      config: {
        'state.backend.type': 'rocksdb',
        'state.backend.rocksdb.localdir': '/data/one,/data/two',
      },
      ...pod(local),
    },
    {
      name: 'temporary files lie on the volume',
      flinkVersion: '1.20',
      config: { 'state.backend.type': 'rocksdb', 'io.tmp.dirs': '/data/tmp' },
      ...pod(local),
    },
    {
      name: 'state lies on the heap',
      flinkVersion: '1.20',
      config: { 'state.backend.type': 'hashmap' },
      ...pod(local),
    },
  ],
};

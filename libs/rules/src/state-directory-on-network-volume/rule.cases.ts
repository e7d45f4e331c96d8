import type { RuleCases } from '../rule-cases.js';

const rocksdb = { 'state.backend': 'rocksdb', 'state.backend.rocksdb.localdir': '/state/rocksdb' };
const network = { path: '/state', attachment: 'network' } as const;
const local = { path: '/nvme', attachment: 'local' } as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'the directory lies on a network volume, and a local disk is there',
      flinkVersion: '1.20',
      config: rocksdb,
      deployment: { kind: 'Kubernetes', volumes: [network, local] },
      path: 'state.backend.rocksdb.localdir',
      fix: { set: { 'state.backend.rocksdb.localdir': '/nvme' }, unset: [] },
    },
    {
      name: 'the disk of the machines for state is in the network',
      flinkVersion: '2.3',
      config: rocksdb,
      cluster: { machine: { networkIn: 1e9, networkOut: 1e9, stateDisk: { attachment: 'network' } } },
      path: 'state.backend.rocksdb.localdir',
    },
  ],
  silent: [
    {
      name: 'a local disk is mounted within the network volume',
      flinkVersion: '1.20',
      config: rocksdb,
      deployment: {
        kind: 'Kubernetes',
        volumes: [network, { path: '/state/rocksdb', attachment: 'local' }],
      },
    },
    {
      name: 'nobody says what the volume is',
      flinkVersion: '1.20',
      config: rocksdb,
      deployment: { kind: 'Kubernetes', volumes: [{ path: '/state' }] },
    },
  ],
};

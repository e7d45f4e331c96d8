import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'ZooKeeper without servers',
      flinkVersion: '2.3',
      config: { 'high-availability.type': 'ZOOKEEPER', 'high-availability.storageDir': 's3://bucket/ha' },
      path: 'high-availability.zookeeper.quorum',
    },
    {
      name: 'blanks only',
      flinkVersion: '1.13',
      config: { 'high-availability': 'zookeeper', 'high-availability.zookeeper.quorum': '  ' },
      path: 'high-availability.zookeeper.quorum',
    },
  ],
  silent: [
    {
      name: 'by its old key',
      flinkVersion: '1.20',
      config: { 'high-availability.type': 'zookeeper', 'recovery.zookeeper.quorum': 'zk:2181' },
    },
    {
      name: 'Kubernetes needs none',
      flinkVersion: '1.20',
      config: { 'high-availability.type': 'kubernetes' },
    },
  ],
};

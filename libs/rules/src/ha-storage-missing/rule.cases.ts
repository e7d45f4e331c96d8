import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'Kubernetes alone',
      flinkVersion: '2.3',
      config: { 'high-availability.type': 'kubernetes' },
      path: 'high-availability.storageDir',
      severity: 'error',
    },
    {
      name: 'ZooKeeper with an empty directory',
      flinkVersion: '1.13',
      config: { 'high-availability': 'zookeeper', 'high-availability.storageDir': ' ' },
      path: 'high-availability.storageDir',
    },
  ],
  silent: [
    {
      name: 'by an old key',
      flinkVersion: '1.20',
      config: { 'high-availability': 'zookeeper', 'recovery.zookeeper.storageDir': 'hdfs:///flink/ha' },
    },
    { name: 'no high availability', flinkVersion: '1.20', config: { 'high-availability.type': 'NONE' } },
    {
      name: 'the deployment sets it',
      flinkVersion: '1.20',
      config: { 'high-availability.type': 'kubernetes' },
      deployment: { kind: 'Kubernetes', injected: { 'high-availability.storageDir': 's3://bucket/ha' } },
    },
  ],
};

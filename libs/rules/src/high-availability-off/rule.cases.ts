import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'nothing is set',
      flinkVersion: '2.3',
      config: {},
      path: 'high-availability.type',
      severity: 'warning',
    },
    {
      name: 'it is switched off by the key of 1.13',
      flinkVersion: '1.13',
      config: { 'high-availability': 'NONE' },
      path: 'high-availability',
    },
    {
      name: 'a directory alone does not switch it on',
      flinkVersion: '1.20',
      config: { 'high-availability.storageDir': 's3://bucket/ha' },
      path: 'high-availability.type',
    },
  ],
  silent: [
    {
      name: 'ZooKeeper, by an old key',
      flinkVersion: '2.3',
      config: { 'high-availability': 'zookeeper' },
    },
    { name: 'Kubernetes', flinkVersion: '1.20', config: { 'high-availability.type': 'kubernetes' } },
    { name: 'while developing', flinkVersion: '2.3', config: {}, rules: { set: 'development' } },
    {
      name: 'a job in a session cluster that has its own configuration',
      flinkVersion: '2.3',
      config: {},
      deployment: { kind: 'FlinkSessionJob' },
    },
    { name: 'a batch job, which is run again', flinkVersion: '2.3', config: {}, job: { type: 'batch' } },
  ],
};

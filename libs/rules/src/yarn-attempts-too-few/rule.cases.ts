import type { RuleCases } from '../rule-cases.js';

const config = (attempts: string) => ({
  'high-availability.type': 'zookeeper',
  'high-availability.zookeeper.quorum': 'zk:2181',
  'high-availability.storageDir': 'hdfs:///flink/ha',
  'yarn.application-attempts': attempts,
});
const deployment = { kind: 'Yarn' } as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'one attempt',
      flinkVersion: '1.20',
      config: config('1'),
      deployment,
      path: 'yarn.application-attempts',
      fix: { set: { 'yarn.application-attempts': '2' }, unset: [] },
    },
    {
      name: 'one attempt, where the option is a text',
      flinkVersion: '1.17',
      config: config('1'),
      deployment,
      path: 'yarn.application-attempts',
    },
  ],
  silent: [
    { name: 'two attempts', flinkVersion: '1.20', config: config('2'), deployment },
    {
      name: 'left to Flink, which takes two with high availability',
      flinkVersion: '1.20',
      config: { 'high-availability.type': 'zookeeper' },
      deployment,
    },
    { name: 'not on YARN', flinkVersion: '1.20', config: config('1'), deployment: { kind: 'Standalone' } },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const config = { 'high-availability.type': 'zookeeper', 'high-availability.zookeeper.quorum': 'zk:2181' };
const standalone = (replicas: number) => ({
  deployment: { kind: 'Standalone', jobManager: { replicas } } as const,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'one JobManager of a standalone cluster',
      flinkVersion: '2.3',
      config,
      ...standalone(1),
      path: '/deployment/jobManager/replicas',
    },
    {
      name: 'the same, by the key of 1.13',
      flinkVersion: '1.13',
      config: { 'high-availability': 'zookeeper' },
      ...standalone(1),
      path: '/deployment/jobManager/replicas',
    },
  ],
  silent: [
    { name: 'two of them', flinkVersion: '2.3', config, ...standalone(2) },
    {
      name: 'Kubernetes starts another one',
      flinkVersion: '2.3',
      config: { 'high-availability.type': 'kubernetes' },
      deployment: { kind: 'FlinkDeployment', jobManager: { replicas: 1 } },
    },
    {
      name: 'without high availability, which is another finding',
      flinkVersion: '2.3',
      config: {},
      ...standalone(1),
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const config = { 'high-availability.type': 'zookeeper' };
const environment = (zooKeeperVersion: string) => ({ environment: { zooKeeperVersion } });

export const cases: RuleCases = {
  fires: [
    {
      name: 'the last server of 3.4',
      flinkVersion: '1.20',
      config,
      ...environment('3.4.14'),
      path: '/environment/zooKeeperVersion',
    },
    {
      name: 'the first Flink without a client for it',
      flinkVersion: '1.15',
      config: { 'high-availability': 'zookeeper' },
      ...environment('3.4.6'),
      path: '/environment/zooKeeperVersion',
    },
  ],
  silent: [
    { name: 'the first server that it serves', flinkVersion: '1.20', config, ...environment('3.5.0') },
    {
      name: 'a Flink that still had a client of 3.4',
      flinkVersion: '1.14',
      config: { 'high-availability': 'zookeeper' },
      ...environment('3.4.14'),
    },
    {
      name: 'high availability by Kubernetes',
      flinkVersion: '1.20',
      config: { 'high-availability.type': 'kubernetes' },
      ...environment('3.4.14'),
    },
  ],
};

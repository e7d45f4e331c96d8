import type { RuleCases } from '../rule-cases.js';

const environment = (yarnVersion: string) => ({ environment: { yarnVersion } });

export const cases: RuleCases = {
  fires: [
    {
      name: 'one below the oldest of 1.17',
      flinkVersion: '1.17',
      config: {},
      ...environment('2.10.1'),
      path: '/environment/yarnVersion',
      severity: 'warning',
    },
    {
      name: 'YARN 2.4 with high availability',
      flinkVersion: '1.13',
      config: { 'high-availability': 'zookeeper' },
      ...environment('2.4.1'),
      path: '/environment/yarnVersion',
      severity: 'error',
    },
    {
      name: 'a distribution by its own number',
      flinkVersion: '1.20',
      config: {},
      ...environment('2.6.0-cdh5.16.2'),
      path: '/environment/yarnVersion',
    },
  ],
  silent: [
    { name: 'the oldest of 1.17', flinkVersion: '1.17', config: {}, ...environment('2.10.2') },
    { name: 'Hadoop 3', flinkVersion: '2.3', config: {}, ...environment('3.3.6') },
    { name: 'an older Flink asks for less', flinkVersion: '1.13', config: {}, ...environment('2.6.0') },
    {
      name: 'not on YARN, which is there for others',
      flinkVersion: '1.20',
      config: {},
      ...environment('2.6.0'),
      deployment: { kind: 'Kubernetes' },
    },
    { name: 'no YARN', flinkVersion: '1.20', config: {}, environment: { javaVersion: 17 } },
  ],
};

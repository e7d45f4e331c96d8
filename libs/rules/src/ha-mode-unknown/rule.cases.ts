import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a letter is missing',
      flinkVersion: '2.3',
      config: { 'high-availability.type': 'zookeper' },
      path: 'high-availability.type',
    },
    {
      name: 'a word of no meaning to Flink, under the old key',
      flinkVersion: '1.20',
      config: { 'high-availability': 'enabled' },
      path: 'high-availability',
    },
  ],
  silent: [
    { name: 'in any case', flinkVersion: '2.3', config: { 'high-availability.type': 'ZooKeeper' } },
    {
      name: 'a factory class',
      flinkVersion: '1.20',
      config: {
        'high-availability.type': 'org.apache.flink.kubernetes.highavailability.KubernetesHaServicesFactory',
      },
    },
  ],
};

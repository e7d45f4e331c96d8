import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'two by the option',
      flinkVersion: '1.20',
      config: { 'kubernetes.jobmanager.replicas': '2' },
      path: 'kubernetes.jobmanager.replicas',
      fix: { set: {}, unset: ['kubernetes.jobmanager.replicas'] },
    },
    {
      name: 'three by the deployment',
      flinkVersion: '2.3',
      config: {},
      deployment: { kind: 'FlinkDeployment', jobManager: { replicas: 3 } },
      path: '/deployment/jobManager/replicas',
    },
  ],
  silent: [
    { name: 'one', flinkVersion: '1.20', config: { 'kubernetes.jobmanager.replicas': '1' } },
    {
      name: 'two with high availability',
      flinkVersion: '1.20',
      config: { 'kubernetes.jobmanager.replicas': '2', 'high-availability.type': 'kubernetes' },
    },
  ],
};

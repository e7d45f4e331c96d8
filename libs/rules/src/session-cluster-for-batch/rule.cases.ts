import type { RuleCases } from '../rule-cases.js';

const session = { deployment: { kind: 'Kubernetes', cluster: 'session' } } as const;
const batch = (submissionsPerDay: number) => ({ job: { type: 'batch', submissionsPerDay } }) as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'six times a day',
      flinkVersion: '1.20',
      config: {},
      ...session,
      ...batch(6),
      path: '/deployment/cluster',
    },
    {
      name: 'once a day, by a FlinkSessionJob',
      flinkVersion: '2.3',
      config: {},
      deployment: { kind: 'FlinkSessionJob' },
      ...batch(1),
      path: '/deployment/cluster',
    },
  ],
  silent: [
    { name: 'less than once a day', flinkVersion: '2.3', config: {}, ...session, ...batch(0.5) },
    {
      name: 'a cluster for each job',
      flinkVersion: '2.3',
      config: {},
      deployment: { kind: 'Kubernetes', cluster: 'application' },
      ...batch(6),
    },
    {
      name: 'a job that runs on',
      flinkVersion: '2.3',
      config: {},
      ...session,
      job: { type: 'streaming', submissionsPerDay: 1 },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const lastState = { deployment: { kind: 'FlinkDeployment', upgradeMode: 'last-state' } } as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'no high availability',
      flinkVersion: '2.3',
      config: {},
      ...lastState,
      path: '/deployment/upgradeMode',
      severity: 'error',
    },
    {
      name: 'only its directory is set',
      flinkVersion: '1.20',
      config: { 'high-availability.storageDir': 's3://bucket/ha' },
      ...lastState,
      path: '/deployment/upgradeMode',
      fix: { set: { 'high-availability.type': 'kubernetes' }, unset: [] },
    },
    {
      name: 'the key of 1.15',
      flinkVersion: '1.15',
      config: { 'high-availability': 'none', 'high-availability.storageDir': 's3://bucket/ha' },
      ...lastState,
      path: '/deployment/upgradeMode',
    },
  ],
  silent: [
    {
      name: 'with high availability',
      flinkVersion: '2.3',
      config: { 'high-availability.type': 'kubernetes', 'high-availability.storageDir': 's3://bucket/ha' },
      ...lastState,
    },
    {
      name: 'another mode',
      flinkVersion: '2.3',
      config: {},
      deployment: { kind: 'FlinkDeployment', upgradeMode: 'savepoint' },
    },
    {
      name: 'a job in a session cluster',
      flinkVersion: '2.3',
      config: {},
      deployment: { kind: 'FlinkSessionJob', upgradeMode: 'last-state' },
    },
  ],
};

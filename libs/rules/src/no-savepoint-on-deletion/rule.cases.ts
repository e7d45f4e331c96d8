import type { RuleCases } from '../rule-cases.js';

const ON_DELETION = 'kubernetes.operator.job.savepoint-on-deletion';
const directory = { 'state.savepoints.dir': 's3://bucket/savepoints' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'nothing is said of it',
      flinkVersion: '1.20',
      config: directory,
      deployment: { kind: 'FlinkDeployment', upgradeMode: 'savepoint' },
      path: ON_DELETION,
      severity: 'info',
      fix: { set: { [ON_DELETION]: 'true' }, unset: [] },
    },
    {
      name: 'it is off, and there is no directory',
      flinkVersion: '2.3',
      config: { [ON_DELETION]: 'false' },
      deployment: { kind: 'FlinkSessionJob', upgradeMode: 'last-state' },
      path: ON_DELETION,
    },
  ],
  silent: [
    {
      name: 'it is on',
      flinkVersion: '1.20',
      config: { ...directory, [ON_DELETION]: 'true' },
      deployment: { kind: 'FlinkDeployment', upgradeMode: 'savepoint' },
    },
    {
      name: 'the job keeps no state',
      flinkVersion: '1.20',
      config: directory,
      deployment: { kind: 'FlinkDeployment', upgradeMode: 'stateless' },
    },
  ],
};

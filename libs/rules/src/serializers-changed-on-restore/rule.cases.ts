import type { RuleCases } from '../rule-cases.js';

const job = { changedSerializers: ['count/total'] };

export const cases: RuleCases = {
  fires: [
    {
      name: 'one state',
      flinkVersion: '1.20',
      config: {},
      job,
      path: '/job/changedSerializers',
      severity: 'error',
    },
    {
      name: 'the operator restores the last state',
      flinkVersion: '2.3',
      config: {},
      job,
      deployment: { kind: 'FlinkDeployment', upgradeMode: 'last-state' },
      path: '/job/changedSerializers',
    },
  ],
  silent: [
    { name: 'none has changed', flinkVersion: '1.20', config: {}, job: { changedSerializers: [] } },
    {
      name: 'upgrades begin without state',
      flinkVersion: '2.3',
      config: {},
      job,
      deployment: { kind: 'FlinkDeployment', upgradeMode: 'stateless' },
    },
  ],
};

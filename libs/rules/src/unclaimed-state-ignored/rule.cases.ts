import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'as 1.17 spells it',
      flinkVersion: '1.17',
      config: { 'execution.savepoint.ignore-unclaimed-state': 'true' },
      path: 'execution.savepoint.ignore-unclaimed-state',
      severity: 'warning',
    },
    {
      name: 'and operators have no uid',
      flinkVersion: '2.3',
      config: { 'execution.state-recovery.ignore-unclaimed-state': 'true' },
      job: { operatorsWithoutUid: ['count'] },
      path: 'execution.state-recovery.ignore-unclaimed-state',
      severity: 'error',
    },
  ],
  silent: [
    {
      name: 'it is off',
      flinkVersion: '1.20',
      config: { 'execution.state-recovery.ignore-unclaimed-state': 'false' },
    },
    { name: 'nothing is said of it', flinkVersion: '2.3', config: {} },
  ],
};

import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'as 1.20 spells it',
      flinkVersion: '1.20',
      config: { 'execution.state-recovery.claim-mode': 'LEGACY' },
      path: 'execution.state-recovery.claim-mode',
      fix: { set: { 'execution.state-recovery.claim-mode': 'NO_CLAIM' }, unset: [] },
    },
    {
      name: 'by the key of before, in 1.20',
      flinkVersion: '1.20',
      config: { 'execution.savepoint-restore-mode': 'LEGACY' },
      path: 'execution.savepoint-restore-mode',
      fix: {
        set: { 'execution.state-recovery.claim-mode': 'NO_CLAIM' },
        unset: ['execution.savepoint-restore-mode'],
      },
    },
  ],
  silent: [
    {
      name: 'the mode of today',
      flinkVersion: '1.20',
      config: { 'execution.state-recovery.claim-mode': 'NO_CLAIM' },
    },
    { name: 'nothing is said of it', flinkVersion: '2.3', config: {} },
  ],
};

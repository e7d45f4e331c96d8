import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a savepoint is claimed',
      flinkVersion: '2.3',
      config: {
        'execution.state-recovery.claim-mode': 'CLAIM',
        'execution.state-recovery.path': 's3://bucket/savepoints/savepoint-6bd5a4-91a0a9',
      },
      path: 'execution.state-recovery.claim-mode',
      fix: { set: { 'execution.state-recovery.claim-mode': 'NO_CLAIM' }, unset: [] },
    },
    {
      name: 'as 1.17 spells it',
      flinkVersion: '1.17',
      config: {
        'execution.savepoint-restore-mode': 'CLAIM',
        'execution.savepoint.path': 'hdfs:///savepoints/savepoint-6bd5a4-91a0a9',
      },
      path: 'execution.savepoint-restore-mode',
    },
  ],
  silent: [
    {
      name: 'a retained checkpoint is claimed',
      flinkVersion: '2.3',
      config: {
        'execution.state-recovery.claim-mode': 'CLAIM',
        'execution.state-recovery.path': 's3://bucket/checkpoints/6bd5a4/chk-42',
      },
    },
    {
      name: 'a savepoint stays its owner’s, as it does by itself',
      flinkVersion: '2.3',
      config: { 'execution.state-recovery.path': 's3://bucket/savepoints/savepoint-6bd5a4-91a0a9' },
    },
  ],
};

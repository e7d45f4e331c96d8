import type { RuleCases } from '../rule-cases.js';

const job = { checkpointedClasses: ['com.example.Counter'] };

export const cases: RuleCases = {
  fires: [
    {
      name: 'the last version that has it',
      flinkVersion: '1.3',
      config: {},
      job,
      path: '/job/checkpointedClasses',
      severity: 'warning',
    },
    {
      name: 'the first that has it no longer',
      flinkVersion: '1.4',
      config: {},
      job,
      path: '/job/checkpointedClasses',
      severity: 'error',
    },
  ],
  silent: [
    { name: 'no class implements it', flinkVersion: '1.3', config: {}, job: { checkpointedClasses: [] } },
    { name: 'nothing is known of classes', flinkVersion: '1.20', config: {}, job: {} },
  ],
};

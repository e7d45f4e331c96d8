import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'one operator without a uid',
      flinkVersion: '1.20',
      config: {},
      job: { operatorsWithoutUid: ['count'] },
      path: '/job/operatorsWithoutUid',
      severity: 'warning',
    },
    {
      name: 'none may be made, so the job is refused',
      flinkVersion: '2.3',
      config: { 'pipeline.auto-generate-uids': 'false' },
      job: { operatorsWithoutUid: ['count', 'enrich'] },
      workload: { operators: [{ id: 'count', kind: 'process', state: { entryBytes: 40 } }], edges: [] },
      path: '/job/operatorsWithoutUid',
      severity: 'error',
    },
  ],
  silent: [
    { name: 'each has one', flinkVersion: '1.20', config: {}, job: { operatorsWithoutUid: [] } },
    {
      name: 'a batch job has no savepoints',
      flinkVersion: '1.20',
      config: {},
      job: { type: 'batch', operatorsWithoutUid: ['count'] },
    },
    { name: 'nothing is known of uids', flinkVersion: '1.20', config: {}, job: {} },
  ],
};

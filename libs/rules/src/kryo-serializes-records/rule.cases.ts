import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'one type that is no POJO',
      flinkVersion: '1.20',
      config: {},
      job: { genericTypes: ['com.example.Event'] },
      path: '/job/genericTypes',
      severity: 'warning',
    },
    {
      name: 'Kryo is forbidden, so the job is refused',
      flinkVersion: '2.3',
      config: { 'pipeline.generic-types': 'false' },
      job: { genericTypes: ['com.example.Event'] },
      path: '/job/genericTypes',
      severity: 'error',
    },
  ],
  silent: [
    { name: 'Flink knows each type', flinkVersion: '1.20', config: {}, job: { genericTypes: [] } },
    { name: 'nothing is known of types', flinkVersion: '1.20', config: {}, job: {} },
  ],
};

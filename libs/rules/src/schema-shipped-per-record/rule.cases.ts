import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'records with their schema',
      flinkVersion: '1.20',
      config: {},
      job: { schemaPerRecord: true },
      path: '/job/schemaPerRecord',
    },
    {
      name: 'a million of them a second',
      flinkVersion: '2.3',
      config: {},
      job: { schemaPerRecord: true },
      workload: { operators: [{ id: 'in', kind: 'source', recordsPerSecond: 1_000_000 }], edges: [] },
      path: '/job/schemaPerRecord',
      severity: 'warning',
    },
  ],
  silent: [
    { name: 'only values travel', flinkVersion: '1.20', config: {}, job: { schemaPerRecord: false } },
    { name: 'nothing is known of it', flinkVersion: '1.20', config: {}, job: {} },
  ],
};

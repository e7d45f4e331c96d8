import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'one operator',
      flinkVersion: '1.20',
      config: {},
      job: { perRecordParsers: ['parse'] },
      path: '/job/perRecordParsers/0',
      severity: 'warning',
    },
    {
      name: '200 000 times a second',
      flinkVersion: '2.3',
      config: {},
      job: { perRecordParsers: ['parse'] },
      workload: {
        operators: [
          { id: 'in', kind: 'source', recordsPerSecond: 200_000 },
          { id: 'parse', kind: 'flatMap' },
        ],
        edges: [{ from: 'in', to: 'parse', shipStrategy: 'FORWARD' }],
      },
      path: '/job/perRecordParsers/0',
    },
  ],
  silent: [
    { name: 'each is made once', flinkVersion: '1.20', config: {}, job: { perRecordParsers: [] } },
    { name: 'nothing is known of it', flinkVersion: '1.20', config: {}, job: {} },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const keyed = (keys: number, parallelism?: number) => ({
  workload: {
    operators: [
      { id: 'in', kind: 'source' },
      { id: 'perCountry', kind: 'window', keys, ...(parallelism !== undefined && { parallelism }) },
    ],
    edges: [{ from: 'in', to: 'perCountry', shipStrategy: 'HASH' }],
  },
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'one key too few',
      flinkVersion: '2.3',
      config: {},
      ...keyed(31, 32),
      path: '/workload/operators/1/parallelism',
    },
    {
      name: 'by the parallelism of the file',
      flinkVersion: '1.13',
      config: { 'parallelism.default': '200' },
      ...keyed(12),
      path: '/workload/operators/1/parallelism',
    },
  ],
  silent: [
    { name: 'a key each', flinkVersion: '2.3', config: {}, ...keyed(32, 32) },
    { name: 'many keys', flinkVersion: '2.3', config: { 'parallelism.default': '200' }, ...keyed(5e8) },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const job = { kafkaPartitions: 12 };
const source = (parallelism: number) => ({
  workload: {
    operators: [
      { id: 'in', kind: 'source', connector: 'kafka', parallelism },
      { id: 'count', kind: 'process', parallelism: 48 },
    ],
    edges: [{ from: 'in', to: 'count', shipStrategy: 'HASH' }],
  },
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'one subtask too many',
      flinkVersion: '2.3',
      config: {},
      job,
      ...source(13),
      path: '/workload/operators/0/parallelism',
    },
    {
      name: 'the whole job, where nobody says more',
      flinkVersion: '1.13',
      config: { 'parallelism.default': '24' },
      job,
      path: 'parallelism.default',
    },
  ],
  silent: [
    { name: 'a partition each', flinkVersion: '2.3', config: {}, job, ...source(12) },
    {
      name: 'nobody says how many partitions there are',
      flinkVersion: '2.3',
      config: { 'parallelism.default': '24' },
      job: { type: 'streaming' },
    },
  ],
};

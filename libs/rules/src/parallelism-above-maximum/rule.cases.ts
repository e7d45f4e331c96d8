import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'one above what is set',
      flinkVersion: '2.3',
      config: { 'parallelism.default': '129', 'pipeline.max-parallelism': '128' },
      path: 'parallelism.default',
    },
    {
      name: 'one above Flink’s largest',
      flinkVersion: '1.13',
      config: {},
      deployment: { kind: 'Yarn', parallelism: 32_769 },
      path: '/deployment/parallelism',
    },
    {
      name: 'one operator of the workload',
      flinkVersion: '1.20',
      config: { 'parallelism.default': '4' },
      job: { maxParallelism: 16 },
      workload: {
        operators: [
          { id: 'source', kind: 'source' },
          { id: 'join', kind: 'join', parallelism: 20 },
        ],
        edges: [],
      },
      path: '/workload/operators/1/parallelism',
    },
  ],
  silent: [
    {
      name: 'just as many',
      flinkVersion: '2.3',
      config: { 'parallelism.default': '128', 'pipeline.max-parallelism': '128' },
    },
    {
      name: 'Flink derives one that is enough',
      flinkVersion: '2.3',
      config: { 'parallelism.default': '200' },
    },
  ],
};

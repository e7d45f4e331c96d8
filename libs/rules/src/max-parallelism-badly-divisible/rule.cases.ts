import type { RuleCases } from '../rule-cases.js';

const workload = (parallelism: number, shipStrategy: string) => ({
  workload: {
    operators: [
      { id: 'source', kind: 'source', parallelism },
      { id: 'count', kind: 'process', parallelism },
    ],
    edges: [{ from: 'source', to: 'count', shipStrategy }],
  },
});

export const cases: RuleCases = {
  fires: [
    {
      name: '128 on 100',
      flinkVersion: '2.3',
      config: { 'pipeline.max-parallelism': '128' },
      ...workload(100, 'HASH'),
      path: '/workload/operators/1/parallelism',
      severity: 'warning',
    },
    {
      name: 'what Flink derives for 60, where nobody says whether the job has keys',
      flinkVersion: '1.13',
      config: { 'parallelism.default': '60' },
      path: 'parallelism.default',
      severity: 'info',
    },
    {
      name: 'by the deployment',
      flinkVersion: '1.20',
      config: { 'pipeline.max-parallelism': '100' },
      deployment: { kind: 'FlinkDeployment', parallelism: 70 },
      path: '/deployment/parallelism',
    },
  ],
  silent: [
    {
      name: 'a quarter above the mean, and no more',
      flinkVersion: '2.3',
      config: { 'pipeline.max-parallelism': '720' },
      ...workload(300, 'HASH'),
    },
    {
      name: 'a divisor',
      flinkVersion: '2.3',
      config: { 'pipeline.max-parallelism': '720' },
      ...workload(90, 'HASH'),
    },
    {
      name: 'no keys',
      flinkVersion: '2.3',
      config: { 'pipeline.max-parallelism': '128' },
      ...workload(100, 'REBALANCE'),
    },
    { name: 'a small job', flinkVersion: '2.3', config: { 'parallelism.default': '12' } },
  ],
};

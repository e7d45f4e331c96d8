import type { RuleCases } from '../rule-cases.js';

const workload = (parallelism: number, shipStrategy = 'REBALANCE') => ({
  operators: [
    { id: 'in', kind: 'source', parallelism: 8, recordsPerSecond: 1000 },
    { id: 'map', kind: 'map', parallelism },
  ],
  edges: [{ from: 'in', to: 'map', shipStrategy }],
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'both have 8 subtasks',
      flinkVersion: '1.20',
      config: {},
      workload: workload(8),
      path: '/workload/edges/0/shipStrategy',
      severity: 'info',
    },
    {
      name: 'each subtask of the source reads two partitions',
      flinkVersion: '2.3',
      config: {},
      workload: workload(8),
      job: { kafkaPartitions: 16 },
      path: '/workload/edges/0/shipStrategy',
    },
  ],
  silent: [
    { name: 'one has more subtasks', flinkVersion: '1.20', config: {}, workload: workload(9) },
    {
      name: 'records stay where they are',
      flinkVersion: '1.20',
      config: {},
      workload: workload(8, 'FORWARD'),
    },
    {
      name: 'four subtasks of the source read two partitions and four only one',
      flinkVersion: '1.20',
      config: {},
      workload: workload(8),
      job: { kafkaPartitions: 12 },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const workload = (parallelism?: number) => ({
  operators: [
    { id: 'in', kind: 'source', parallelism: 8 },
    { id: 'total', kind: 'process', ...(parallelism !== undefined && { parallelism }) },
  ],
  edges: [{ from: 'in', to: 'total', shipStrategy: 'GLOBAL' }],
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'two subtasks',
      flinkVersion: '1.20',
      config: {},
      workload: workload(2),
      path: '/workload/edges/0/shipStrategy',
    },
    {
      name: 'as many as the job has by itself',
      flinkVersion: '2.3',
      config: { 'parallelism.default': '8' },
      workload: workload(),
      path: '/workload/edges/0/shipStrategy',
      severity: 'warning',
    },
  ],
  silent: [
    { name: 'one subtask', flinkVersion: '1.20', config: {}, workload: workload(1) },
    { name: 'nothing is known of its subtasks', flinkVersion: '1.20', config: {}, workload: workload() },
  ],
};

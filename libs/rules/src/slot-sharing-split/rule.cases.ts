import type { RuleCases } from '../rule-cases.js';

const workload = (group?: string) => ({
  workload: {
    operators: [
      { id: 'in', kind: 'source', parallelism: 5 },
      { id: 'count', kind: 'window', parallelism: 15 },
      { id: 'out', kind: 'sink', parallelism: 2, ...(group !== undefined && { slotSharingGroup: group }) },
    ],
    edges: [],
  },
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'a sink of its own',
      flinkVersion: '2.3',
      config: {},
      ...workload('out'),
      path: '/workload/operators',
    },
    {
      name: 'an operator without a parallelism takes that of the file',
      flinkVersion: '1.13',
      config: { 'parallelism.default': '8' },
      workload: {
        operators: [
          { id: 'in', kind: 'source' },
          { id: 'out', kind: 'sink', slotSharingGroup: 'out' },
        ],
        edges: [],
      },
      path: '/workload/operators',
    },
  ],
  silent: [
    { name: 'no group is named', flinkVersion: '2.3', config: {}, ...workload() },
    { name: 'the group that all are in', flinkVersion: '2.3', config: {}, ...workload('default') },
  ],
};

import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'process size and Flink memory, which happen to fit',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g', 'taskmanager.memory.flink.size': '3430m' },
      path: 'taskmanager.memory.flink.size',
      fix: { set: {}, unset: ['taskmanager.memory.flink.size'] },
    },
    {
      name: 'the heap of Flink 1.9 was left beside the new size, and is ignored',
      flinkVersion: '1.12',
      config: { 'jobmanager.memory.process.size': '2g', 'jobmanager.heap.size': '1g' },
      path: 'jobmanager.heap.size',
      fix: { set: {}, unset: ['jobmanager.heap.size'] },
    },
  ],
  silent: [
    {
      name: 'one size, and pools within it',
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.process.size': '4g',
        'taskmanager.memory.task.heap.size': '1g',
      },
    },
    {
      name: 'Flink 2 does not know the old key',
      flinkVersion: '2.3',
      config: { 'jobmanager.memory.process.size': '2g', 'jobmanager.heap.size': '1g' },
    },
  ],
};

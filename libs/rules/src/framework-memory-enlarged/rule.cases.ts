import type { RuleCases } from '../rule-cases.js';

const size = { 'taskmanager.memory.process.size': '8g' };

export const cases: RuleCases = {
  fires: [
    {
      name: '2 GB of heap for the framework',
      flinkVersion: '1.20',
      config: { ...size, 'taskmanager.memory.framework.heap.size': '2g' },
      path: 'taskmanager.memory.framework.heap.size',
      fix: { set: {}, unset: ['taskmanager.memory.framework.heap.size'] },
    },
    {
      name: 'off-heap memory that was meant for the tasks',
      flinkVersion: '2.3',
      config: { ...size, 'taskmanager.memory.framework.off-heap.size': '1g' },
      path: 'taskmanager.memory.framework.off-heap.size',
      fix: {
        set: { 'taskmanager.memory.task.off-heap.size': '939524096b' },
        unset: ['taskmanager.memory.framework.off-heap.size'],
      },
    },
    {
      name: 'one byte more than twice the default, beside a heap of tasks that is stated',
      flinkVersion: '1.10',
      config: {
        'taskmanager.memory.framework.heap.size': '268435457b',
        'taskmanager.memory.task.heap.size': '1g',
        'taskmanager.memory.managed.size': '1g',
      },
      path: 'taskmanager.memory.framework.heap.size',
    },
  ],
  silent: [
    {
      name: 'twice the default',
      flinkVersion: '1.20',
      config: {
        ...size,
        'taskmanager.memory.framework.heap.size': '256m',
        'taskmanager.memory.framework.off-heap.size': '256m',
      },
    },
    {
      name: 'a batch job needs its read buffers there',
      flinkVersion: '1.20',
      config: {
        ...size,
        'taskmanager.memory.framework.off-heap.size': '640m',
        'taskmanager.memory.framework.off-heap.batch-shuffle.size': '512m',
      },
      job: { type: 'batch' },
    },
  ],
};

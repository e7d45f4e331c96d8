import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'four slots in the process size of a fresh download: 96 MB each',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '1728m', 'taskmanager.numberOfTaskSlots': '4' },
      path: 'taskmanager.numberOfTaskSlots',
    },
    {
      name: 'one byte of task heap is missing',
      flinkVersion: '2.3',
      config: {
        'taskmanager.memory.task.heap.size': '268435455b',
        'taskmanager.memory.managed.size': '128m',
        'taskmanager.numberOfTaskSlots': '2',
      },
      path: 'taskmanager.numberOfTaskSlots',
    },
  ],
  silent: [
    {
      name: 'two slots have 128 MB of task heap each',
      flinkVersion: '2.3',
      config: {
        'taskmanager.memory.task.heap.size': '256m',
        'taskmanager.memory.managed.size': '128m',
        'taskmanager.numberOfTaskSlots': '2',
      },
    },
    {
      name: 'one slot has all there is',
      flinkVersion: '1.10',
      config: { 'taskmanager.memory.process.size': '1g' },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const pools = (heap: string, offHeap: string) => ({
  'taskmanager.memory.task.heap.size': heap,
  'taskmanager.memory.task.off-heap.size': offHeap,
  'taskmanager.memory.managed.size': '1g',
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'of 8 GB, 3 GB are set aside and 0.4 GB are left',
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.process.size': '8g',
        'taskmanager.memory.task.off-heap.size': '3g',
      },
      path: 'taskmanager.memory.task.off-heap.size',
    },
    {
      name: 'one byte more than the heap',
      flinkVersion: '2.3',
      config: pools('1g', '1073741825b'),
      path: 'taskmanager.memory.task.off-heap.size',
    },
  ],
  silent: [
    { name: 'as much as the heap', flinkVersion: '2.3', config: pools('1g', '1g') },
    {
      name: 'nothing is set aside',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '1g' },
    },
  ],
};

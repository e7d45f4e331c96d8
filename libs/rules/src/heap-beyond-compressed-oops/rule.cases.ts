import type { RuleCases } from '../rule-cases.js';

const heap = (task: string) => ({
  'taskmanager.memory.framework.heap.size': '128m',
  'taskmanager.memory.task.heap.size': task,
  'taskmanager.memory.managed.size': '1g',
});

export const cases: RuleCases = {
  fires: [
    {
      name: '36 GB of heap',
      flinkVersion: '1.20',
      config: heap('36g'),
      path: 'taskmanager.memory.task.heap.size',
      severity: 'warning',
    },
    {
      name: 'one megabyte too much',
      flinkVersion: '2.3',
      config: heap('32609m'),
      path: 'taskmanager.memory.task.heap.size',
    },
    {
      name: '64 GB of heap hold more than 32 would, at a price',
      flinkVersion: '1.10',
      config: heap('64g'),
      path: 'taskmanager.memory.task.heap.size',
      severity: 'info',
    },
  ],
  silent: [
    { name: 'the largest heap with compressed references', flinkVersion: '2.3', config: heap('32608m') },
    {
      name: 'objects are aligned to 16 bytes, so 64 GB can be addressed',
      flinkVersion: '1.20',
      config: { ...heap('36g'), 'env.java.opts.taskmanager': '-XX:ObjectAlignmentInBytes=16' },
    },
  ],
};

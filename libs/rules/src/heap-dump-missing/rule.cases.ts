import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    { name: 'no options at all', flinkVersion: '2.3', config: {}, path: 'env.java.opts.taskmanager' },
    {
      name: 'a place for a dump that nothing writes',
      flinkVersion: '1.20',
      config: { 'env.java.opts.all': '-XX:HeapDumpPath=/dumps' },
      path: 'env.java.opts.all',
      fix: {
        set: { 'env.java.opts.all': '-XX:HeapDumpPath=/dumps -XX:+HeapDumpOnOutOfMemoryError' },
        unset: [],
      },
    },
    {
      name: 'the JobManager alone writes one',
      flinkVersion: '1.13',
      config: { 'env.java.opts.jobmanager': '-XX:+HeapDumpOnOutOfMemoryError' },
      path: 'env.java.opts.taskmanager',
    },
  ],
  silent: [
    {
      name: 'for all processes, by the key of 1.13',
      flinkVersion: '1.13',
      config: { 'env.java.opts': '-XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=/dumps' },
    },
    {
      name: 'for the TaskManagers',
      flinkVersion: '2.3',
      config: { 'env.java.opts.taskmanager': '-XX:+UseG1GC -XX:+HeapDumpOnOutOfMemoryError' },
    },
    { name: 'while developing', flinkVersion: '2.3', config: {}, rules: { set: 'development' } },
  ],
};

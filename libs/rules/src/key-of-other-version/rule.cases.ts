import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'the name of 1.20 in a file of 1.17',
      flinkVersion: '1.17',
      config: { 'execution.checkpointing.dir': 's3://bucket/checkpoints' },
      path: 'execution.checkpointing.dir',
      fix: {
        set: { 'state.checkpoints.dir': 's3://bucket/checkpoints' },
        unset: ['execution.checkpointing.dir'],
      },
    },
    {
      name: 'an option that is wholly new',
      flinkVersion: '1.20',
      config: { 'jobmanager.adaptive-scheduler.rescale-trigger.max-delay': '1 h' },
      path: 'jobmanager.adaptive-scheduler.rescale-trigger.max-delay',
    },
    {
      name: 'the name of today, beside the one that this version reads',
      flinkVersion: '1.13',
      config: { 'state.backend.type': 'rocksdb', 'state.backend': 'hashmap' },
      path: 'state.backend.type',
    },
  ],
  silent: [
    {
      name: 'the version that brought it',
      flinkVersion: '1.20',
      config: { 'execution.checkpointing.dir': 's3://bucket/checkpoints' },
    },
    {
      name: 'a key that only older versions had',
      flinkVersion: '2.3',
      config: { 'taskmanager.heap.size': '4g' },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'the old key says otherwise and is never read',
      flinkVersion: '1.20',
      config: { 'state.backend': 'rocksdb', 'state.backend.type': 'hashmap' },
      path: 'state.backend',
      severity: 'warning',
      fix: { set: {}, unset: ['state.backend'] },
    },
    {
      name: 'both say the same',
      flinkVersion: '2.3',
      config: { 'state.checkpoints.dir': 's3://b/c', 'execution.checkpointing.dir': 's3://b/c' },
      path: 'state.checkpoints.dir',
      severity: 'info',
    },
    {
      name: 'two old keys of one option, of which the first that Flink declares is read',
      flinkVersion: '1.20',
      config: { 'recovery.mode': 'zookeeper', 'high-availability': 'kubernetes' },
      path: 'high-availability',
    },
    {
      name: 'one key in two lines',
      flinkVersion: '1.18',
      config: { 'parallelism.default': '4' },
      problems: [
        {
          code: 'duplicate-key',
          message: '"parallelism.default" stands in line 2 too; Flink takes the last: remove one.',
          line: 7,
          column: 1,
          key: 'parallelism.default',
        },
      ],
      path: 'parallelism.default',
    },
  ],
  silent: [
    {
      name: 'two options, one of which falls back to the other',
      flinkVersion: '2.3',
      config: { 'rest.port': '8081', 'rest.bind-port': '8081-8090' },
    },
    {
      name: 'another problem of the file',
      flinkVersion: '1.18',
      config: { 'parallelism.default': '4' },
      problems: [{ code: 'value-missing', message: 'Flink drops it.', line: 3, column: 9 }],
    },
    { name: 'an old key alone', flinkVersion: '2.3', config: { 'state.checkpoints.dir': 's3://b/c' } },
  ],
};

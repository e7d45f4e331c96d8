import type { RuleCases } from '../rule-cases.js';

const INTERVAL = { 'execution.checkpointing.interval': '1 min' };
const MEBIBYTE = 1_048_576;

export const cases: RuleCases = {
  fires: [
    {
      name: 'no directory is named',
      flinkVersion: '1.20',
      config: { ...INTERVAL },
      path: 'execution.checkpointing.dir',
      severity: 'warning',
    },
    {
      name: 'the storage is named, and the directory in vain',
      flinkVersion: '2.3',
      config: {
        ...INTERVAL,
        'execution.checkpointing.storage': 'jobmanager',
        'execution.checkpointing.dir': 's3://bucket/checkpoints',
      },
      path: 'execution.checkpointing.storage',
    },
    {
      name: 'a checkpoint is a byte more than the heap of 1024 MiB',
      flinkVersion: '1.20',
      config: { ...INTERVAL, 'jobmanager.memory.heap.size': '1024m' },
      checkpointing: { bytes: 1024 * MEBIBYTE + 1 },
      path: 'execution.checkpointing.dir',
      severity: 'error',
    },
    {
      name: 'the operator needs a directory',
      flinkVersion: '1.20',
      config: { 'state.savepoints.dir': 's3://bucket/savepoints' },
      deployment: { kind: 'FlinkDeployment', upgradeMode: 'savepoint' },
      path: 'execution.checkpointing.dir',
      severity: 'error',
    },
    {
      name: 'the state backend of before 1.13 that nobody chose',
      flinkVersion: '1.12',
      config: { ...INTERVAL, 'state.checkpoints.dir': 's3://bucket/checkpoints' },
      path: 'state.checkpoints.dir',
    },
  ],
  silent: [
    {
      name: 'a directory is named',
      flinkVersion: '1.20',
      config: { ...INTERVAL, 'state.checkpoints.dir': 's3://bucket/checkpoints' },
    },
    {
      name: 'a state backend of before 1.13 that writes to its directory',
      flinkVersion: '1.12',
      config: {
        ...INTERVAL,
        'state.backend': 'filesystem',
        'state.checkpoints.dir': 's3://bucket/checkpoints',
      },
    },
    { name: 'there are no checkpoints', flinkVersion: '1.20', config: {} },
  ],
};

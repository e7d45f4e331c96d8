import type { RuleCases } from '../rule-cases.js';

const config = {
  'execution.checkpointing.interval': '1 min',
  'execution.checkpointing.dir': 'file:///data/checkpoints',
};
const machine = { networkIn: 1_250_000_000, networkOut: 1_250_000_000 };

export const cases: RuleCases = {
  fires: [
    {
      name: 'two machines, each with a directory of its own',
      flinkVersion: '1.20',
      config,
      cluster: { machines: 2, machine },
      path: 'execution.checkpointing.dir',
      severity: 'error',
    },
    {
      name: 'nothing is known of machines, and the key is of 1.x',
      flinkVersion: '1.17',
      config: { 'execution.checkpointing.interval': '1 min', 'state.checkpoints.dir': '/data/checkpoints' },
      path: 'state.checkpoints.dir',
      severity: 'warning',
    },
    {
      name: 'one machine',
      flinkVersion: '2.3',
      config,
      cluster: { machines: 1, machine },
      path: 'execution.checkpointing.dir',
      severity: 'info',
    },
    {
      name: 'savepoints in the file system of a pod',
      flinkVersion: '1.20',
      config: { 'state.savepoints.dir': 'file:/tmp/savepoints' },
      deployment: { kind: 'FlinkDeployment', volumes: [{ path: '/opt/data', attachment: 'network' }] },
      path: 'state.savepoints.dir',
      severity: 'error',
    },
  ],
  silent: [
    {
      name: 'an object store',
      flinkVersion: '1.20',
      config: { ...config, 'execution.checkpointing.dir': 's3://bucket/checkpoints' },
      cluster: { machines: 2, machine },
    },
    {
      name: 'a volume that all pods share',
      flinkVersion: '1.20',
      config,
      deployment: { kind: 'FlinkDeployment', volumes: [{ path: '/data', attachment: 'network' }] },
    },
    {
      name: 'paths lie in HDFS unless they say otherwise',
      flinkVersion: '1.20',
      config: {
        ...config,
        'execution.checkpointing.dir': '/checkpoints',
        'fs.default-scheme': 'hdfs://namenode:8020',
      },
      cluster: { machines: 2, machine },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const INTERVAL = { 'execution.checkpointing.interval': '1 min' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'nothing is said of savepoints',
      flinkVersion: '1.20',
      config: INTERVAL,
      path: 'execution.checkpointing.savepoint-dir',
      severity: 'info',
    },
    {
      name: 'the operator upgrades by savepoint',
      flinkVersion: '1.17',
      config: {},
      deployment: { kind: 'FlinkDeployment', upgradeMode: 'savepoint' },
      path: 'state.savepoints.dir',
      severity: 'error',
    },
    {
      name: 'the operator takes savepoints by the clock',
      flinkVersion: '2.3',
      config: { ...INTERVAL, 'kubernetes.operator.periodic.savepoint.interval': '6h' },
      deployment: { kind: 'FlinkDeployment', upgradeMode: 'last-state' },
      path: 'execution.checkpointing.savepoint-dir',
      severity: 'error',
    },
  ],
  silent: [
    {
      name: 'it is set, by the key of 1.x',
      flinkVersion: '2.3',
      config: { ...INTERVAL, 'state.savepoints.dir': 's3://bucket/savepoints' },
    },
    {
      name: 'a batch job takes none',
      flinkVersion: '1.20',
      config: INTERVAL,
      job: { type: 'batch' },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const RETENTION = 'execution.checkpointing.externalized-checkpoint-retention';
const INTERVAL = { 'execution.checkpointing.interval': '1 min' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'nothing is said of it',
      flinkVersion: '1.20',
      config: INTERVAL,
      path: RETENTION,
      severity: 'warning',
      fix: { set: { [RETENTION]: 'RETAIN_ON_CANCELLATION' }, unset: [] },
    },
    {
      name: 'deleted on purpose',
      flinkVersion: '1.13',
      config: { ...INTERVAL, [RETENTION]: 'DELETE_ON_CANCELLATION' },
      path: RETENTION,
    },
    {
      name: 'the operator is told not to retain them',
      flinkVersion: '2.3',
      config: { ...INTERVAL, [RETENTION]: 'NO_EXTERNALIZED_CHECKPOINTS' },
      deployment: { kind: 'FlinkDeployment', cluster: 'application' },
      path: RETENTION,
    },
  ],
  silent: [
    {
      name: 'they are retained',
      flinkVersion: '1.20',
      config: { ...INTERVAL, [RETENTION]: 'RETAIN_ON_CANCELLATION' },
    },
    {
      name: 'the operator retains them by itself',
      flinkVersion: '1.20',
      config: INTERVAL,
      deployment: { kind: 'FlinkDeployment', cluster: 'application' },
    },
    { name: 'there are no checkpoints', flinkVersion: '1.20', config: {} },
  ],
};

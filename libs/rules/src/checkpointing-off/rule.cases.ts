import type { RuleCases } from '../rule-cases.js';

const INTERVAL = 'execution.checkpointing.interval';

export const cases: RuleCases = {
  fires: [
    {
      name: 'nothing is said of checkpoints',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g' },
      path: INTERVAL,
      severity: 'warning',
      fix: { set: { [INTERVAL]: '1 min' }, unset: [] },
    },
    {
      name: 'an exactly-once sink would never commit',
      flinkVersion: '2.3',
      config: { 'execution.checkpointing.min-pause': '10 s' },
      job: { deliveryGuarantee: 'exactly-once' },
      path: INTERVAL,
      severity: 'error',
    },
  ],
  silent: [
    { name: 'an interval is set', flinkVersion: '1.20', config: { [INTERVAL]: '1 min' } },
    { name: 'a batch job needs none', flinkVersion: '2.3', config: {}, job: { type: 'batch' } },
    {
      name: 'a batch job by its runtime mode',
      flinkVersion: '1.18',
      config: { 'execution.runtime-mode': 'BATCH' },
    },
    {
      name: 'checkpoints were seen, so the code turns them on',
      flinkVersion: '1.17',
      config: {},
      checkpointing: { durationMs: 4000 },
    },
    {
      name: 'the operator sets an interval of its own for last-state',
      flinkVersion: '1.20',
      config: {},
      deployment: { kind: 'FlinkDeployment', upgradeMode: 'last-state' },
    },
    { name: 'a version that reads no such key', flinkVersion: '1.9', config: {} },
  ],
};

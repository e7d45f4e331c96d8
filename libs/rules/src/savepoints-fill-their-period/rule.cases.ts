import type { RuleCases } from '../rule-cases.js';

const GIGABIT_10 = 1_250_000_000;
const config = { 'execution.checkpointing.interval': '1 min' };
const measured = { bytes: 1_000_000_000, durationMs: 10_000, savepointBytes: 180_000_000_000 };

export const cases: RuleCases = {
  fires: [
    {
      name: '30 minutes of an hour and a little more, at the pace of checkpoints',
      flinkVersion: '1.20',
      config,
      checkpointing: { ...measured, savepointPeriodMs: 3_599_999 },
      path: '/checkpointing/savepointPeriodMs',
    },
    {
      name: 'the operator takes one each 10 minutes, over the network of 4 machines',
      flinkVersion: '2.3',
      config: { ...config, 'kubernetes.operator.periodic.savepoint.interval': '10 min' },
      cluster: { machines: 4, machine: { networkIn: GIGABIT_10, networkOut: GIGABIT_10 } },
      checkpointing: { savepointBytes: 2_000_000_000_000 },
      path: 'kubernetes.operator.periodic.savepoint.interval',
    },
  ],
  silent: [
    {
      name: '30 minutes of an hour',
      flinkVersion: '1.20',
      config,
      checkpointing: { ...measured, savepointPeriodMs: 3_600_000 },
    },
    {
      name: 'the operator follows the times of a cron expression',
      flinkVersion: '1.20',
      config: { ...config, 'kubernetes.operator.periodic.savepoint.interval': '0 0 12 * * ?' },
      checkpointing: measured,
    },
    {
      name: 'nothing tells how fast one is uploaded',
      flinkVersion: '1.20',
      config,
      checkpointing: { savepointBytes: 180_000_000_000, savepointPeriodMs: 60_000 },
    },
  ],
};

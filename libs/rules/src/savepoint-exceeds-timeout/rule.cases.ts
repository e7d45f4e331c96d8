import type { RuleCases } from '../rule-cases.js';

const TIMEOUT = 'execution.checkpointing.timeout';
const config = { 'execution.checkpointing.interval': '1 min' };
const measured = { bytes: 1_000_000_000, durationMs: 10_000 };

export const cases: RuleCases = {
  fires: [
    {
      name: 'a second more than Flink’s 10 minutes',
      flinkVersion: '1.20',
      config,
      checkpointing: { ...measured, savepointBytes: 60_100_000_000 },
      path: TIMEOUT,
      fix: { set: { [TIMEOUT]: '1803 s' }, unset: [] },
    },
    {
      name: 'the timeout was lowered to suit checkpoints',
      flinkVersion: '1.13',
      config: { ...config, [TIMEOUT]: '1 min' },
      checkpointing: { ...measured, savepointBytes: 20_000_000_000 },
      path: TIMEOUT,
      severity: 'warning',
    },
    {
      name: 'the network of all machines is too slow for it',
      flinkVersion: '2.3',
      config,
      cluster: { machines: 2, machine: { networkIn: 1_250_000_000, networkOut: 1_250_000_000 } },
      checkpointing: { savepointBytes: 1_500_100_000_000 },
      path: TIMEOUT,
      severity: 'error',
    },
  ],
  silent: [
    {
      name: 'just Flink’s 10 minutes',
      flinkVersion: '1.20',
      config,
      checkpointing: { ...measured, savepointBytes: 60_000_000_000 },
    },
    {
      name: 'nothing is known of savepoints',
      flinkVersion: '1.20',
      config,
      checkpointing: measured,
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const INTERVAL = 'execution.checkpointing.interval';
const TIMEOUT = 'execution.checkpointing.timeout';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a millisecond more than the timeout',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '5 min', [TIMEOUT]: '1 min' },
      checkpointing: { durationMs: 60_001 },
      path: TIMEOUT,
      fix: { set: { [TIMEOUT]: '180003 ms' }, unset: [] },
    },
    {
      name: 'longer than the 10 minutes that Flink takes by itself',
      flinkVersion: '2.3',
      config: { [INTERVAL]: '30 min' },
      checkpointing: { durationMs: 660_000 },
      path: TIMEOUT,
      severity: 'error',
    },
  ],
  silent: [
    {
      name: 'exactly as long as the timeout',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '5 min', [TIMEOUT]: '1 min' },
      checkpointing: { durationMs: 60_000 },
    },
    {
      name: 'within the 10 minutes that Flink takes by itself',
      flinkVersion: '1.13',
      config: { [INTERVAL]: '30 min' },
      checkpointing: { durationMs: 600_000 },
    },
  ],
};

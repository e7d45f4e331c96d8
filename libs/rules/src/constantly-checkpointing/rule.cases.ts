import type { RuleCases } from '../rule-cases.js';

const INTERVAL = 'execution.checkpointing.interval';
const MIN_PAUSE = 'execution.checkpointing.min-pause';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a checkpoint takes as long as its interval',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '1 min' },
      checkpointing: { durationMs: 60_000 },
      path: INTERVAL,
      fix: { set: { [MIN_PAUSE]: '1 min' }, unset: [] },
    },
    {
      name: 'a checkpoint takes longer, and two may run at once',
      flinkVersion: '1.13',
      config: { [INTERVAL]: '10 s', 'execution.checkpointing.max-concurrent-checkpoints': '2' },
      checkpointing: { durationMs: 15_000 },
      path: INTERVAL,
    },
  ],
  silent: [
    {
      name: 'a checkpoint takes a millisecond less',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '1 min' },
      checkpointing: { durationMs: 59_999 },
    },
    {
      name: 'a min pause follows each checkpoint',
      flinkVersion: '2.3',
      config: { [INTERVAL]: '1 min', [MIN_PAUSE]: '10 s' },
      checkpointing: { durationMs: 75_000 },
    },
    {
      name: 'nothing is known of the duration',
      flinkVersion: '2.3',
      config: { [INTERVAL]: '1 s' },
      checkpointing: { bytes: 1_000_000 },
    },
  ],
};

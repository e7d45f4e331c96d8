import type { RuleCases } from '../rule-cases.js';

const INTERVAL = 'execution.checkpointing.interval';
const MIN_PAUSE = 'execution.checkpointing.min-pause';
const config = { [INTERVAL]: '10 s', [MIN_PAUSE]: '5 s' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'checkpoint and pause take a millisecond more than the interval',
      flinkVersion: '1.20',
      config,
      checkpointing: { durationMs: 5001 },
      path: MIN_PAUSE,
      severity: 'info',
    },
    {
      name: 'a pause as long as the interval leaves nothing for the checkpoint',
      flinkVersion: '2.3',
      config: { [INTERVAL]: '10 s', [MIN_PAUSE]: '10 s' },
      checkpointing: { durationMs: 5000 },
      path: MIN_PAUSE,
    },
  ],
  silent: [
    { name: 'both fit', flinkVersion: '1.20', config, checkpointing: { durationMs: 5000 } },
    {
      name: 'there is no pause',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '10 s' },
      checkpointing: { durationMs: 5001 },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const INTERVAL = 'execution.checkpointing.interval';
const MIN_PAUSE = 'execution.checkpointing.min-pause';

export const cases: RuleCases = {
  fires: [
    {
      name: 'the pause is a millisecond longer',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '10 s', [MIN_PAUSE]: '10001 ms' },
      path: INTERVAL,
      fix: { set: { [INTERVAL]: '10001 ms' }, unset: [] },
    },
    {
      name: 'the two were mixed up',
      flinkVersion: '2.3',
      config: { [INTERVAL]: '30 s', [MIN_PAUSE]: '1 min' },
      path: INTERVAL,
      severity: 'info',
    },
  ],
  silent: [
    {
      name: 'both are the same',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '10 s', [MIN_PAUSE]: '10000 ms' },
    },
    { name: 'there are no checkpoints', flinkVersion: '1.20', config: { [MIN_PAUSE]: '1 min' } },
  ],
};

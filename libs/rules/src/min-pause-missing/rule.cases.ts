import type { RuleCases } from '../rule-cases.js';

const INTERVAL = 'execution.checkpointing.interval';
const MIN_PAUSE = 'execution.checkpointing.min-pause';
const config = { [INTERVAL]: '1 min' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'only an interval is set',
      flinkVersion: '1.20',
      config,
      path: MIN_PAUSE,
      severity: 'info',
      fix: { set: { [MIN_PAUSE]: '30 s' }, unset: [] },
    },
    {
      name: 'checkpoints take half of the interval',
      flinkVersion: '2.3',
      config,
      checkpointing: { durationMs: 30_000 },
      path: MIN_PAUSE,
      severity: 'info',
    },
    {
      name: 'checkpoints take more than half of the interval',
      flinkVersion: '2.3',
      config,
      checkpointing: { durationMs: 30_001 },
      path: MIN_PAUSE,
      severity: 'warning',
    },
    {
      name: 'a pause of 0 is none',
      flinkVersion: '1.13',
      config: { ...config, [MIN_PAUSE]: '0 ms' },
      path: MIN_PAUSE,
    },
  ],
  silent: [
    { name: 'a pause is set', flinkVersion: '1.20', config: { ...config, [MIN_PAUSE]: '1 ms' } },
    { name: 'there are no checkpoints', flinkVersion: '1.20', config: {} },
    {
      name: 'checkpoints fill the interval, which another rule says',
      flinkVersion: '1.20',
      config,
      checkpointing: { durationMs: 60_000 },
    },
  ],
};

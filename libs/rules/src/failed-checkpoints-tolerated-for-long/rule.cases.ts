import type { RuleCases } from '../rule-cases.js';

const TOLERATED = 'execution.checkpointing.tolerable-failed-checkpoints';
const INTERVAL = 'execution.checkpointing.interval';

export const cases: RuleCases = {
  fires: [
    {
      name: 'an hour and a minute',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '1 min', [TOLERATED]: '60' },
      path: TOLERATED,
      fix: { set: { [TOLERATED]: '59' }, unset: [] },
    },
    {
      name: 'as many as there may be',
      flinkVersion: '2.3',
      config: { [INTERVAL]: '10 s', [TOLERATED]: '2147483647' },
      path: TOLERATED,
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: 'an hour',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '1 min', [TOLERATED]: '59' },
    },
    {
      name: 'few, with a long interval',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '30 min', [TOLERATED]: '3' },
    },
  ],
};

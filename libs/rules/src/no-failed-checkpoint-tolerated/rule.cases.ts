import type { RuleCases } from '../rule-cases.js';

const TOLERATED = 'execution.checkpointing.tolerable-failed-checkpoints';
const config = { 'execution.checkpointing.interval': '1 min' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'nothing is said of it, before 1.19',
      flinkVersion: '1.17',
      config,
      path: TOLERATED,
      severity: 'info',
      fix: { set: { [TOLERATED]: '3' }, unset: [] },
    },
    {
      name: 'none is tolerated, on purpose',
      flinkVersion: '2.3',
      config: { ...config, [TOLERATED]: '0' },
      path: TOLERATED,
    },
  ],
  silent: [
    { name: 'one is tolerated', flinkVersion: '1.20', config: { ...config, [TOLERATED]: '1' } },
    { name: 'there are no checkpoints', flinkVersion: '1.20', config: {} },
  ],
};

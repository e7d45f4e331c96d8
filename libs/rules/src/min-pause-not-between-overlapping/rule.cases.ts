import type { RuleCases } from '../rule-cases.js';

const CONCURRENT = 'execution.checkpointing.max-concurrent-checkpoints';
const config = { 'execution.checkpointing.interval': '1 min', 'execution.checkpointing.min-pause': '30 s' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'two may run at once',
      flinkVersion: '1.20',
      config: { ...config, [CONCURRENT]: '2' },
      path: CONCURRENT,
      fix: { set: { [CONCURRENT]: '1' }, unset: [] },
    },
    {
      name: 'any number may',
      flinkVersion: '2.3',
      config: { ...config, [CONCURRENT]: '100' },
      path: CONCURRENT,
    },
  ],
  silent: [
    { name: 'one may run', flinkVersion: '1.20', config: { ...config, [CONCURRENT]: '1' } },
    {
      name: 'there is no pause',
      flinkVersion: '1.20',
      config: { 'execution.checkpointing.interval': '1 min', [CONCURRENT]: '2' },
    },
  ],
};

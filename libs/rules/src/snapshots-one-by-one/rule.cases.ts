import type { RuleCases } from '../rule-cases.js';

const CONCURRENT = 'execution.checkpointing.max-concurrent-checkpoints';
const config = { 'execution.checkpointing.interval': '1 min' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'two may run at once',
      flinkVersion: '1.20',
      config: { ...config, [CONCURRENT]: '2' },
      path: CONCURRENT,
      severity: 'info',
      fix: { set: { [CONCURRENT]: '1' }, unset: [] },
    },
    {
      name: 'three, in an old version',
      flinkVersion: '1.10',
      config: { ...config, [CONCURRENT]: '3' },
      path: CONCURRENT,
    },
  ],
  silent: [
    { name: 'one may run', flinkVersion: '1.20', config: { ...config, [CONCURRENT]: '1' } },
    {
      name: 'a min pause is set, which another rule speaks of',
      flinkVersion: '1.20',
      config: { ...config, [CONCURRENT]: '2', 'execution.checkpointing.min-pause': '10 s' },
    },
  ],
};

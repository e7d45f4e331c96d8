import type { RuleCases } from '../rule-cases.js';

const CONCURRENT = 'execution.checkpointing.max-concurrent-checkpoints';

export const cases: RuleCases = {
  fires: [
    {
      name: 'two at once',
      flinkVersion: '1.20',
      config: { [CONCURRENT]: '2', 'execution.checkpointing.unaligned.enabled': 'true' },
      path: CONCURRENT,
      severity: 'error',
      fix: { set: { [CONCURRENT]: '1' }, unset: [] },
    },
    {
      name: 'under the older name',
      flinkVersion: '1.13',
      config: { [CONCURRENT]: '3', 'execution.checkpointing.unaligned': 'true' },
      path: CONCURRENT,
    },
  ],
  silent: [
    {
      name: 'one at a time',
      flinkVersion: '1.20',
      config: { [CONCURRENT]: '1', 'execution.checkpointing.unaligned.enabled': 'true' },
    },
    {
      name: 'at-least-once turns unaligned checkpoints off before',
      flinkVersion: '1.20',
      config: {
        [CONCURRENT]: '2',
        'execution.checkpointing.unaligned.enabled': 'true',
        'execution.checkpointing.mode': 'AT_LEAST_ONCE',
      },
    },
    { name: 'aligned checkpoints', flinkVersion: '2.3', config: { [CONCURRENT]: '2' } },
  ],
};

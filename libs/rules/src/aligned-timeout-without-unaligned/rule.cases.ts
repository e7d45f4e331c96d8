import type { RuleCases } from '../rule-cases.js';

const TIMEOUT = 'execution.checkpointing.aligned-checkpoint-timeout';

export const cases: RuleCases = {
  fires: [
    {
      name: 'only the timeout is set',
      flinkVersion: '2.3',
      config: { [TIMEOUT]: '30 s' },
      path: TIMEOUT,
      severity: 'info',
    },
    {
      name: 'under its older name',
      flinkVersion: '1.20',
      config: { 'execution.checkpointing.alignment-timeout': '30 s' },
      path: 'execution.checkpointing.alignment-timeout',
    },
  ],
  silent: [
    {
      name: 'unaligned checkpoints are on',
      flinkVersion: '2.3',
      config: { [TIMEOUT]: '30 s', 'execution.checkpointing.unaligned.enabled': 'true' },
    },
    { name: 'a timeout of 0 says nothing', flinkVersion: '2.3', config: { [TIMEOUT]: '0 ms' } },
  ],
};

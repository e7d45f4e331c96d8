import type { RuleCases } from '../rule-cases.js';

const MODE = 'execution.checkpointing.mode';

export const cases: RuleCases = {
  fires: [
    {
      name: 'both are set',
      flinkVersion: '1.20',
      config: { [MODE]: 'AT_LEAST_ONCE', 'execution.checkpointing.unaligned.enabled': 'true' },
      path: 'execution.checkpointing.unaligned.enabled',
      fix: { set: {}, unset: ['execution.checkpointing.unaligned.enabled'] },
    },
    {
      name: 'under the older name, and in small letters',
      flinkVersion: '2.3',
      config: { [MODE]: 'at_least_once', 'execution.checkpointing.unaligned': 'true' },
      path: 'execution.checkpointing.unaligned',
    },
  ],
  silent: [
    {
      name: 'exactly-once, as it is by itself',
      flinkVersion: '1.20',
      config: { 'execution.checkpointing.unaligned.enabled': 'true' },
    },
    {
      name: 'aligned checkpoints',
      flinkVersion: '1.20',
      config: { [MODE]: 'AT_LEAST_ONCE', 'execution.checkpointing.unaligned.enabled': 'false' },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const INTERVAL = { 'execution.checkpointing.interval': '1 min' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'no timeout is set',
      flinkVersion: '1.20',
      config: { ...INTERVAL, 'execution.checkpointing.unaligned.enabled': 'true' },
      path: 'execution.checkpointing.aligned-checkpoint-timeout',
      severity: 'info',
      fix: { set: { 'execution.checkpointing.aligned-checkpoint-timeout': '30 s' }, unset: [] },
    },
    {
      name: 'a timeout of 0, under its older name',
      flinkVersion: '1.13',
      config: {
        ...INTERVAL,
        'execution.checkpointing.unaligned': 'true',
        'execution.checkpointing.alignment-timeout': '0 ms',
      },
      path: 'execution.checkpointing.alignment-timeout',
    },
  ],
  silent: [
    {
      name: 'a timeout is set',
      flinkVersion: '2.3',
      config: {
        ...INTERVAL,
        'execution.checkpointing.unaligned.enabled': 'true',
        'execution.checkpointing.aligned-checkpoint-timeout': '1 ms',
      },
    },
    { name: 'checkpoints are aligned', flinkVersion: '2.3', config: INTERVAL },
    {
      name: 'a version that cannot wait',
      flinkVersion: '1.12',
      config: { ...INTERVAL, 'execution.checkpointing.unaligned': 'true' },
    },
  ],
};

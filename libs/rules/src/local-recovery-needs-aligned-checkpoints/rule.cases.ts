import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'both, as 1.13 spells them',
      flinkVersion: '1.13',
      config: { 'state.backend.local-recovery': 'true', 'execution.checkpointing.unaligned': 'true' },
      path: 'state.backend.local-recovery',
      severity: 'info',
    },
    {
      name: 'both, as 2.3 spells them',
      flinkVersion: '2.3',
      config: {
        'execution.state-recovery.from-local': 'true',
        'execution.checkpointing.unaligned.enabled': 'true',
      },
      path: 'execution.state-recovery.from-local',
    },
  ],
  silent: [
    {
      name: 'checkpoints are aligned',
      flinkVersion: '2.3',
      config: { 'execution.state-recovery.from-local': 'true' },
    },
    {
      name: 'checkpoints begin aligned',
      flinkVersion: '1.20',
      config: {
        'execution.state-recovery.from-local': 'true',
        'execution.checkpointing.unaligned.enabled': 'true',
        'execution.checkpointing.aligned-checkpoint-timeout': '30 s',
      },
    },
    {
      name: 'there is no local recovery',
      flinkVersion: '1.20',
      config: { 'execution.checkpointing.unaligned.enabled': 'true' },
    },
  ],
};

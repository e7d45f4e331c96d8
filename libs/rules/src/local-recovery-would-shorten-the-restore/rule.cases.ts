import type { RuleCases } from '../rule-cases.js';

const GIGABIT_10 = 1_250_000_000;
const cluster = { machines: 4, machine: { networkIn: GIGABIT_10, networkOut: GIGABIT_10 } };
const config = { 'execution.checkpointing.interval': '5 min' };

export const cases: RuleCases = {
  fires: [
    {
      name: '10 s for 4 machines, and the keys of 1.20',
      flinkVersion: '1.20',
      config,
      cluster,
      checkpointing: { bytes: 50_000_000_000 },
      path: 'execution.state-recovery.from-local',
      severity: 'info',
      fix: {
        set: {
          'execution.checkpointing.local-backup.enabled': 'true',
          'execution.state-recovery.from-local': 'true',
        },
        unset: [],
      },
    },
    {
      name: 'turned off, with the key of before',
      flinkVersion: '1.18',
      config: { ...config, 'state.backend.local-recovery': 'false' },
      cluster,
      checkpointing: { bytes: 500_000_000_000 },
      path: 'state.backend.local-recovery',
      fix: { set: { 'state.backend.local-recovery': 'true' }, unset: [] },
    },
  ],
  silent: [
    {
      name: 'a little less than 10 s',
      flinkVersion: '1.20',
      config,
      cluster,
      checkpointing: { bytes: 49_999_000_000 },
    },
    {
      name: 'it is on',
      flinkVersion: '2.3',
      config: { ...config, 'execution.state-recovery.from-local': 'true' },
      cluster,
      checkpointing: { bytes: 50_000_000_000 },
    },
    {
      name: 'unaligned checkpoints have no local copy',
      flinkVersion: '2.3',
      config: { ...config, 'execution.checkpointing.unaligned.enabled': 'true' },
      cluster,
      checkpointing: { bytes: 50_000_000_000 },
    },
  ],
};

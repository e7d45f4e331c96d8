import type { RuleCases } from '../rule-cases.js';

const BACKUP = 'execution.checkpointing.local-backup.enabled';
const READS = 'execution.state-recovery.from-local';

export const cases: RuleCases = {
  fires: [
    {
      name: 'copies are written and not read',
      flinkVersion: '1.20',
      config: { [BACKUP]: 'true' },
      path: READS,
      fix: { set: { [BACKUP]: 'true', [READS]: 'true' }, unset: [] },
    },
    {
      name: 'copies are looked for and not written',
      flinkVersion: '2.3',
      config: { [READS]: 'true', [BACKUP]: 'false' },
      path: BACKUP,
    },
  ],
  silent: [
    { name: 'reading alone turns writing on', flinkVersion: '2.3', config: { [READS]: 'true' } },
    {
      name: 'the key of 1.x feeds both',
      flinkVersion: '1.20',
      config: { 'state.backend.local-recovery': 'true' },
    },
    { name: 'both are off', flinkVersion: '2.0', config: {} },
  ],
};

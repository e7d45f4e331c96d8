import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

/** Where Flink puts a checkpoint of its own. */
const OF_CHECKPOINT = /(?:^|\/)chk-\d+\/?$/;

export const rule: Rule = {
  id: 'restored-savepoint-claimed',
  family: 'upgrade-safety',
  severity: 'warning',
  title: 'Flink deletes the savepoint that it restores',
  why: 'With the claim mode CLAIM a snapshot that is restored becomes Flink’s own, and it is deleted as soon as newer checkpoints take its place. The savepoint that an upgrade began with is the way back from it, and after a few minutes it is gone.',
  remedy:
    'Restore savepoints with NO_CLAIM and delete them by hand when the upgrade has proved itself. CLAIM is for retained checkpoints, which nobody else would delete.',
  reference: 'Savepoints',
  source: 'Keep it going',
  needs: [],
  since: '1.15',
  check({ config }) {
    const mode = config.named('execution.state-recovery.claim-mode', 'execution.savepoint-restore-mode');
    const path = config.named('execution.state-recovery.path', 'execution.savepoint.path');
    const restored = config.text(path);
    if (config.text(mode) !== 'CLAIM' || restored === null || OF_CHECKPOINT.test(restored)) return [];
    return [
      {
        message: `${config.keyOf(path)} is ${restored} and ${config.keyOf(mode)} is CLAIM: Flink deletes that savepoint once newer checkpoints take its place. Set it to NO_CLAIM.`,
        path: config.keyOf(mode),
        evidence: [
          optionEvidence(config, mode, 'CLAIM', 'text'),
          optionEvidence(config, path, restored, 'text'),
        ],
        fix: optionFix(config, { [mode]: 'NO_CLAIM' }),
      },
    ];
  },
};

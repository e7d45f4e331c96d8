import { FROM_LOCAL, isBatch, LOCAL_BACKUP } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'local-recovery-half-on',
  family: 'checkpointing',
  severity: 'warning',
  title: 'Local copies of state are written and not read, or the other way round',
  why: 'From 1.20 on local recovery is two options: one writes a copy of each checkpoint to the disk of its TaskManager, the other reads it after a failure. With one of them alone the disk is used for nothing, or each restore still fetches all state from the store.',
  remedy: 'Set both options to the same value.',
  reference: 'Task-Local Recovery',
  source: 'Flink documentation',
  needs: [],
  since: '1.20',
  check(facts) {
    const { config } = facts;
    const backup = config.flag(LOCAL_BACKUP);
    const reads = config.flag(FROM_LOCAL);
    if (isBatch(facts) || backup === null || reads === null || backup === reads) return [];
    return [
      {
        message: backup
          ? `${config.keyOf(LOCAL_BACKUP)} is true and ${FROM_LOCAL} false: copies are written to local disks and no restore reads them. Set ${FROM_LOCAL} to true.`
          : `${config.keyOf(FROM_LOCAL)} is true and ${LOCAL_BACKUP} false: a restore looks for local copies that nobody wrote. Set ${LOCAL_BACKUP} to true.`,
        path: config.keyOf(backup ? FROM_LOCAL : LOCAL_BACKUP),
        evidence: [
          optionEvidence(config, LOCAL_BACKUP, backup, 'boolean'),
          optionEvidence(config, FROM_LOCAL, reads, 'boolean'),
        ],
        fix: optionFix(config, { [LOCAL_BACKUP]: 'true', [FROM_LOCAL]: 'true' }),
      },
    ];
  },
};

import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'claim-mode-legacy',
  family: 'upgrade-safety',
  severity: 'warning',
  title: 'Nobody owns the snapshot that is restored',
  why: 'With the claim mode LEGACY new incremental checkpoints go on using files of the snapshot that was restored, but Flink neither deletes it nor says when it is needed no more. Who deletes it takes files from checkpoints that look complete, and the next restore fails.',
  remedy:
    'Take NO_CLAIM, which makes the first checkpoint stand for itself, or CLAIM for a retained checkpoint.',
  reference: 'Savepoints',
  source: 'Flink documentation',
  needs: [],
  since: '1.15',
  check({ config }) {
    const mode = config.named('execution.state-recovery.claim-mode', 'execution.savepoint-restore-mode');
    if (config.text(mode) !== 'LEGACY') return [];
    return [
      {
        message: `${config.keyOf(mode)} is LEGACY: checkpoints may need files of the restored snapshot for ever, so it can never be deleted safely. Set it to NO_CLAIM.`,
        path: config.keyOf(mode),
        evidence: [optionEvidence(config, mode, 'LEGACY', 'text')],
        fix: optionFix(config, { [mode]: 'NO_CLAIM' }),
      },
    ];
  },
};

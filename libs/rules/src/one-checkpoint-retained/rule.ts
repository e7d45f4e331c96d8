import { RETAINED } from '@plimsoll/checkpoint';
import { retainedKey, takesCheckpoints } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'one-checkpoint-retained',
  family: 'checkpointing',
  severity: 'info',
  title: 'Only the newest checkpoint is kept',
  why: 'Flink throws the older checkpoint away as soon as a newer one is complete. If that one cannot be read, because a file of it is gone or damaged, or because it already holds what a bad record did to the state, there is nothing to go back to.',
  remedy:
    'Keep two or more. With incremental checkpoints a further one costs little, as they share most files.',
  reference: 'F4.3',
  source: 'Flink documentation',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config } = facts;
    const key = retainedKey(config);
    const kept = config.number(key);
    if (kept === null || kept >= RETAINED.value || !takesCheckpoints(facts)) return [];
    const told =
      kept < 1
        ? `${kept} checkpoints are to be kept; Flink takes no number below 1, writes a warning and keeps 1.`
        : `1 checkpoint is kept${config.sets(key) ? '' : ', as Flink does by itself'}: if it cannot be read there is no other.`;
    return [
      {
        message: `${told} Set ${key} to ${RETAINED.value}.`,
        path: config.keyOf(key),
        evidence: [optionEvidence(config, key, kept, 'count')],
        fix: optionFix(config, { [key]: String(RETAINED.value) }),
        ...(kept < 1 && { severity: 'warning' as const }),
      },
    ];
  },
};

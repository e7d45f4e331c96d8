import { alignedTimeoutKey, isBatch, isUnaligned, MODE, unalignedKey } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

const ALIGNED_FIRST = '30 s';

export const rule: Rule = {
  id: 'unaligned-from-the-start',
  family: 'checkpointing',
  severity: 'info',
  title: 'Every checkpoint is unaligned, needed or not',
  why: 'An unaligned checkpoint stores the records in flight besides the state, and a restore reads them all again before the job moves on. Without an aligned-checkpoint timeout every checkpoint is one, also when barriers would have passed within a moment.',
  remedy:
    'Set an aligned-checkpoint timeout: checkpoints begin aligned, and those whose barriers are held up for longer go on unaligned.',
  reference: 'Unaligned checkpoints',
  source: 'Flink documentation',
  needs: [],
  since: '1.13',
  check(facts) {
    const { config } = facts;
    const key = alignedTimeoutKey(config);
    if (isBatch(facts) || !isUnaligned(config) || config.text(MODE) === 'AT_LEAST_ONCE') return [];
    if (config.duration(key) !== 0) return [];
    return [
      {
        message: `${config.keyOf(unalignedKey(config))} is true and ${key} is 0 ms: every checkpoint stores the records in flight. Set the timeout, for example to ${ALIGNED_FIRST}.`,
        path: config.keyOf(key),
        evidence: [
          optionEvidence(config, unalignedKey(config), true, 'boolean'),
          optionEvidence(config, key, 0, 'ms'),
        ],
        fix: optionFix(config, { [key]: ALIGNED_FIRST }),
      },
    ];
  },
};

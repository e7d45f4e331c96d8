import { isBatch, isUnaligned, MAX_CONCURRENT, MODE, unalignedKey } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'unaligned-with-concurrent-checkpoints',
  family: 'checkpointing',
  severity: 'error',
  title: 'Flink refuses concurrent unaligned checkpoints',
  why: 'An unaligned checkpoint stores what is in flight, and Flink keeps that for one checkpoint at a time. A job with both settings is not accepted: its submission ends with an IllegalArgumentException, while the cluster itself starts and looks well.',
  remedy: 'Allow one checkpoint at a time.',
  reference: 'Unaligned checkpoints',
  source: 'Flink documentation',
  needs: [],
  since: '1.11',
  check(facts) {
    const { config } = facts;
    if (isBatch(facts) || !isUnaligned(config) || config.text(MODE) === 'AT_LEAST_ONCE') return [];
    const most = config.number(MAX_CONCURRENT);
    if (most === null || most <= 1) return [];
    const key = unalignedKey(config);
    return [
      {
        message: `${config.keyOf(key)} is true and ${most} checkpoints may run at once: Flink takes at most 1 and refuses the job. Set ${MAX_CONCURRENT} to 1.`,
        path: config.keyOf(MAX_CONCURRENT),
        evidence: [
          optionEvidence(config, MAX_CONCURRENT, most, 'count'),
          optionEvidence(config, key, true, 'boolean'),
        ],
        fix: optionFix(config, { [MAX_CONCURRENT]: '1' }),
      },
    ];
  },
};

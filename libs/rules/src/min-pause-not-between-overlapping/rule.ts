import { durationInWords } from '@plimsoll/checkpoint';
import { checkpointPace, isBatch, isUnaligned, MAX_CONCURRENT, MIN_PAUSE } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'min-pause-not-between-overlapping',
  family: 'checkpointing',
  severity: 'warning',
  title: 'The min pause keeps no checkpoints apart here',
  why: 'Flink counts the min pause from the last checkpoint that completed, whatever else is still in progress. With more than one at a time the next begins while an older one uploads, so the pause guarantees no time without a checkpoint, which is all that it is for.',
  remedy: 'Allow one checkpoint at a time.',
  reference: 'F5.2',
  source: 'Flink documentation',
  needs: [],
  check(facts) {
    const { config } = facts;
    const set = checkpointPace(facts);
    if (set === null || set.minPause <= 0 || set.maxConcurrent <= 1) return [];
    if (isBatch(facts) || isUnaligned(config)) return [];
    return [
      {
        message: `${set.maxConcurrent} checkpoints may run at once, so the pause of ${durationInWords(set.minPause)} counts from the end of one while another runs. Set ${MAX_CONCURRENT} to 1.`,
        path: config.keyOf(MAX_CONCURRENT),
        evidence: [
          optionEvidence(config, MAX_CONCURRENT, set.maxConcurrent, 'count'),
          optionEvidence(config, MIN_PAUSE, set.minPause, 'ms'),
        ],
        fix: optionFix(config, { [MAX_CONCURRENT]: '1' }),
      },
    ];
  },
};

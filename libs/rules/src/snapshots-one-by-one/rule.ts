import { checkpointPace, isBatch, isUnaligned, MAX_CONCURRENT } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'snapshots-one-by-one',
  family: 'checkpointing',
  severity: 'info',
  title: 'Concurrent checkpoints are not uploaded at once',
  why: 'A subtask works through its snapshots one by one, so a second checkpoint waits for the upload of the first. What it brings is that barriers of both are under way, and that one slow checkpoint leaves others behind it which then run as a burst.',
  remedy:
    'Allow one checkpoint at a time. More help only where barriers take long to arrive and uploads are short.',
  reference: 'F5.2',
  source: 'Flink documentation',
  needs: [],
  check(facts) {
    const { config } = facts;
    const set = checkpointPace(facts);
    if (set === null || set.maxConcurrent <= 1 || set.minPause > 0) return [];
    if (isBatch(facts) || isUnaligned(config)) return [];
    return [
      {
        message: `${set.maxConcurrent} checkpoints may run at once, but each subtask uploads one snapshot after another. Set ${MAX_CONCURRENT} to 1.`,
        path: config.keyOf(MAX_CONCURRENT),
        evidence: [optionEvidence(config, MAX_CONCURRENT, set.maxConcurrent, 'count')],
        fix: optionFix(config, { [MAX_CONCURRENT]: '1' }),
      },
    ];
  },
};

import { durationInWords, MOST_TOLERATED } from '@plimsoll/checkpoint';
import { checkpointPace, INTERVAL, isBatch, TOLERABLE_FAILURES } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

/** A job that took no checkpoint for so long has lost its safety, and somebody should have been told. */
const LONGEST_MS = 3_600_000;

export const rule: Rule = {
  id: 'failed-checkpoints-tolerated-for-long',
  family: 'checkpointing',
  severity: 'warning',
  title: 'Checkpoints may fail for hours without anybody noticing',
  why: 'While failures are tolerated the job runs on and looks well, and its last good checkpoint grows older. The failure that comes then repeats all of that time, and a Kafka transaction that stayed open for as long may have been aborted.',
  remedy:
    'Tolerate so few failures that the rewind stays within what the job can repeat, and raise an alarm on failed checkpoints.',
  reference: 'F5.2',
  source: 'Keep it going',
  needs: [],
  check(facts) {
    const { config } = facts;
    const set = checkpointPace(facts);
    const tolerated = config.number(TOLERABLE_FAILURES) ?? 0;
    if (set === null || tolerated <= MOST_TOLERATED.value || isBatch(facts)) return [];
    const gap = Math.max(set.interval, set.minPause);
    const rewind = (tolerated + 1) * gap;
    if (rewind <= LONGEST_MS) return [];
    const most = Math.max(Math.floor(LONGEST_MS / gap) - 1, MOST_TOLERATED.value);
    return [
      {
        message: `${tolerated} failed checkpoints in a row are tolerated, one each ${durationInWords(gap)}: the job runs on for ${durationInWords(rewind)} without a checkpoint before it fails, and repeats that. Set ${TOLERABLE_FAILURES} to ${most} at most.`,
        path: config.keyOf(TOLERABLE_FAILURES),
        evidence: [
          optionEvidence(config, TOLERABLE_FAILURES, tolerated, 'count'),
          optionEvidence(config, INTERVAL, set.interval, 'ms'),
        ],
        fix: optionFix(config, { [TOLERABLE_FAILURES]: String(most) }),
      },
    ];
  },
};

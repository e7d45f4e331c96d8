import { durationInWords, pace } from '@plimsoll/checkpoint';
import { given } from '@plimsoll/trace';
import { checkpointPace, INTERVAL, isBatch, MIN_PAUSE } from '../checkpoint-options.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'min-pause-sets-the-pace',
  family: 'checkpointing',
  severity: 'info',
  title: 'The min pause sets the pace, not the interval',
  why: 'A checkpoint and the pause after it take longer than the interval, so checkpoints come less often than the interval says. The job keeps its time free of checkpoints, which is what the pause is for; but a restore repeats more than the interval promises, and transactions of a sink stay open for longer.',
  remedy:
    'Make checkpoints shorter, or count with the pace that there really is: for what a restore repeats, and for the transaction timeout of a Kafka sink.',
  reference: 'F5.2',
  source: 'Keep it going',
  needs: ['checkpointing'],
  check(facts) {
    const { config, checkpointing } = facts;
    const duration = checkpointing?.durationMs;
    const set = checkpointPace(facts);
    if (duration === undefined || set === null || set.minPause === 0 || isBatch(facts)) return [];
    const { effectiveInterval, worstRewind, regime } = pace('checkpoints', {
      interval: given('ms', set.interval, `/config/${INTERVAL}`),
      minPause: given('ms', set.minPause, `/config/${MIN_PAUSE}`),
      duration: given('ms', duration, '/checkpointing/durationMs'),
    });
    if (regime !== 'GUARANTEED_PROGRESS') return [];
    return [
      {
        message: `A checkpoint takes ${durationInWords(duration)} and the pause after it ${durationInWords(set.minPause)}: one begins each ${durationInWords(effectiveInterval.value)}, not each ${durationInWords(set.interval)}. A restore repeats up to ${durationInWords(worstRewind.value)}.`,
        path: config.keyOf(MIN_PAUSE),
        evidence: [
          optionEvidence(config, INTERVAL, set.interval, 'ms'),
          optionEvidence(config, MIN_PAUSE, set.minPause, 'ms'),
          givenEvidence('duration', duration, 'ms', '/checkpointing/durationMs'),
          givenEvidence('time between two checkpoints', effectiveInterval.value, 'ms', 'F5.2'),
        ],
      },
    ];
  },
};

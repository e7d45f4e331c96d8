import { durationInWords, MAX_DUTY, regimeOf } from '@plimsoll/checkpoint';
import { checkpointPace, INTERVAL, isBatch, MIN_PAUSE } from '../checkpoint-options.js';
import { unlessKafkaLoses } from '../kafka-sink.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import { durationText, optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'min-pause-missing',
  family: 'checkpointing',
  severity: 'info',
  title: 'No pause is kept between checkpoints',
  why: 'Without a min pause a checkpoint that grows slow is followed by the next at once, just when the job has a backlog to work through and needs its network and disk for that. The slower job makes checkpoints slower still.',
  remedy:
    'Set execution.checkpointing.min-pause; half of the interval keeps half of the time free of checkpoints, however slow they become.',
  reference: 'F5.2',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config, checkpointing } = facts;
    const set = checkpointPace(facts);
    if (set === null || set.minPause > 0 || isBatch(facts)) return [];
    const duration = checkpointing?.durationMs;
    if (duration !== undefined && regimeOf(set.interval, 0, duration) === 'DEGRADED') return [];
    const busy = duration === undefined ? 0 : duration / set.interval;
    const pause = Math.floor(set.interval * (1 - MAX_DUTY.value));
    const seen =
      duration === undefined
        ? 'Checkpoints that take as long would follow one another without a gap.'
        : `A checkpoint takes ${durationInWords(duration)}, ${Math.round(busy * 100)} % of it.`;
    return [
      {
        message: `Checkpoints come each ${durationInWords(set.interval)} and no pause is kept after one. ${seen} Set a min pause of ${durationInWords(pause)}.`,
        path: config.keyOf(MIN_PAUSE),
        evidence: [
          optionEvidence(config, INTERVAL, set.interval, 'ms'),
          optionEvidence(config, MIN_PAUSE, 0, 'ms'),
          ...(duration === undefined
            ? []
            : [givenEvidence('duration', duration, 'ms', '/checkpointing/durationMs')]),
        ],
        ...unlessKafkaLoses(
          facts,
          optionFix(config, { [MIN_PAUSE]: durationText(Math.max(pause, 1), config.version) }),
        ),
        ...(busy > MAX_DUTY.value && { severity: 'warning' as const }),
      },
    ];
  },
};

import { durationInWords } from '@plimsoll/checkpoint';
import { checkpointPace, INTERVAL, isBatch, MIN_PAUSE } from '../checkpoint-options.js';
import { unlessKafkaLoses } from '../kafka-sink.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'interval-raised-to-min-pause',
  family: 'checkpointing',
  severity: 'info',
  title: 'The min pause raises the interval',
  why: 'Flink takes the longer of the interval and the min pause as its interval, and says nothing of it. Who reads the file counts with a shorter rewind after a failure than there is.',
  remedy: 'Set the interval to what it really is, or take a shorter min pause.',
  reference: 'F5.2',
  source: 'Keep it going',
  needs: [],
  check(facts) {
    const { config } = facts;
    const set = checkpointPace(facts);
    if (set === null || set.minPause <= set.interval || isBatch(facts)) return [];
    const pause = config.raw(MIN_PAUSE);
    return [
      {
        message: `The interval is ${durationInWords(set.interval)} and the min pause ${durationInWords(set.minPause)}: Flink raises the interval to the pause, and a restore repeats ${durationInWords(set.minPause - set.interval)} more than the file says.`,
        path: config.keyOf(INTERVAL),
        evidence: [
          optionEvidence(config, INTERVAL, set.interval, 'ms'),
          optionEvidence(config, MIN_PAUSE, set.minPause, 'ms'),
        ],
        ...(pause !== null && unlessKafkaLoses(facts, optionFix(config, { [INTERVAL]: pause }))),
      },
    ];
  },
};

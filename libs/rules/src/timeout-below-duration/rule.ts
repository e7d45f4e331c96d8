import { durationInWords, TIMEOUT_FACTOR } from '@plimsoll/checkpoint';
import { isBatch, TIMEOUT } from '../checkpoint-options.js';
import { unlessKafkaLoses } from '../kafka-sink.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import { durationText, optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'timeout-below-duration',
  family: 'checkpointing',
  severity: 'error',
  title: 'Every checkpoint runs into its timeout',
  why: 'A checkpoint that is not done within its timeout is failed and thrown away, however near its end it was. If all take longer, none completes: the job goes back to its start at the next failure, an exactly-once sink commits nothing, and where no failures are tolerated the job fails with the first.',
  remedy: 'Take a timeout of several times the usual duration, and find out why checkpoints take that long.',
  reference: 'F5.2',
  source: 'Keep it going',
  needs: ['checkpointing'],
  check(facts) {
    const { config, checkpointing } = facts;
    const duration = checkpointing?.durationMs;
    const timeout = config.duration(TIMEOUT);
    if (duration === undefined || timeout === null || duration <= timeout || isBatch(facts)) return [];
    const enough = TIMEOUT_FACTOR.value * duration;
    return [
      {
        message: `A checkpoint takes ${durationInWords(duration)} and is failed after ${durationInWords(timeout)}, ${durationInWords(duration - timeout)} too soon: none completes. Set ${TIMEOUT} to ${durationInWords(enough)}.`,
        path: config.keyOf(TIMEOUT),
        evidence: [
          optionEvidence(config, TIMEOUT, timeout, 'ms'),
          givenEvidence('duration', duration, 'ms', '/checkpointing/durationMs'),
        ],
        ...unlessKafkaLoses(facts, optionFix(config, { [TIMEOUT]: durationText(enough, config.version) })),
      },
    ];
  },
};

import { durationInWords, TIMEOUT_FACTOR } from '@plimsoll/checkpoint';
import { isBatch, TIMEOUT } from '../checkpoint-options.js';
import { unlessKafkaLoses } from '../kafka-sink.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import { durationText, optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'checkpoint-timeout-is-tight',
  family: 'checkpointing',
  severity: 'warning',
  title: 'The timeout of checkpoints leaves little room',
  why: 'Checkpoints grow slower with back pressure, with a slow store and with the state. Those that reach the timeout are failed and their uploads are in vain, and the next ones wait behind an upload that is still running.',
  remedy:
    'Take a timeout of three times the usual duration or more, but below the transaction timeout of a Kafka sink.',
  reference: 'F5.3',
  source: 'Flink documentation',
  needs: ['checkpointing'],
  check(facts) {
    const { config, checkpointing } = facts;
    const duration = checkpointing?.durationMs;
    const timeout = config.duration(TIMEOUT);
    if (duration === undefined || timeout === null || isBatch(facts)) return [];
    const enough = TIMEOUT_FACTOR.value * duration;
    if (timeout >= enough || timeout < duration) return [];
    return [
      {
        message: `A checkpoint takes ${durationInWords(duration)}, and one that takes ${(timeout / duration).toFixed(1)} times that is failed after ${durationInWords(timeout)}. Set ${TIMEOUT} to ${durationInWords(enough)}.`,
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

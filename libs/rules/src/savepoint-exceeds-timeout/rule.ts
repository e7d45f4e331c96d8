import { durationInWords, TIMEOUT_FACTOR } from '@plimsoll/checkpoint';
import { isBatch, TIMEOUT } from '../checkpoint-options.js';
import { unlessKafkaLoses } from '../kafka-sink.js';
import { optionEvidence } from '../option-evidence.js';
import { durationText, optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';
import { overNetwork, savepointCost } from '../savepoint-cost.js';

export const rule: Rule = {
  id: 'savepoint-exceeds-timeout',
  family: 'checkpointing',
  severity: 'warning',
  title: 'Savepoints run into the timeout of checkpoints',
  why: 'The timeout of checkpoints holds for savepoints as well. Incremental checkpoints of a large state end in seconds and everything looks well, but a savepoint writes the whole state: it is failed at the timeout each time, and with it each upgrade and each stop with a savepoint.',
  remedy: 'Set execution.checkpointing.timeout to several times what a savepoint takes.',
  reference: 'F5.3',
  source: 'Keep it going',
  needs: ['checkpointing'],
  check(facts) {
    const { config } = facts;
    const timeout = config.duration(TIMEOUT);
    const cost = timeout === null || isBatch(facts) ? null : savepointCost(facts);
    if (timeout === null || cost === null || cost.durationMs <= timeout) return [];
    const atLeast = overNetwork(facts)?.durationMs ?? 0;
    const enough = TIMEOUT_FACTOR.value * cost.durationMs;
    return [
      {
        message: `A savepoint of ${cost.bytes} B takes about ${durationInWords(cost.durationMs)} and is failed after ${durationInWords(timeout)}. Set ${TIMEOUT} to ${durationInWords(Math.ceil(enough))}.`,
        path: config.keyOf(TIMEOUT),
        evidence: [optionEvidence(config, TIMEOUT, timeout, 'ms'), ...cost.evidence],
        ...unlessKafkaLoses(facts, optionFix(config, { [TIMEOUT]: durationText(enough, config.version) })),
        ...(atLeast > timeout && { severity: 'error' as const }),
      },
    ];
  },
};

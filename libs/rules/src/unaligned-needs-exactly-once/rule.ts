import { isBatch, isUnaligned, MODE, unalignedKey } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'unaligned-needs-exactly-once',
  family: 'checkpointing',
  severity: 'warning',
  title: 'Unaligned checkpoints are turned off by at-least-once',
  why: 'Flink takes unaligned checkpoints only with the mode EXACTLY_ONCE. With AT_LEAST_ONCE it writes one line into the log of the client and goes on without them, so checkpoints pass through back pressure as slowly as before.',
  remedy: 'Choose: EXACTLY_ONCE with unaligned checkpoints, or AT_LEAST_ONCE without them.',
  reference: 'Unaligned checkpoints',
  source: 'Flink documentation',
  needs: [],
  since: '1.11',
  check(facts) {
    const { config } = facts;
    if (isBatch(facts) || !isUnaligned(config) || config.text(MODE) !== 'AT_LEAST_ONCE') return [];
    const key = unalignedKey(config);
    return [
      {
        message: `${MODE} is AT_LEAST_ONCE, so Flink ignores ${config.keyOf(key)}. Set the mode to EXACTLY_ONCE, or take unaligned checkpoints out.`,
        path: config.keyOf(key),
        evidence: [
          optionEvidence(config, key, true, 'boolean'),
          optionEvidence(config, MODE, 'AT_LEAST_ONCE', 'text'),
        ],
        fix: { set: {}, unset: [config.keyOf(key)] },
      },
    ];
  },
};

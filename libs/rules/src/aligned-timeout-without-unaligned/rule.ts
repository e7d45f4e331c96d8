import { durationInWords } from '@plimsoll/checkpoint';
import { alignedTimeoutKey, isBatch, isUnaligned, unalignedKey } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'aligned-timeout-without-unaligned',
  family: 'checkpointing',
  severity: 'info',
  title: 'The aligned-checkpoint timeout has no effect',
  why: 'The timeout says after how long an aligned checkpoint goes on unaligned, and Flink looks at it only where unaligned checkpoints are on. Alone it does nothing: under back pressure barriers still wait behind records for as long as it takes.',
  remedy: 'Turn unaligned checkpoints on as well, or take the timeout out.',
  reference: 'Unaligned checkpoints',
  source: 'Flink documentation',
  needs: [],
  since: '1.13',
  check(facts) {
    const { config } = facts;
    const key = alignedTimeoutKey(config);
    const timeout = config.sets(key) ? config.duration(key) : null;
    if (timeout === null || timeout <= 0 || isUnaligned(config) || isBatch(facts)) return [];
    const unaligned = unalignedKey(config);
    return [
      {
        message: `${config.keyOf(key)} is ${durationInWords(timeout)} and ${unaligned} is not true, so no checkpoint ever goes on unaligned. Set ${unaligned} to true, or take the timeout out.`,
        path: config.keyOf(key),
        evidence: [
          optionEvidence(config, key, timeout, 'ms'),
          optionEvidence(config, unaligned, false, 'boolean'),
        ],
      },
    ];
  },
};

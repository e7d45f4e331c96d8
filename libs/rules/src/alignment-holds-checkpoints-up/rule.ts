import { durationInWords, LONG_ALIGNMENT } from '@plimsoll/checkpoint';
import {
  alignedTimeoutKey,
  isBatch,
  isUnaligned,
  MAX_CONCURRENT,
  MODE,
  unalignedKey,
} from '../checkpoint-options.js';
import type { ConfigReader } from '../config-reader.js';
import type { Fix } from '../finding.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

/** A shorter wait is not worth a change. */
const LEAST_MS = 1000;
const ALIGNED_FIRST = '30 s';

export const rule: Rule = {
  id: 'alignment-holds-checkpoints-up',
  family: 'checkpointing',
  severity: 'warning',
  title: 'Checkpoints wait for barriers most of the time',
  why: 'Barriers queue behind records, and a subtask with several inputs stops reading those whose barrier has come until all have. Under back pressure that is most of a checkpoint: it grows slow exactly when the job is, and may never end within its timeout.',
  remedy:
    'Take away the back pressure. Until then let barriers overtake records (unaligned checkpoints with an aligned-checkpoint timeout), or let less be in flight (buffer debloating).',
  reference: 'F5.3',
  source: 'Flink documentation',
  needs: ['checkpointing'],
  since: '1.11',
  check(facts) {
    const { config, checkpointing } = facts;
    const { durationMs, alignmentMs } = checkpointing ?? {};
    if (durationMs === undefined || alignmentMs === undefined || alignmentMs < LEAST_MS) return [];
    if (isUnaligned(config) || isBatch(facts) || config.text(MODE) === 'AT_LEAST_ONCE') return [];
    if (alignmentMs <= LONG_ALIGNMENT.value * durationMs || alignmentMs > durationMs) return [];
    const key = unalignedKey(config);
    return [
      {
        message: `${durationInWords(alignmentMs)} of the ${durationInWords(durationMs)} of a checkpoint are spent waiting for barriers, ${Math.round((alignmentMs / durationMs) * 100)} %. Set ${key} to true, so that barriers that wait for long overtake the records before them.`,
        path: config.keyOf(key),
        evidence: [
          optionEvidence(config, key, false, 'boolean'),
          givenEvidence('alignment', alignmentMs, 'ms', '/checkpointing/alignmentMs'),
          givenEvidence('duration', durationMs, 'ms', '/checkpointing/durationMs'),
        ],
        fix: unaligned(config, key),
      },
    ];
  },
};

/** Unaligned after a while, from the version on that can wait; one checkpoint at a time, as Flink demands of it. */
const unaligned = (config: ConfigReader, key: string): Fix =>
  optionFix(config, {
    [key]: 'true',
    ...(config.isFrom(1, 13) &&
      (config.duration(alignedTimeoutKey(config)) ?? 0) === 0 && {
        [alignedTimeoutKey(config)]: ALIGNED_FIRST,
      }),
    ...((config.number(MAX_CONCURRENT) ?? 1) > 1 && { [MAX_CONCURRENT]: '1' }),
  });

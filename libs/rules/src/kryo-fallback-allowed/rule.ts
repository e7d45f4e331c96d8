import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

const GENERIC = 'pipeline.generic-types';

export const rule: Rule = {
  id: 'kryo-fallback-allowed',
  family: 'upgrade-safety',
  severity: 'info',
  title: 'A type that Flink does not know falls back to Kryo',
  why: 'Flink says nothing but a line in its log when a type goes to Kryo. One field of a wrong type is enough to turn a POJO into such a type, and it is found when a savepoint can no longer be read.',
  remedy:
    'Set pipeline.generic-types to false for jobs that need no Kryo: a type that falls back then stops the job at once, in its first test.',
  reference: 'Data Types & Serialization',
  source: 'Keep it going',
  needs: ['job'],
  sets: ['production'],
  check({ config, job }) {
    if (config.flag(GENERIC) !== true || (job?.genericTypes?.length ?? 0) > 0) return [];
    const none = job?.genericTypes !== undefined;
    return [
      {
        message: `${GENERIC} is true${config.sets(GENERIC) ? '' : ', as it is by itself'}. ${none ? 'The job has no such type now: set it to false, so that none comes in unseen.' : 'Set it to false if the job needs no Kryo.'}`,
        path: config.keyOf(GENERIC),
        evidence: [optionEvidence(config, GENERIC, true, 'boolean')],
        ...(none && { fix: optionFix(config, { [GENERIC]: 'false' }) }),
      },
    ];
  },
};

import { nameList } from '../name-list.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

const GENERIC = 'pipeline.generic-types';

export const rule: Rule = {
  id: 'kryo-serializes-records',
  family: 'upgrade-safety',
  severity: 'warning',
  title: 'Types are serialized by Kryo',
  why: 'Flink gives types that it cannot analyse to Kryo. That is several times slower than its own serializers, and state written so has no schema that may evolve: a field that is added or a library that changes its classes makes the savepoint unreadable.',
  remedy:
    'Make them POJOs as Flink defines them, or use Avro or Protobuf; then set pipeline.generic-types to false, so that none comes back.',
  reference: 'Data Types & Serialization',
  source: 'Keep it going',
  needs: ['job'],
  check({ config, job }) {
    const types = job?.genericTypes ?? [];
    if (types.length === 0) return [];
    const refused = config.flag(GENERIC) === false;
    return [
      {
        message: `Types that Kryo serializes (${types.length}): ${nameList(types)}.${refused ? ` ${config.keyOf(GENERIC)} is false, so the job ends with an UnsupportedOperationException.` : ''} Make them POJOs, or give them a serializer whose schema may evolve.`,
        path: '/job/genericTypes',
        evidence: [
          givenEvidence('generic types', types.length, 'count', '/job/genericTypes'),
          optionEvidence(config, GENERIC, !refused, 'boolean'),
        ],
        ...(refused && { severity: 'error' as const }),
      },
    ];
  },
};

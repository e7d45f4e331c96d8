import { givenEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'schema-shipped-per-record',
  family: 'upgrade-safety',
  severity: 'warning',
  title: 'Each record carries its schema',
  why: 'A schema is often larger than the record that it describes. Shipped with each it is serialized, sent and kept in state again and again, and state is bound to the schema that was current when it was written.',
  remedy:
    'Ship an id and keep the schema in a registry (the Confluent Avro format does), or make specific classes of it, so that only values travel.',
  reference: 'Data Types & Serialization',
  source: 'Keep it going',
  needs: ['job'],
  check({ job, workload }) {
    if (job?.schemaPerRecord !== true) return [];
    const rates = workload?.operators.flatMap(({ kind, recordsPerSecond }) =>
      kind === 'source' && recordsPerSecond !== undefined ? [recordsPerSecond] : [],
    );
    const perSecond = rates === undefined || rates.length === 0 ? null : rates.reduce((a, b) => a + b, 0);
    return [
      {
        message: `Each record carries its schema${perSecond === null ? '' : `: ${perSecond} schemas a second at the sources alone, and again at each exchange`}. Ship an id of the schema instead.`,
        path: '/job/schemaPerRecord',
        evidence: [
          givenEvidence('schema per record', true, 'boolean', '/job/schemaPerRecord'),
          ...(perSecond === null
            ? []
            : [givenEvidence('records of all sources', perSecond, 'perSecond', '/workload/operators')]),
        ],
      },
    ];
  },
};

import { optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

const FORCE = 'pipeline.force-kryo';

export const rule: Rule = {
  id: 'force-kryo',
  family: 'upgrade-safety',
  severity: 'warning',
  title: 'POJOs are serialized by Kryo, although Flink could',
  why: 'With pipeline.force-kryo even types that Flink understands go to Kryo. Each record takes more time and more bytes, and state loses what Flink’s own serializer gives: fields may be added or removed between two savepoints.',
  remedy:
    'Take the option out before there is state worth keeping. For a job that has state, carry it over with a savepoint that the State Processor API rewrites: the serializers do not read each other’s bytes.',
  reference: 'Data Types & Serialization',
  source: 'Flink documentation',
  needs: [],
  check: ({ config }) =>
    config.flag(FORCE) === true
      ? [
          {
            message: `${FORCE} is true, so every POJO is serialized by Kryo and its state cannot evolve. Take it out, once the state of the job is carried over.`,
            path: config.keyOf(FORCE),
            evidence: [optionEvidence(config, FORCE, true, 'boolean')],
          },
        ]
      : [],
};

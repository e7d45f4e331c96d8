import { isBatch } from '../checkpoint-options.js';
import { nameList } from '../name-list.js';
import { givenEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'serializers-changed-on-restore',
  family: 'upgrade-safety',
  severity: 'error',
  title: 'State has another serializer than in its savepoint',
  why: 'A savepoint remembers the serializer of each state. On restore the new one must be able to read what the old one wrote, or to migrate it; another kind of serializer can do neither, and the restore ends with a StateMigrationException. The job is down, and the way back is the old version of its code.',
  remedy:
    'Keep the serializer, or change the type within what it lets evolve (fields of POJOs and of Avro). Else write the state into a new one of another name, or rewrite the savepoint with the State Processor API.',
  reference: 'State Schema Evolution',
  source: 'Keep it going',
  needs: ['job'],
  check(facts) {
    const changed = facts.job?.changedSerializers ?? [];
    if (changed.length === 0 || isBatch(facts) || facts.deployment?.upgradeMode === 'stateless') return [];
    return [
      {
        message: `States with another serializer than in the last savepoint (${changed.length}): ${nameList(changed)}. A restore from it fails unless each new one can read or migrate what the old one wrote.`,
        path: '/job/changedSerializers',
        evidence: [givenEvidence('states', changed.length, 'count', '/job/changedSerializers')],
      },
    ];
  },
};

import { isBatch } from '../checkpoint-options.js';
import { nameList } from '../name-list.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

const GENERATE = 'pipeline.auto-generate-uids';

export const rule: Rule = {
  id: 'operators-without-uid',
  family: 'upgrade-safety',
  severity: 'warning',
  title: 'Operators have no uid of their own',
  why: 'State in a savepoint belongs to the uid of its operator. Where none is set Flink makes one from the shape of the job, so adding or moving any operator gives others new ones: the savepoint then fits no longer, and the job starts without its state or not at all.',
  remedy:
    'Call uid(…) on each operator, at least on those with state. pipeline.auto-generate-uids: false refuses a job in which one was forgotten; leave it on for jobs in SQL.',
  reference: 'Production Readiness Checklist',
  source: 'Keep it going',
  needs: ['job'],
  check(facts) {
    const { config, job, workload } = facts;
    const without = job?.operatorsWithoutUid ?? [];
    if (without.length === 0 || isBatch(facts)) return [];
    const refused = config.flag(GENERATE) === false;
    const stateful = new Set(
      workload?.operators.flatMap(({ id, state, window, join }) => ((state ?? window ?? join) ? [id] : [])),
    );
    const losing = without.filter((name) => stateful.has(name));
    return [
      {
        message: `Operators without a uid (${without.length}): ${nameList(without)}.${losing.length === 0 ? '' : ` State would be lost of: ${nameList(losing)}.`}${refused ? ` ${GENERATE} is false, so Flink refuses the job.` : ''} Give each a uid before the next savepoint is needed.`,
        path: '/job/operatorsWithoutUid',
        evidence: [
          givenEvidence('operators without uid', without.length, 'count', '/job/operatorsWithoutUid'),
          optionEvidence(config, GENERATE, !refused, 'boolean'),
        ],
        ...(refused && { severity: 'error' as const }),
      },
    ];
  },
};

import { isBatch } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'unclaimed-state-ignored',
  family: 'upgrade-safety',
  severity: 'warning',
  title: 'State that no operator claims is dropped in silence',
  why: 'On restore Flink refuses a savepoint that holds state which no operator of the job claims: it is the sign of a uid that changed. With this setting it drops that state and starts, and the operator under its new uid begins with nothing. The job runs, and its results are wrong.',
  remedy:
    'Leave it off in the file. Where an operator was taken out on purpose, allow it for that one start (--allowNonRestoredState).',
  reference: 'Savepoints',
  source: 'Flink documentation',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config, job } = facts;
    const key = config.named(
      'execution.state-recovery.ignore-unclaimed-state',
      'execution.savepoint.ignore-unclaimed-state',
    );
    if (config.flag(key) !== true || isBatch(facts)) return [];
    const without = job?.operatorsWithoutUid?.length ?? 0;
    return [
      {
        message: `${config.keyOf(key)} is true, so each restore drops state that finds no operator.${without === 0 ? '' : ` Operators without a uid of their own: ${without}; what they are called changes with the shape of the job.`} Take it out, and allow it for single starts.`,
        path: config.keyOf(key),
        evidence: [optionEvidence(config, key, true, 'boolean')],
        ...(without > 0 && { severity: 'error' as const }),
      },
    ];
  },
};

import { durationInWords, RETAINED } from '@plimsoll/checkpoint';
import { optionEvidence } from '../option-evidence.js';
import { durationText, optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';
import { periodOfOperator } from '../savepoint-cost.js';

const CLEANUP = 'kubernetes.operator.savepoint.cleanup.enabled';
const AGE = 'kubernetes.operator.savepoint.history.max.age';
const COUNT = 'kubernetes.operator.savepoint.history.max.count';

export const rule: Rule = {
  id: 'savepoint-history-too-short',
  family: 'upgrade-safety',
  severity: 'warning',
  title: 'The operator deletes savepoints before there is another',
  why: 'The Kubernetes operator deletes savepoints that it took when they are too old or too many; by itself it keeps 10, and none for more than a day. With savepoints a day apart that leaves one: if a bad record or a bad release spoiled the state before it was taken, there is nothing to go back to.',
  remedy: 'Let savepoints grow at least twice as old as they are apart, and keep two or more.',
  reference: 'Savepoint history',
  source: 'Keep it going',
  needs: ['deployment'],
  sets: ['production'],
  check(facts) {
    const { config, deployment } = facts;
    const period = deployment?.upgradeMode === 'stateless' ? null : periodOfOperator(facts);
    const age = config.duration(AGE);
    const count = config.number(COUNT);
    if (period === null || age === null || count === null || config.flag(CLEANUP) !== true) return [];
    const kept = Math.min(Math.floor(age / period.value), count);
    if (kept >= RETAINED.value) return [];
    const needed = RETAINED.value * period.value;
    return [
      {
        message: `A savepoint is taken each ${durationInWords(period.value)} and deleted when it is ${durationInWords(age)} old or one of more than ${count}: ${kept < 1 ? 'only the newest is left' : `no more than ${kept} is left`}. Set ${AGE} to ${durationInWords(needed)} and ${COUNT} to ${RETAINED.value} or more.`,
        path: config.keyOf(age < needed ? AGE : COUNT),
        evidence: [
          period,
          optionEvidence(config, AGE, age, 'ms'),
          optionEvidence(config, COUNT, count, 'count'),
        ],
        fix: optionFix(config, {
          ...(age < needed && { [AGE]: durationText(needed, config.version) }),
          ...(count < RETAINED.value && { [COUNT]: String(RETAINED.value) }),
        }),
      },
    ];
  },
};

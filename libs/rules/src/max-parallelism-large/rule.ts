import { highestParallelism } from '../cluster-shape.js';
import { MOST_KEY_GROUPS, ONE_BYTE_GROUPS } from '../key-groups.js';
import { givenMaxParallelism, placeOf } from '../max-parallelism.js';
import type { Rule } from '../rule.js';
import { told } from '../setting-evidence.js';

/** So many times its size a job may grow without being asked. */
const GROWTH = 64;

/** It moves the parallelism, and is told to have a maximum with many divisors, such as 720. */
const AUTOSCALER = ['job.autoscaler.enabled', 'kubernetes.operator.job.autoscaler.enabled'];

export const rule: Rule = {
  id: 'max-parallelism-large',
  family: 'work-distribution',
  severity: 'info',
  title: 'More key groups than the job will need',
  why: 'Above 128 key groups each key in the state carries two bytes of its group in place of one, and each checkpoint a longer list of places. On the heap each key group has a table of its own. That is paid for room to grow, which a job far below it does not use.',
  remedy:
    'Take 128, or a few times the highest parallelism that you plan, before the job first has state; it cannot be changed later.',
  reference: 'F2.3',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    if (AUTOSCALER.some((key) => facts.config.flag(key) === true)) return [];
    const max = givenMaxParallelism(facts);
    const highest = highestParallelism(facts);
    if (max === null || highest === null || highest.value < 1 || max.value > MOST_KEY_GROUPS) return [];
    const enough = Math.max(ONE_BYTE_GROUPS, GROWTH * highest.value);
    if (max.value <= enough) return [];
    return [
      {
        message: `The max parallelism is ${max.value} for a parallelism of ${highest.value}, ${Math.round(max.value / highest.value)} times as much; ${enough} leaves room for ${Math.floor(enough / highest.value)} times.`,
        path: placeOf(max),
        evidence: [
          told('max parallelism', max.value, 'count', max.from),
          told('parallelism', highest.value, 'count', highest.from),
        ],
      },
    ];
  },
};

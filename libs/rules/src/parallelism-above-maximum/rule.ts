import { highestParallelism } from '../cluster-shape.js';
import { MOST_KEY_GROUPS } from '../key-groups.js';
import { givenMaxParallelism, placeOf } from '../max-parallelism.js';
import type { Rule } from '../rule.js';
import { told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'parallelism-above-maximum',
  family: 'work-distribution',
  severity: 'error',
  title: 'Flink cannot run that many subtasks',
  why: 'No operator can have more subtasks than there are key groups, since each subtask needs one at least. Flink refuses the job when it is submitted, and one that has grown out of its max parallelism cannot take its state along.',
  remedy: 'Lower the parallelism to the max parallelism; raise that only for a job that has no state yet.',
  reference: 'F2.3',
  source: 'Keep it going',
  needs: [],
  check(facts) {
    const highest = highestParallelism(facts);
    if (highest === null) return [];
    const given = givenMaxParallelism(facts);
    const inRange = given !== null && given.value >= 1 && given.value <= MOST_KEY_GROUPS;
    const most = inRange ? given.value : MOST_KEY_GROUPS;
    if (highest.value <= most) return [];
    return [
      {
        message: `The parallelism is ${highest.value}, ${highest.value - most} above ${inRange ? 'the max parallelism of' : 'Flink’s largest,'} ${most}.`,
        path: placeOf(highest),
        evidence: [
          told('parallelism', highest.value, 'count', highest.from),
          told('max parallelism', most, 'count', inRange ? given.from : 'flink'),
        ],
      },
    ];
  },
};

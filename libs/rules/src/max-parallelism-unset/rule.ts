import { highestParallelism } from '../cluster-shape.js';
import { MOST_KEY_GROUPS, standardMaxParallelism } from '../key-groups.js';
import { givenMaxParallelism, MAX_PARALLELISM } from '../max-parallelism.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'max-parallelism-unset',
  family: 'work-distribution',
  severity: 'info',
  title: 'How far the job can grow is left to chance',
  why: 'State is cut into as many key groups as the max parallelism says, and no operator can have more subtasks than that. Flink derives it from the parallelism of the first start and keeps it with the state: a job that started small cannot grow beyond 128 without losing its state.',
  remedy:
    'Before a job first has state, set pipeline.max-parallelism to a number that every parallelism you plan divides: 360, 720, 1260. For a job that has state, set what it has.',
  reference: 'F2.4',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    if (facts.job?.type === 'batch' || givenMaxParallelism(facts) !== null) return [];
    const highest = highestParallelism(facts);
    if (highest === null || highest.value < 1 || highest.value > MOST_KEY_GROUPS) return [];
    const max = standardMaxParallelism(highest.value);
    return [
      {
        message: `${MAX_PARALLELISM} is not set: with a parallelism of ${highest.value} Flink takes ${max}, and the job can grow to ${Math.round((max / highest.value) * 10) / 10} times its size and no further.`,
        path: MAX_PARALLELISM,
        evidence: [
          setting(facts.config, MAX_PARALLELISM),
          told('parallelism', highest.value, 'count', highest.from),
        ],
      },
    ];
  },
};

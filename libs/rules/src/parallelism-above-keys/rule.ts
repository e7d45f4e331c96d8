import { standardParallelism } from '../cluster-shape.js';
import type { Rule } from '../rule.js';
import { told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'parallelism-above-keys',
  family: 'work-distribution',
  severity: 'warning',
  title: 'More subtasks than keys',
  why: 'All records of a key go to one subtask. With fewer keys than subtasks some have no work at all, and, as keys fall into key groups by chance, others have several: the slots are paid for and the busiest subtask sets the pace.',
  remedy: 'Lower the parallelism of the operator below the number of keys, or key by something finer.',
  reference: 'F2.5',
  source: 'Keep it going',
  needs: ['workload'],
  check(facts) {
    return (facts.workload?.operators ?? []).flatMap(({ id, keys, parallelism }, at) => {
      const subtasks = parallelism ?? standardParallelism(facts);
      if (keys === undefined || keys <= 0 || subtasks <= keys) return [];
      return [
        {
          message: `${id} has ${keys} ${keys === 1 ? 'key' : 'keys'} and ${subtasks} subtasks: ${subtasks - Math.floor(keys)} or more of them have nothing to do.`,
          path: `/workload/operators/${at}/parallelism`,
          evidence: [
            told('parallelism', subtasks, 'count', `/workload/operators/${at}/parallelism`),
            told('keys', keys, 'count', `/workload/operators/${at}/keys`),
          ],
        },
      ];
    });
  },
};

import { givenEvidence } from '../option-evidence.js';
import { subtasksOf } from '../records-in.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'one-subtask-takes-all',
  family: 'dataflow',
  severity: 'warning',
  title: 'One subtask takes all records',
  why: 'GLOBAL sends every record to the first subtask of the next operator. The others hold their slots and do nothing, and the job can go no faster than that one subtask, whatever machines are added.',
  remedy:
    'Key the stream, or aggregate in parallel before; give the operator parallelism 1 where it really must see all.',
  reference: 'F1.2',
  source: 'Flink documentation',
  needs: ['workload'],
  check(facts) {
    const { workload } = facts;
    return (workload?.edges ?? []).flatMap(({ from, to, shipStrategy }, at) => {
      if (shipStrategy !== 'GLOBAL') return [];
      const receiver = workload?.operators.find(({ id }) => id === to);
      const subtasks = receiver === undefined ? null : subtasksOf(facts, receiver);
      if (subtasks === null || subtasks <= 1) return [];
      return [
        {
          message: `${from} sends all records to the first of ${subtasks} subtasks of ${to}; nothing is left for the other ${subtasks - 1}. Key the stream, or set the parallelism of ${to} to 1.`,
          path: `/workload/edges/${at}/shipStrategy`,
          evidence: [givenEvidence('subtasks', subtasks, 'count', `/workload/edges/${at}`)],
        },
      ];
    });
  },
};

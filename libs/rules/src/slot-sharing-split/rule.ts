import { highestParallelism, slotSharingGroups, slotsNeeded } from '../cluster-shape.js';
import type { Rule } from '../rule.js';
import { told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'slot-sharing-split',
  family: 'work-distribution',
  severity: 'info',
  title: 'Slot sharing groups take slots of their own',
  why: 'Operators of one group share slots, so a job takes as many as its highest parallelism. Each further group takes its own on top: more slots, of which each has a fixed share of the memory, however light its operators are.',
  remedy:
    'Keep all operators in one group, unless one must be kept away from the memory or the CPU of the others.',
  reference: 'F2.1',
  source: 'Keep it going',
  needs: ['workload'],
  check(facts) {
    const groups = slotSharingGroups(facts);
    const [needed, highest] = [slotsNeeded(facts), highestParallelism(facts)];
    if (groups.size < 2 || needed === null) return [];
    const one = Math.max(...groups.values(), highest?.value ?? 0);
    if (needed.value <= one) return [];
    const parts = [...groups].map(([name, most]) => `${name} ${most}`).join(', ');
    return [
      {
        message: `${groups.size} slot sharing groups take ${needed.value} slots (${parts}); one group would take ${one}.`,
        path: '/workload/operators',
        evidence: [
          told('slots needed', needed.value, 'count', '/workload/operators'),
          told('in one group', one, 'count', highest?.from ?? '/workload/operators'),
        ],
      },
    ];
  },
};

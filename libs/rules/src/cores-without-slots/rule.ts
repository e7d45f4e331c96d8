import { coresOf, slotsOf } from '../cluster-shape.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';

const SLOTS = 'taskmanager.numberOfTaskSlots';
/** A pipeline has threads beside its tasks, so a slot uses more than one core; never so many. */
const MOST_PER_SLOT = 4;

export const rule: Rule = {
  id: 'cores-without-slots',
  family: 'work-distribution',
  severity: 'info',
  title: 'Cores that no slot keeps busy',
  why: 'A chain of operators is one thread, and a slot holds one subtask of each. A TaskManager with few slots on many cores leaves most of them idle, whatever the load, and the machines cost the same.',
  remedy:
    'Raise taskmanager.numberOfTaskSlots to about the cores of the TaskManager, with the memory for them.',
  reference: 'F2.1',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const cores = coresOf(facts);
    const slots = slotsOf(facts);
    if (cores === null || slots < 1 || cores.value <= MOST_PER_SLOT * slots) return [];
    return [
      {
        message: `${cores.value} cores serve ${slots} ${slots === 1 ? 'slot' : 'slots'}, ${Math.round((cores.value / slots) * 10) / 10} each. Unless the operators start threads of their own most of them idle.`,
        path: SLOTS,
        evidence: [setting(facts.config, SLOTS), told('cores', cores.value, 'cores', cores.from)],
      },
    ];
  },
};

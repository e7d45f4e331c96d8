import { fixedTaskManagers, slotsNeeded, slotsOf } from '../cluster-shape.js';
import type { LintFacts } from '../facts.js';
import type { Rule, Violation } from '../rule.js';
import { setting, told } from '../setting-evidence.js';

const SLOTS = 'taskmanager.numberOfTaskSlots';
const MOST_SLOTS = 'slotmanager.number-of-slots.max';

export const rule: Rule = {
  id: 'parallelism-exceeds-slots',
  family: 'work-distribution',
  severity: 'error',
  title: 'The job needs more slots than the cluster has',
  why: 'A job takes as many slots as its highest parallelism, of each slot sharing group. Where the cluster has fewer the job waits for slot.request.timeout, fails with NoResourceAvailableException, and does so again after each restart.',
  remedy:
    'Start more TaskManagers, give them more slots with the memory and the CPU for them, or lower the parallelism.',
  reference: 'F2.1',
  source: 'Keep it going',
  needs: [],
  check(facts) {
    const needed = slotsNeeded(facts);
    if (needed === null || facts.config.text('scheduler-mode') === 'REACTIVE') return [];
    return [
      ...ofTaskManagers(facts, needed.value, needed.from),
      ...ofLimit(facts, needed.value, needed.from),
    ];
  },
};

function ofTaskManagers(facts: LintFacts, needed: number, from: string): Violation[] {
  const taskManagers = fixedTaskManagers(facts);
  if (taskManagers === null) return [];
  const perTaskManager = slotsOf(facts);
  const slots = taskManagers.value * perTaskManager;
  if (needed <= slots || taskManagers.value < 1) return [];
  const more = Math.ceil(needed / perTaskManager);
  return [
    {
      message: `The job takes ${needed} slots; ${taskManagers.value} TaskManagers with ${perTaskManager} each have ${slots}, ${needed - slots} too few. ${more} TaskManagers hold it, or ${Math.ceil(needed / taskManagers.value)} slots on each.`,
      path: SLOTS,
      evidence: [
        told('slots needed', needed, 'count', from),
        told('TaskManagers', taskManagers.value, 'count', taskManagers.from),
        setting(facts.config, SLOTS),
      ],
      ...ifAdaptive(facts),
    },
  ];
}

/** Flink asks for no more slots than this, wherever it runs. */
function ofLimit(facts: LintFacts, needed: number, from: string): Violation[] {
  const { config } = facts;
  const most = config.sets(MOST_SLOTS) ? config.number(MOST_SLOTS) : null;
  if (most === null || needed <= most) return [];
  return [
    {
      message: `The job takes ${needed} slots and ${MOST_SLOTS} allows ${most}, ${needed - most} too few.`,
      path: MOST_SLOTS,
      evidence: [told('slots needed', needed, 'count', from), setting(config, MOST_SLOTS)],
      ...ifAdaptive(facts),
    },
  ];
}

/** The adaptive scheduler runs the job with the slots that there are. */
const ifAdaptive = ({ config }: LintFacts): Pick<Violation, 'severity'> =>
  config.text('jobmanager.scheduler')?.toLowerCase() === 'adaptive' ? { severity: 'warning' } : {};

import { fixedTaskManagers, slotsNeeded, slotsOf } from '../cluster-shape.js';
import type { ConfigReader } from '../config-reader.js';
import type { Fix } from '../finding.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';

const MODE = 'taskmanager.load-balance.mode';
const SPREAD = 'cluster.evenly-spread-out-slots';

export const rule: Rule = {
  id: 'slots-not-spread',
  family: 'work-distribution',
  severity: 'warning',
  title: 'The job fills some TaskManagers and leaves others empty',
  why: 'Flink takes free slots as they come, one TaskManager after the other. A job that needs fewer slots than there are crowds on some machines, which share their CPU, network and disk among all their slots, while the others idle.',
  remedy: 'Set taskmanager.load-balance.mode to SLOTS (cluster.evenly-spread-out-slots before 1.19).',
  reference: 'F2.1',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config } = facts;
    const taskManagers = fixedTaskManagers(facts);
    const needed = slotsNeeded(facts);
    if (taskManagers === null || needed === null || needed.value < 1 || isSpread(config)) return [];
    const filled = Math.ceil(needed.value / slotsOf(facts));
    if (filled >= taskManagers.value) return [];
    const key = config.knows(MODE) ? MODE : SPREAD;
    return [
      {
        message: `${needed.value} subtasks may fill ${filled} of ${taskManagers.value} TaskManagers and leave ${taskManagers.value - filled} without work.`,
        path: key,
        evidence: [
          setting(config, key),
          told('slots needed', needed.value, 'count', needed.from),
          told('TaskManagers', taskManagers.value, 'count', taskManagers.from),
          setting(config, 'taskmanager.numberOfTaskSlots'),
        ],
        fix: spread(config),
      },
    ];
  },
};

/** The newer option wins where it is set; else the older one counts as long as Flink has it. */
function isSpread(config: ConfigReader): boolean {
  if (config.knows(MODE) && config.sets(MODE)) return config.text(MODE) !== 'NONE';
  return config.knows(SPREAD) && config.flag(SPREAD) === true;
}

const spread = (config: ConfigReader): Fix =>
  config.knows(MODE) ? { set: { [MODE]: 'SLOTS' }, unset: [] } : { set: { [SPREAD]: 'true' }, unset: [] };

import { coresOf, slotsOf } from '../cluster-shape.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';

const SLOTS = 'taskmanager.numberOfTaskSlots';
const MOST_PER_CORE = 2;

export const rule: Rule = {
  id: 'slots-exceed-cores',
  family: 'work-distribution',
  severity: 'warning',
  title: 'Many slots share a core',
  why: 'A slot divides memory and no CPU. Each runs the threads of a whole pipeline, beside those of RocksDB, the network and the garbage collector; where many wait for one core all of them are slow, and checkpoints and heartbeats are late under load.',
  remedy: 'Give each slot about a core of its own: fewer slots, more TaskManagers, or more CPU.',
  reference: 'F2.1',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const cores = coresOf(facts);
    const slots = slotsOf(facts);
    if (cores === null || cores.value <= 0 || slots <= MOST_PER_CORE * cores.value) return [];
    return [
      {
        message: `${slots} slots share ${cores.value} ${cores.value === 1 ? 'core' : 'cores'}, ${Math.round((slots / cores.value) * 10) / 10} on each; about one is right, ${MOST_PER_CORE} go where tasks wait much.`,
        path: SLOTS,
        evidence: [setting(facts.config, SLOTS), told('cores', cores.value, 'cores', cores.from)],
      },
    ];
  },
};

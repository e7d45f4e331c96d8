import { memorySizeForPeople } from '@plimsoll/units';
import { ineffectiveFraction } from '../ineffective-fraction.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'network-fraction-has-no-effect',
  family: 'memory',
  severity: 'info',
  title: 'The fraction of network memory has no effect',
  why: 'Network memory is a fraction of Flink memory between a minimum and a maximum. Where one of them decides, the fraction is not used, and who changes it changes nothing. Before 1.17 the maximum is 1 GiB without anybody having set it, and a job that needs more buffers fails as before.',
  remedy: 'Move taskmanager.memory.network.min or .max, whichever decides, or take the fraction out.',
  reference: 'F8.1',
  source: 'Flink documentation',
  needs: [],
  since: '1.10',
  check(facts) {
    const found = ineffectiveFraction(facts, 'taskManager', 'network', 'taskmanager.memory.network');
    if (found === null) return [];
    const { fraction, uncapped, size, limit, ...rest } = found;
    return [
      {
        ...rest,
        message: `A fraction of ${fraction} would give ${memorySizeForPeople(uncapped)} of network memory, and ${limit} makes it ${memorySizeForPeople(size)}, whatever the fraction.`,
      },
    ];
  },
};

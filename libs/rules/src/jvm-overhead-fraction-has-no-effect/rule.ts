import { memorySizeForPeople } from '@plimsoll/units';
import { ineffectiveFraction } from '../ineffective-fraction.js';
import { PROCESSES } from '../processes.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'jvm-overhead-fraction-has-no-effect',
  family: 'memory',
  severity: 'info',
  title: 'The fraction of JVM overhead has no effect',
  why: 'JVM overhead is a fraction of the process between a minimum and a maximum, 192 MiB and 1 GiB by default. Where one of them decides, the fraction is not used, and who changes it changes nothing. A process that needs more for RocksDB or native libraries does not get it.',
  remedy: 'Move the limit that decides, or take the fraction out.',
  reference: 'F8.1',
  source: 'Flink documentation',
  needs: [],
  since: '1.10',
  check: (facts) =>
    PROCESSES.flatMap((one) => {
      const found = ineffectiveFraction(facts, one.component, 'jvmOverhead', `${one.prefix}.jvm-overhead`);
      if (found === null) return [];
      const { fraction, uncapped, size, limit, ...rest } = found;
      return [
        {
          ...rest,
          message: `A fraction of ${fraction} would give the ${one.name} ${memorySizeForPeople(uncapped)} of JVM overhead, and ${limit} makes it ${memorySizeForPeople(size)}, whatever the fraction.`,
        },
      ];
    }),
};

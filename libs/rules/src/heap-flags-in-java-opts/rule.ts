import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf, textOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Evidence } from '../finding.js';
import { flagName, type JavaOptions, javaOptionsOf, javaSize } from '../java-options.js';
import type { Rule, Violation } from '../rule.js';

const BY_NAME = ['MaxHeapSize', 'InitialHeapSize', 'MaxDirectMemorySize', 'MaxMetaspaceSize'];
const HEAP = /^-Xm[xs]/;

export const rule: Rule = {
  id: 'heap-flags-in-java-opts',
  family: 'memory',
  severity: 'warning',
  title: 'JVM flags override the memory that Flink set',
  why: 'Flink derives -Xmx, -Xms, -XX:MaxDirectMemorySize and -XX:MaxMetaspaceSize from its memory options, and puts them before the flags of env.java.opts. The last one wins, so a flag there silently replaces what Flink computed, and all other pools are still sized as if it had not. The process outgrows its container, or a pool is never filled.',
  remedy:
    'Take the flags out of env.java.opts and set the memory options of Flink: task heap, off-heap, metaspace or the process size.',
  reference: 'F8.1',
  source: 'Flink documentation',
  needs: [],
  sets: ['production', 'development'],
  since: '1.10',
  check: (facts) =>
    javaOptionsOf(facts).flatMap((options): Violation[] => {
      const flags = options.flags.filter(setsMemory);
      if (flags.length === 0) return [];
      const { key } = options;
      const text = options.without(flags);
      const set: Readonly<Record<string, string>> = text === null || text === '' ? {} : { [key]: text };
      const fix = { set, unset: text === '' ? [key] : [] };
      const [heap, message] = heapAgainst(facts, options, flags);
      return [
        {
          message: `${key} sets ${flags.join(' ')}, which takes the place of what Flink derives from its memory options.${message}`,
          path: key,
          evidence: [...flags.map((flag) => textOf('flag', flag, `/config/${key}`)), ...heap],
          ...(text !== null && { fix }),
        },
      ];
    }),
};

const setsMemory = (flag: string): boolean => HEAP.test(flag) || BY_NAME.includes(flagName(flag) ?? '');

/** By how much -Xmx misses the heap that Flink computed. */
function heapAgainst(
  { memory }: LintFacts,
  { key, of }: JavaOptions,
  flags: readonly string[],
): readonly [readonly Evidence[], string] {
  const flag = flags.findLast((each) => each.startsWith('-Xmx'));
  const size = flag === undefined ? undefined : javaSize(flag.slice('-Xmx'.length));
  const component = of[0];
  const own = component === undefined ? undefined : memory.of(component)?.jvmHeapBytes;
  if (size === undefined || own === undefined || size === own) return [[], ''];
  const by = size > own ? `${size - own} B more` : `${own - size} B less`;
  return [
    [bytesOf('-Xmx', size, `/config/${key}`), bytesOf("Flink's heap", own, 'F8.1')],
    ` The heap is ${memorySizeForPeople(size)}, ${by} than Flink has planned.`,
  ];
}

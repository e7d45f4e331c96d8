import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import { type FlinkProcess, PROCESSES } from '../processes.js';
import type { Rule, Violation } from '../rule.js';

/** Flink's own minimum. */
const LEAST = 192n * 2n ** 20n;

export const rule: Rule = {
  id: 'jvm-overhead-below-default',
  family: 'memory',
  severity: 'warning',
  title: 'Less JVM overhead than the JVM takes',
  why: 'Thread stacks, compiled code, structures of the garbage collector and what native libraries allocate lie in JVM overhead, and nothing limits them. Where less is set aside than they take, the process grows above its size. In a container it is killed, often days after the start.',
  remedy: 'Leave the minimum of 192 MiB as it is, and make another pool smaller.',
  reference: 'F8.1',
  source: 'Flink documentation',
  needs: [],
  sets: ['production'],
  since: '1.10',
  check: (facts) => PROCESSES.flatMap((one) => tooSmall(facts, one)),
};

function tooSmall(facts: LintFacts, one: FlinkProcess): Violation[] {
  const { config, memory } = facts;
  const key = `${one.prefix}.jvm-overhead.min`;
  if (!config.sets(key)) return [];
  const overhead = memory.of(one.component)?.components.jvmOverheadBytes;
  if (overhead === undefined || overhead >= LEAST) return [];
  const path = config.keyOf(key);
  const limits = [path, `${one.prefix}.jvm-overhead.max`];
  const fix = { set: {}, unset: limits.filter((each) => Object.hasOwn(config.entries, each)) };
  const after = memory.after(one.component, fix);
  const better = after !== null && after.components.jvmOverheadBytes >= LEAST;
  return [
    {
      message: `JVM overhead of the ${one.name} is ${memorySizeForPeople(overhead)}, ${LEAST - overhead} B below Flink's own minimum of ${memorySizeForPeople(LEAST)}.`,
      path,
      evidence: [
        bytesOf('JVM overhead', overhead, `/config/${path}`),
        bytesOf("Flink's minimum", LEAST, `flink:${key}`),
      ],
      ...(better && sameSize(facts, one, after.totalProcessBytes) && { fix }),
    },
  ];
}

const sameSize = ({ memory }: LintFacts, { component }: FlinkProcess, size: bigint): boolean =>
  memory.of(component)?.totalProcessBytes === size;

import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import { flagName, javaOptionsOf } from '../java-options.js';
import { type FlinkProcess, PROCESSES } from '../processes.js';
import type { Rule, Violation } from '../rule.js';

/** The largest -Xmx with which G1 compresses references: 32 GiB less a region of 32 MiB; measured on Java 17 and 25. */
const MOST_COMPRESSED = 32_736n * 2n ** 20n;
/** From about half as much again on, the larger heap holds more in spite of it. */
const WORTH_IT = 48n * 2n ** 30n;
/** Flags with which 32 GiB are no limit, or there is nothing to lose. */
const BESIDE_THE_POINT = ['ObjectAlignmentInBytes', 'UseZGC', 'UseCompressedOops'];

export const rule: Rule = {
  id: 'heap-beyond-compressed-oops',
  family: 'memory',
  severity: 'warning',
  title: 'The heap is too large for compressed references',
  why: 'Up to 32 GB less 32 MB of heap, the JVM stores a reference in 4 bytes. Above that it takes 8, and objects of state and records grow by up to a half. A heap of 33 to 48 GB holds less than one of 31, and its garbage collections take longer.',
  remedy:
    'Keep the heap at 31 GB or below: take two TaskManagers for one, or let RocksDB keep the state in managed memory.',
  reference: 'F8.1',
  source: 'Flink documentation',
  needs: [],
  since: '1.10',
  check: (facts) => PROCESSES.flatMap((one) => beyond(facts, one)),
};

function beyond(facts: LintFacts, one: FlinkProcess): Violation[] {
  const heap = facts.memory.of(one.component)?.jvmHeapBytes;
  if (heap === undefined || heap <= MOST_COMPRESSED) return [];
  const flags = javaOptionsOf(facts).flatMap((options) => options.flags);
  if (flags.some((flag) => BESIDE_THE_POINT.includes(flagName(flag) ?? ''))) return [];
  const worse = heap < WORTH_IT;
  return [
    {
      message: `The heap of the ${one.name} is ${memorySizeForPeople(heap)}, ${heap - MOST_COMPRESSED} B above the ${memorySizeForPeople(MOST_COMPRESSED)} up to which references take 4 bytes.${worse ? ' It holds less than a heap of that size.' : ''}`,
      path: facts.config.keyOf(
        one.component === 'taskManager' ? `${one.prefix}.task.heap.size` : `${one.prefix}.heap.size`,
      ),
      evidence: [
        bytesOf('heap', heap, `/config/${facts.config.keyOf(`${one.prefix}.process.size`)}`),
        bytesOf('most with compressed references', MOST_COMPRESSED, 'F8.1'),
      ],
      ...(!worse && { severity: 'info' }),
    },
  ];
}

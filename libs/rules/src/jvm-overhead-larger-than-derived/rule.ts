import { memorySizeForPeople } from '@plimsoll/units';
import { MANAGED_SIZE } from '../embedded-memory.js';
import { bytesOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import type { Rule } from '../rule.js';
import { embeddedBackendOf } from '../state-backend.js';

const PROCESS_SIZE = 'taskmanager.memory.process.size';
const FLINK_SIZE = 'taskmanager.memory.flink.size';
const TASK_HEAP = 'taskmanager.memory.task.heap.size';
/** Without these, JVM overhead is derived from the process size. */
const POOLS = [FLINK_SIZE, TASK_HEAP, MANAGED_SIZE, 'taskmanager.memory.size'];
/** What is left over is told from this size on. */
const TOLD_FROM = 64n * 2n ** 20n;

export const rule: Rule = {
  id: 'jvm-overhead-larger-than-derived',
  family: 'memory',
  severity: 'info',
  title: 'What the pools leave over lies in JVM overhead',
  why: 'Where process size and pools are all stated, JVM overhead is what is left between them. Whatever is above what Flink would derive for a process of that size is used by nobody. The state backend or the heap could have it.',
  remedy: `Raise ${MANAGED_SIZE} or the task heap by what is left over.`,
  reference: 'F8.2',
  source: '3 Flink Mistakes',
  needs: [],
  since: '1.10',
  check(facts) {
    const { config } = facts;
    const pools = config.sets(TASK_HEAP) && config.sets(MANAGED_SIZE);
    const explicit = config.sets(PROCESS_SIZE) && (pools || config.sets(FLINK_SIZE));
    const memory = explicit ? facts.memory.of('taskManager') : null;
    const derived = memory === null ? null : facts.memory.after('taskManager', { set: {}, unset: POOLS });
    if (memory === null || derived === null) return [];
    const { jvmOverheadBytes: overhead, managedBytes } = memory.components;
    const beyond = overhead - derived.components.jvmOverheadBytes;
    if (beyond <= TOLD_FROM) return [];
    const fix = moreManaged(facts, managedBytes + beyond);
    return [
      {
        message: `JVM overhead is ${memorySizeForPeople(overhead)}, ${beyond} B more than Flink would derive for a process of ${memorySizeForPeople(memory.totalProcessBytes)}.`,
        path: config.keyOf(PROCESS_SIZE),
        evidence: [
          bytesOf('JVM overhead', overhead, `/config/${config.keyOf(PROCESS_SIZE)}`),
          bytesOf('more than derived', beyond, 'F8.2'),
        ],
        ...(fix !== null && { fix }),
      },
    ];
  },
};

/** Only where a state backend would use it, and the pools alone decide. */
function moreManaged(facts: LintFacts, size: bigint): Fix | null {
  const { config, memory } = facts;
  const stated = config.keyOf(MANAGED_SIZE);
  if (embeddedBackendOf(facts) === null || !config.sets(MANAGED_SIZE) || config.sets(FLINK_SIZE)) return null;
  const fix = { set: { [stated]: `${size}b` }, unset: [] };
  return memory.after('taskManager', fix) === null ? null : fix;
}

import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf, configAt } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import { frameworkOffHeap } from '../netty-off-heap.js';
import type { Rule, Violation } from '../rule.js';

const MEBIBYTE = 2n ** 20n;
const DEFAULT = 128n * MEBIBYTE;

const HEAP = {
  framework: 'taskmanager.memory.framework.heap.size',
  task: 'taskmanager.memory.task.heap.size',
  name: 'heap',
};
const OFF_HEAP = {
  framework: 'taskmanager.memory.framework.off-heap.size',
  task: 'taskmanager.memory.task.off-heap.size',
  name: 'off-heap memory',
};

export const rule: Rule = {
  id: 'framework-memory-enlarged',
  family: 'memory',
  severity: 'warning',
  title: 'Memory was given to the framework instead of the tasks',
  why: 'The framework pools are for Flink itself, 128 MB each, and do not grow with state or records. What is put there by mistake is no part of what a slot gets, and is missing elsewhere. The tasks then fail for want of the memory that was meant for them.',
  remedy: 'Leave the framework pools at their default, and set the heap or off-heap memory of tasks.',
  reference: 'F8.1',
  source: 'Flink documentation',
  needs: [],
  sets: ['production', 'development'],
  since: '1.10',
  check(facts) {
    const { nettyBytes, batchBytes } = frameworkOffHeap(facts);
    const own = DEFAULT + nettyBytes + batchBytes;
    return [
      ...enlarged(facts, HEAP, 2n * DEFAULT),
      ...enlarged(facts, OFF_HEAP, own > 2n * DEFAULT ? own : 2n * DEFAULT),
    ];
  },
};

function enlarged(facts: LintFacts, pool: typeof HEAP, most: bigint): Violation[] {
  const { config } = facts;
  const size = config.sets(pool.framework) ? config.bytes(pool.framework) : null;
  if (size === null || size <= most || facts.memory.of('taskManager') === null) return [];
  const fix = moved(facts, pool, size);
  const path = config.keyOf(pool.framework);
  return [
    {
      message: `The framework has ${memorySizeForPeople(size)} of ${pool.name}, ${size - DEFAULT} B more than its default, and tasks get none of it. ${pool.task} is what tasks have.`,
      path,
      evidence: [
        bytesOf(`framework ${pool.name}`, size, configAt(config, pool.framework)),
        bytesOf('default', DEFAULT, `flink:${pool.framework}`),
      ],
      ...(fix !== null && { fix }),
    },
  ];
}

/** What is above the default goes to the tasks: of the heap by itself, unless their pool is stated. */
function moved({ config, memory }: LintFacts, pool: typeof HEAP, size: bigint): Fix | null {
  const rest = pool === HEAP && !config.sets(pool.task);
  const task = rest ? 0n : (config.bytes(pool.task) ?? 0n) + size - DEFAULT;
  const set: Readonly<Record<string, string>> = rest ? {} : { [pool.task]: `${task}b` };
  const fix = { set, unset: [pool.framework] };
  const [before, after] = [memory.of('taskManager'), memory.after('taskManager', fix)];
  return before?.totalProcessBytes === after?.totalProcessBytes ? fix : null;
}

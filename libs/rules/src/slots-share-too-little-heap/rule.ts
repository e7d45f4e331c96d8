import { memorySizeForPeople } from '@plimsoll/units';
import { SLOTS, slotsOf } from '../embedded-memory.js';
import { bytesOf, configAt, countOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';

/** What Flink keeps of the heap for itself by default: a slot that gets less has less for its tasks than an idle framework. */
const LEAST_PER_SLOT = 128n * 2n ** 20n;

export const rule: Rule = {
  id: 'slots-share-too-little-heap',
  family: 'memory',
  severity: 'warning',
  title: 'Each slot gets very little of the heap',
  why: 'Flink divides the memory of a TaskManager evenly over its slots, and the number of slots does not change the memory. More slots with the same process size mean less heap, network and managed memory for each task. The job spends its time in garbage collection, or fails with an OutOfMemoryError.',
  remedy: 'Raise the process size together with the slots, or take fewer slots and more TaskManagers.',
  reference: 'F8.1',
  source: 'Rabbit Holes 1',
  needs: [],
  sets: ['production'],
  since: '1.10',
  check(facts) {
    const slots = slotsOf(facts);
    const heap = slots > 1 ? facts.memory.of('taskManager')?.components.taskHeapBytes : undefined;
    if (heap === undefined || heap >= LEAST_PER_SLOT * BigInt(slots)) return [];
    const each = heap / BigInt(slots);
    return [
      {
        message: `${slots} slots share ${memorySizeForPeople(heap)} of task heap: ${memorySizeForPeople(each)} each, ${LEAST_PER_SLOT - each} B below the least that makes sense. That heap is enough for ${heap / LEAST_PER_SLOT} slots.`,
        path: facts.config.keyOf(SLOTS),
        evidence: [
          countOf('slots', slots, configAt(facts.config, SLOTS)),
          bytesOf('task heap', heap, '/config/taskmanager.memory.task.heap.size'),
        ],
      },
    ];
  },
};

import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';
import { givenToManaged, seenLongEnough } from '../tuned-pools.js';

/** What is unused is told from this part of the process on. */
const TOLD_FROM = 10n;

export const rule: Rule = {
  id: 'heap-memory-unused',
  family: 'memory',
  severity: 'info',
  title: 'Most of the heap is never used',
  why: 'Flink gives the heap whatever no other pool takes. Where RocksDB or ForSt keep the state, the heap holds only records on their way and the code. The state backend reads from disk what it could have kept in that memory.',
  remedy:
    'Set taskmanager.memory.task.heap.size to what is in use after a full garbage collection with headroom, and give the rest to managed memory.',
  reference: 'F8.4',
  source: '3 Flink Mistakes',
  needs: ['observed'],
  since: '1.10',
  check(facts) {
    const used = facts.observed?.heapUsedAfterGcBytes;
    const memory = used === undefined || !seenLongEnough(facts) ? null : facts.memory.of('taskManager');
    if (used === undefined || memory === null) return [];
    const size = memory.jvmHeapBytes;
    const unused = size - 2n * BigInt(Math.ceil(used));
    if (unused * TOLD_FROM <= memory.totalProcessBytes) return [];
    const fix = givenToManaged(facts);
    const path = 'taskmanager.memory.task.heap.size';
    return [
      {
        message: `The heap is ${memorySizeForPeople(size)}, and ${Math.ceil(used)} B of it are in use after a full garbage collection: with as much again for headroom, ${unused} B are never used.`,
        path: facts.config.keyOf(path),
        evidence: [
          bytesOf('heap', size, `/config/${path}`),
          bytesOf(
            'in use after a full collection',
            BigInt(Math.ceil(used)),
            '/observed/heapUsedAfterGcBytes',
          ),
        ],
        ...(fix !== null && { fix }),
      },
    ];
  },
};

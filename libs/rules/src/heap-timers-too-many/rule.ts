import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf, configAt, countOf, textOf } from '../evidence-items.js';
import { taskManagersOf } from '../processes.js';
import type { Rule } from '../rule.js';
import { embeddedBackendOf } from '../state-backend.js';

/** One timer on the heap with its key, its namespace and its places in queue and set: a rule of thumb. */
const TIMER_BYTES = 200n;
/** Timers that take more of the heap than this part are many. */
const MOST = 10n;

export const rule: Rule = {
  id: 'heap-timers-too-many',
  family: 'state',
  severity: 'warning',
  title: 'Too many timers for the heap',
  why: 'RocksDB can keep timers on the heap, which is faster where they are few. A checkpoint then writes all of them while no record is processed, and never incrementally. With millions of timers the heap fills up and each checkpoint stops the job for seconds.',
  remedy: 'Keep the timers in the database too: take the timer service out of the configuration.',
  reference: 'F4.1',
  source: 'Flink documentation',
  needs: ['job'],
  since: '1.10',
  check(facts) {
    const { config, job } = facts;
    const backend = job?.timers === undefined ? null : embeddedBackendOf(facts);
    const key = `state.backend.${backend}.timer-service.factory`;
    if (backend === null || job?.timers === undefined || config.text(key)?.toUpperCase() !== 'HEAP')
      return [];
    const heap = facts.memory.of('taskManager')?.jvmHeapBytes;
    const taskManagers = taskManagersOf(facts);
    if (heap === undefined || taskManagers === undefined) return [];
    const timers = Math.ceil(job.timers / taskManagers);
    const takes = BigInt(timers) * TIMER_BYTES;
    if (takes * MOST <= heap) return [];
    const path = config.keyOf(key);
    return [
      {
        message: `${job.timers} timers are ${timers} for each of ${taskManagers} TaskManagers: about ${memorySizeForPeople(takes)} of a heap of ${memorySizeForPeople(heap)}, written by every checkpoint while the job stands still.`,
        path,
        evidence: [
          textOf('timer service', 'HEAP', configAt(config, key)),
          countOf('timers per TaskManager', timers, '/job/timers'),
          bytesOf('on the heap', takes, 'F4.1'),
          bytesOf('heap', heap, 'F8.1'),
        ],
        fix: { set: {}, unset: [path] },
      },
    ];
  },
};

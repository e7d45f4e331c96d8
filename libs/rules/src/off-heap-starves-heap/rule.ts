import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf, configAt } from '../evidence-items.js';
import type { Rule } from '../rule.js';

const TASK_OFF_HEAP = 'taskmanager.memory.task.off-heap.size';

export const rule: Rule = {
  id: 'off-heap-starves-heap',
  family: 'memory',
  severity: 'warning',
  title: 'Off-heap memory takes what the heap of tasks needs',
  why: 'Off-heap memory of tasks is set aside for direct and native memory that the code of the job allocates itself; RocksDB, network and Netty have pools of their own. Flink gives the heap of tasks what is left. Where most of it is set aside, the job fails with “OutOfMemoryError: Java heap space” beside memory that nobody uses.',
  remedy: `Lower ${TASK_OFF_HEAP} to what the code of the job allocates outside of the heap; most jobs need none.`,
  reference: 'F8.1',
  source: 'Flink documentation',
  needs: [],
  sets: ['production', 'development'],
  since: '1.10',
  check({ config, memory }) {
    const components = config.sets(TASK_OFF_HEAP) ? memory.of('taskManager')?.components : undefined;
    if (components === undefined) return [];
    const { taskHeapBytes: heap, taskOffHeapBytes: offHeap } = components;
    if (offHeap <= heap) return [];
    return [
      {
        message: `${memorySizeForPeople(offHeap)} are set aside for what tasks allocate outside of the heap, ${offHeap - heap} B more than their heap of ${memorySizeForPeople(heap)}.`,
        path: config.keyOf(TASK_OFF_HEAP),
        evidence: [
          bytesOf('task off-heap', offHeap, configAt(config, TASK_OFF_HEAP)),
          bytesOf('task heap', heap, 'F8.1'),
        ],
      },
    ];
  },
};

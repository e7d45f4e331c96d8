import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf, configAt, countOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import { frameworkOffHeap } from '../netty-off-heap.js';
import type { Rule } from '../rule.js';

const OFF_HEAP = 'taskmanager.memory.framework.off-heap.size';

export const rule: Rule = {
  id: 'netty-arenas-exceed-off-heap',
  family: 'memory',
  severity: 'warning',
  title: 'Netty needs more direct memory than the framework has',
  why: 'Netty, which carries the records between TaskManagers, takes chunks of 4 MB of direct memory for each of its arenas, and has one arena for each slot. They come out of the off-heap memory of the framework, 128 MB by default. Where that is too small, connections fail with “OutOfMemoryError: Direct buffer memory” under load.',
  remedy: `Raise ${OFF_HEAP} to what the arenas take (and the read buffers of batch jobs), or take fewer slots.`,
  reference: 'F7.1',
  source: 'Keep it going',
  needs: [],
  sets: ['production', 'development'],
  since: '1.10',
  check(facts) {
    const { config } = facts;
    const { arenas, arenasFrom, nettyBytes, batchBytes } = frameworkOffHeap(facts);
    const given = config.bytes(OFF_HEAP);
    const needed = nettyBytes + batchBytes;
    if (given === null || needed <= given || facts.memory.of('taskManager') === null) return [];
    const fix = enlarged(facts, needed);
    const batch = batchBytes === 0n ? '' : ` and read buffers of batch jobs ${batchBytes} B`;
    return [
      {
        message: `${arenas} arenas of Netty take ${nettyBytes} B of direct memory${batch}, ${needed - given} B more than the ${memorySizeForPeople(given)} of ${OFF_HEAP}.`,
        path: config.keyOf(OFF_HEAP),
        evidence: [
          countOf('arenas', arenas, arenasFrom),
          bytesOf('needed', needed, arenasFrom),
          bytesOf('framework off-heap', given, configAt(config, OFF_HEAP)),
        ],
        ...(fix !== null && { fix }),
      },
    ];
  },
};

function enlarged({ memory }: LintFacts, size: bigint): Fix | null {
  const fix = { set: { [OFF_HEAP]: `${size}b` }, unset: [] };
  const before = memory.of('taskManager')?.totalProcessBytes;
  return memory.after('taskManager', fix)?.totalProcessBytes === before ? fix : null;
}

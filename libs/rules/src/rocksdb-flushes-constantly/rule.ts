import { memorySizeForPeople } from '@plimsoll/units';
import { embeddedMemory, MANAGED_SIZE, SLOTS } from '../embedded-memory.js';
import { bytesOf, configAt, countOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'rocksdb-flushes-constantly',
  family: 'memory',
  severity: 'warning',
  title: 'RocksDB flushes all the time',
  why: 'Each memtable takes an eighth of its size at once, 8 MiB by default. Where that first block is already above the limit of all memtables of a slot, each is flushed as soon as it is begun. RocksDB then writes thousands of tiny files and spends its time in compaction: throughput breaks down, and no exception says why.',
  remedy: `Give each slot at least 32 MB of managed memory by ${MANAGED_SIZE}, or take fewer slots.`,
  reference: 'F4.5',
  source: 'Flink documentation',
  needs: [],
  since: '1.10',
  check(facts) {
    const answer = embeddedMemory(facts);
    if (answer?.kind !== 'ok' || !answer.value.memtables.flushesAllTheTime) return [];
    const { managedPerSlotBytes, memtables, budget } = answer.value;
    const least = memtables.leastTotalBytes;
    return [
      {
        message: `A memtable of ${answer.backend} takes ${memtables.allocatedArenaBlockBytes} B at once, above the limit at which memtables are flushed: ${memorySizeForPeople(managedPerSlotBytes)} of managed memory for each of ${answer.slots} slots are too few.${least === null ? '' : ` It ends from ${least} B for one cache on.`}`,
        path: budget === 'MANAGED' ? facts.config.keyOf(MANAGED_SIZE) : PATHS[budget](answer.backend),
        evidence: [
          bytesOf('managed memory per slot', managedPerSlotBytes, configAt(facts.config, MANAGED_SIZE)),
          countOf('slots', answer.slots, configAt(facts.config, SLOTS)),
          ...(least === null ? [] : [bytesOf('least for one cache', least, 'F4.5')]),
        ],
      },
    ];
  },
};

const PATHS = {
  FIXED_PER_SLOT: (backend: string) => `state.backend.${backend}.memory.fixed-per-slot`,
  FIXED_PER_TASK_MANAGER: (backend: string) => `state.backend.${backend}.memory.fixed-per-tm`,
  UNMANAGED: (backend: string) => `state.backend.${backend}.memory.managed`,
};

import { memorySizeForPeople } from '@plimsoll/units';
import { columnFamilies, embeddedMemory, MANAGED_SIZE } from '../embedded-memory.js';
import { bytesOf, configAt, countOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';

/** Memtables that get less than a quarter of what they may grow to. */
const MOST_PRESSURE = 4;

export const rule: Rule = {
  id: 'rocksdb-memtables-starved',
  family: 'memory',
  severity: 'warning',
  title: 'RocksDB has too little managed memory for its states',
  why: 'Every state and every timer service of a slot is a column family with memtables of its own, and all of them share the managed memory of the slot. Where they want many times what there is, each is flushed long before it is full. Small files pile up on level 0, compaction writes them again and again, and little cache is left for reads.',
  remedy:
    'Give the TaskManager more managed memory, take fewer slots, or keep fewer states in one slot sharing group.',
  reference: 'F4.5',
  source: 'Flink documentation',
  needs: ['workload'],
  since: '1.10',
  check(facts) {
    const states = facts.workload === undefined ? 0 : columnFamilies(facts.workload);
    const answer = states === 0 ? null : embeddedMemory(facts);
    if (answer?.kind !== 'ok' || answer.value.memtables.flushesAllTheTime) return [];
    const { memtables, managedPerSlotBytes, shared } = answer.value;
    const pressure = memtables.pressureRatio;
    if (shared === null || pressure === null || pressure <= MOST_PRESSURE) return [];
    return [
      {
        message: `${states} column families (states and timers) want ${memorySizeForPeople(memtables.wantedBytes)} for memtables and may take ${memorySizeForPeople(shared.writeBufferManagerBytes)}: ${pressure.toFixed(1)} times what there is, where ${MOST_PRESSURE} times would do.`,
        path: facts.config.keyOf(MANAGED_SIZE),
        evidence: [
          countOf('column families', states, '/workload/operators'),
          bytesOf('wanted', memtables.wantedBytes, 'F4.5'),
          bytesOf('write buffer manager', shared.writeBufferManagerBytes, 'F4.5'),
          bytesOf('managed memory per slot', managedPerSlotBytes, configAt(facts.config, MANAGED_SIZE)),
        ],
      },
    ];
  },
};

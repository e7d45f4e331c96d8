import { memorySizeForPeople } from '@plimsoll/units';
import { embeddedMemory, MANAGED_SIZE, SLOTS } from '../embedded-memory.js';
import { bytesOf, configAt, countOf, textOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';

const KEY = 'state.backend.rocksdb.predefined-options';
const HIGH_MEMORY = 'SPINNING_DISK_OPTIMIZED_HIGH_MEM';
const LEAST = 2n ** 30n;

export const rule: Rule = {
  id: 'rocksdb-high-mem-options-on-little-memory',
  family: 'state',
  severity: 'warning',
  title: 'Options of RocksDB for much memory, on little',
  why: 'The set for much memory takes four memtables instead of two for each state, blocks of 128 KB, and Bloom filters. With little managed memory in a slot these crowd each other out of the cache: each read fetches 32 times as much as with the default, and memtables are flushed early.',
  remedy: 'Take SPINNING_DISK_OPTIMIZED, or give each slot a gigabyte of managed memory.',
  reference: 'F9.1',
  source: 'Keep it going',
  needs: [],
  since: '1.10',
  check(facts) {
    const { config } = facts;
    const stated = config.sets(KEY) ? config.text(KEY)?.toUpperCase() : undefined;
    const answer = stated === HIGH_MEMORY ? embeddedMemory(facts) : null;
    if (answer?.kind !== 'ok' || answer.backend !== 'rocksdb' || answer.value.shared === null) return [];
    const { shared } = answer.value;
    const perSlot = shared.totalBytes / BigInt(shared.slots);
    if (perSlot >= LEAST) return [];
    const path = config.keyOf(KEY);
    return [
      {
        message: `RocksDB has ${memorySizeForPeople(perSlot)} for each of ${answer.slots} slots, ${LEAST - perSlot} B below the gigabyte from which ${HIGH_MEMORY} makes sense.`,
        path,
        evidence: [
          textOf('options', HIGH_MEMORY, `/config/${path}`),
          bytesOf('memory per slot', perSlot, configAt(config, MANAGED_SIZE)),
          countOf('slots', answer.slots, configAt(config, SLOTS)),
        ],
        fix: { set: { [path]: 'SPINNING_DISK_OPTIMIZED' }, unset: [] },
      },
    ];
  },
};

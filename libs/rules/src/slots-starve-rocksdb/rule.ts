import { memorySizeForPeople } from '@plimsoll/units';
import { databases, embeddedMemory, MANAGED_SIZE, SLOTS } from '../embedded-memory.js';
import { bytesOf, configAt, countOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';

/** Two memtables to a state: above this not even one of them can be filled. */
const ONE_MEMTABLE = 2;

export const rule: Rule = {
  id: 'slots-starve-rocksdb',
  family: 'memory',
  severity: 'warning',
  title: 'So many slots that RocksDB starves',
  why: 'Managed memory is divided evenly over the slots, and RocksDB of one slot cannot use what another does not need. Where the share of a slot cannot fill a single memtable, RocksDB flushes small files and compacts them all the time. More slots then make a job slower.',
  remedy: 'Take fewer slots and more TaskManagers, or raise managed memory with the slots.',
  reference: 'F4.5',
  source: 'Rabbit Holes 1',
  needs: [],
  since: '1.10',
  check(facts) {
    const answer = embeddedMemory(facts);
    if (answer?.kind !== 'ok' || answer.slots === 1 || answer.value.budget !== 'MANAGED') return [];
    const { backend, slots, value } = answer;
    const managed = facts.memory.of('taskManager')?.components.managedBytes;
    if (managed === undefined || value.memtables.flushesAllTheTime) return [];
    const single = databases(facts, backend, managed, slots, 1);
    const pressure = single.kind === 'ok' ? single.value.memtables.pressureRatio : null;
    if (pressure === null || pressure <= ONE_MEMTABLE) return [];
    const most = Math.floor((slots * ONE_MEMTABLE) / pressure);
    if (most === 0) return [];
    return [
      {
        message: `Each of ${slots} slots has ${memorySizeForPeople(value.managedPerSlotBytes)} of managed memory, in which ${backend} cannot fill one memtable. ${memorySizeForPeople(managed)} are enough for ${most} ${most === 1 ? 'slot' : 'slots'}.`,
        path: facts.config.keyOf(SLOTS),
        evidence: [
          countOf('slots', slots, configAt(facts.config, SLOTS)),
          bytesOf('managed memory', managed, configAt(facts.config, MANAGED_SIZE)),
          countOf('enough for slots', most, 'F4.5'),
        ],
      },
    ];
  },
};

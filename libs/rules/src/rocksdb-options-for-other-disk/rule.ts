import { storageAdvice } from '@plimsoll/checkpoint';
import { slotsOf } from '../embedded-memory.js';
import { textOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Rule } from '../rule.js';
import { embeddedBackendOf } from '../state-backend.js';

const KEY = 'state.backend.rocksdb.predefined-options';
/** Options that are set by hand instead. */
const BY_HAND = [
  'state.backend.rocksdb.options-factory',
  'state.backend.rocksdb.thread.num',
  'state.backend.rocksdb.compaction.level.use-dynamic-size',
];
const SPINNING = 'SPINNING_DISK_OPTIMIZED';
const SETS = ['DEFAULT', 'FLASH_SSD_OPTIMIZED', SPINNING, `${SPINNING}_HIGH_MEM`];

export const rule: Rule = {
  id: 'rocksdb-options-for-other-disk',
  family: 'state',
  severity: 'info',
  title: 'RocksDB is not set up for the disk that it works on',
  why: 'Flink has sets of options of RocksDB for spinning disks and for flash. Those for spinning disks trade parallel work for long sequential writes; those for flash add background threads. With the set of another disk, or none, flushes and compactions fall behind the writes.',
  remedy: `Set ${KEY} to FLASH_SSD_OPTIMIZED on flash, and to ${SPINNING} on spinning disks.`,
  reference: 'F9.1',
  source: 'Keep it going',
  needs: ['cluster'],
  since: '1.10',
  check(facts) {
    const { config } = facts;
    const medium = facts.cluster?.machine.stateDisk?.medium;
    if (medium === undefined || embeddedBackendOf(facts) !== 'rocksdb') return [];
    const stated = config.sets(KEY) ? (config.text(KEY)?.toUpperCase() ?? null) : 'DEFAULT';
    if (stated === null || !SETS.includes(stated)) return [];
    if (stated === 'DEFAULT' && BY_HAND.some((key) => config.sets(key))) return [];
    const advised = advisedOptions(facts, medium);
    if (advised === null || fits(stated, advised)) return [];
    const path = config.keyOf(KEY);
    return [
      {
        message: `RocksDB works on ${medium === 'FLASH' ? 'flash' : 'a spinning disk'} with the options ${stated}; ${advised} are for it.`,
        path,
        evidence: [
          textOf('options', stated, `/config/${path}`),
          textOf('disk', medium, '/cluster/machine/stateDisk/medium'),
        ],
        ...(stated !== 'DEFAULT' && { severity: 'warning' }),
        fix: { set: { [path]: advised }, unset: [] },
      },
    ];
  },
};

/** Either set for spinning disks will do there: which of them is a question of memory. */
const fits = (stated: string, advised: string): boolean =>
  advised.startsWith(SPINNING) ? stated.startsWith(SPINNING) : stated === advised;

function advisedOptions(facts: LintFacts, medium: 'FLASH' | 'SPINNING'): string | null {
  const components = facts.memory.of('taskManager')?.components;
  const outcome = storageAdvice({
    flinkVersion: facts.config.flinkVersion,
    state: {
      stateBytes: 1,
      heapBytes: 0,
      managedBytes: Number(components?.managedBytes ?? 0n),
      slots: slotsOf(facts),
      incrementalCheckpoints: true,
      medium,
    },
  });
  return outcome.kind === 'ok' ? (outcome.value.backend?.predefinedOptions ?? null) : null;
}

import { Derivation, type Known, known, knownSize } from '@plimsoll/trace';
import { parseFlinkVersion, type Rejection } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { derivedOrRefused } from '../derived-or-refused.js';
import type { MemoryAnswer } from '../result.js';
import { type Budget, memoryBudget } from './budget.js';
import { rocksDbRejections } from './checks.js';
import { OF_TASK_MANAGER, SLOT_SHARE, UNMANAGED_BOUND } from './memtable-formulas.js';
import { memtables } from './memtables.js';
import { UNMANAGED_STATE } from './parameters.js';
import type { RocksDbRequest } from './request.js';
import type { MemoryBudget, Memtables, RocksDbMemory } from './result.js';
import { ROCKSDB_OPTIONS, type RocksDbSettings, rocksDbSettings } from './settings.js';
import { type CacheAndMemtables, cacheAndMemtables, sharedMemory } from './shared-memory.js';
import { stateAccess } from './state-access.js';

/**
 * Memory of RocksDB or ForSt in a TaskManager: what a slot's databases share, when they flush all the time, and how much of the
 * state they hold. Sizes in bytes.
 * @param traced whether the answer shows its steps
 * @returns Flink's refusal where the state backend would not be made; rejections of values that cannot be
 */
export function rocksDbMemory(request: RocksDbRequest, traced = true): MemoryAnswer<RocksDbMemory> {
  const rejections = rocksDbRejections(request);
  const version = parseFlinkVersion(request.flinkVersion);
  if (rejections.length > 0 || version === undefined) return { kind: 'rejected', rejections };
  const answer = derivedOrRefused(request.config, version, (reader) =>
    deriveRocksDb(reader, request, traced),
  );
  if (answer.kind !== 'ok') return answer;
  const tooLarge = overflow(answer.value, request);
  return tooLarge === undefined ? answer : { kind: 'rejected', rejections: [tooLarge] };
}

function deriveRocksDb(
  reader: ConfigReader,
  request: RocksDbRequest,
  traced: boolean,
): Omit<RocksDbMemory, 'warnings'> {
  const d = new Derivation(traced);
  const backend = request.stateBackend ?? 'rocksdb';
  const settings = rocksDbSettings(reader, backend);
  const budget = memoryBudget(d, reader, request, settings);
  const shared = cacheAndMemtables(d, budget, settings);
  const states = known('count', request.states, '/states');
  const { slotsTogether } = budget;
  const tables = memtables(d, { version: reader.version, backend, states, slotsTogether, settings, shared });
  const unmanagedBound = d.derive('rocksdb.unmanagedBound', UNMANAGED_BOUND, {
    states,
    documented: knownSize(UNMANAGED_STATE),
    writeBuffer: settings.writeBuffer,
    writeBuffers: settings.writeBuffers,
    blockCache: settings.blockCache,
  });
  const ofTaskManager = d.derive('rocksdb.taskManager', OF_TASK_MANAGER, {
    each: shared?.total ?? unmanagedBound,
    caches: budget.caches,
  });
  warn(reader, settings, budget, shared, tables);
  const { access } = request;
  const accessed =
    access === undefined
      ? { bloomFilter: null, cacheHits: null }
      : stateAccess(d, {
          access,
          settings,
          blocks: blocksOfSlot(d, settings, budget, shared, states),
          partitioned: settings.partitionedIndexFilters && shared !== undefined,
        });
  return {
    stateBackend: backend,
    budget: budget.kind,
    managedPerSlotBytes: budget.managedPerSlot.value,
    stateBackendFraction: budget.fraction.value,
    shared: shared === undefined ? null : sharedMemory(shared, budget),
    memtables: tables,
    taskManagerBytes: ofTaskManager.value,
    unmanagedUpperBoundBytes: unmanagedBound.value,
    ...accessed,
    steps: d.steps,
  };
}

/** What one slot has for blocks: its part of the cache, or, where each state has a cache of its own, these together. */
function blocksOfSlot(
  d: Derivation,
  { blockCache }: RocksDbSettings,
  { slotsTogether }: Budget,
  shared: CacheAndMemtables | undefined,
  states: Known<'count'>,
): Known<'bytes'> {
  if (shared === undefined) {
    return d.derive('rocksdb.blocksOfSlot', OF_TASK_MANAGER, { each: blockCache, caches: states });
  }
  if (slotsTogether.value === 1) return shared.blocks;
  return d.derive('rocksdb.blocksOfSlot', SLOT_SHARE, { blocks: shared.blocks, slots: slotsTogether });
}

function warn(
  reader: ConfigReader,
  settings: RocksDbSettings,
  budget: Budget,
  shared: CacheAndMemtables | undefined,
  { warning, flushesAllTheTime }: Memtables,
): void {
  if (warning !== null) reader.log('WARN', warning);
  if (warning !== null && !flushesAllTheTime) {
    reader.log('INFO', 'Flink says so by its own check; the database does not flush constantly here');
  }
  if (shared === undefined) {
    reader.log('WARN', 'Nothing bounds the memory of the databases, and Flink counts none of it');
  } else if (shared.total.value === 0n) {
    reader.log(
      'WARN',
      'The databases share 0 bytes: their cache holds nothing, and their memtables have no limit',
    );
  }
  if (budget.kind === 'FIXED_PER_SLOT' && settings.managed && budget.managedPerSlot.value > 0n) {
    reader.log('WARN', 'Memory is fixed for each slot, so the managed memory of the state backend lies idle');
  }
}

const MOST = 2n ** 60n;

/** Where 64 bits of Flink's own arithmetic do not hold the product of a size and 7. */
function overflow(
  { shared, budget, stateBackend }: RocksDbMemory,
  { managedFrom }: RocksDbRequest,
): Rejection | undefined {
  if (shared === null || shared.totalBytes <= MOST) return undefined;
  const { fixedPerSlot, fixedPerTaskManager, managed } = ROCKSDB_OPTIONS[stateBackend];
  const pointers: Readonly<Record<MemoryBudget, string>> = {
    FIXED_PER_SLOT: fixedPerSlot.pointer,
    MANAGED: managedFrom ?? '/managedBytes',
    FIXED_PER_TASK_MANAGER: fixedPerTaskManager.pointer,
    UNMANAGED: managed.pointer,
  };
  return {
    pointer: pointers[budget],
    message: `gives one cache ${shared.totalBytes} bytes, where Flink's own arithmetic overflows; at most ${MOST}`,
    received: String(shared.totalBytes),
  };
}

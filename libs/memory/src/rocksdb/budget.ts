import { type Derivation, type Known, known } from '@plimsoll/trace';
import type { ConfigReader } from '../config-reader.js';
import { FlinkException, ILLEGAL_ARGUMENT } from '../flink-exception.js';
import { MOST_SEGMENTS, SEGMENT_SIZE, segmentSize } from '../memory-segment.js';
import {
  MANAGED_PER_SLOT,
  MANAGED_TOTAL,
  STATE_BACKEND_FRACTION,
  WEIGHTS_IN_USE,
} from './budget-formulas.js';
import { consumerWeights, noWeight } from './consumer-weights.js';
import type { ManagedMemoryConsumer, RocksDbRequest } from './request.js';
import type { MemoryBudget } from './result.js';
import type { RocksDbSettings } from './settings.js';

export interface Budget {
  readonly kind: MemoryBudget;
  readonly managedPerSlot: Known<'bytes'>;
  readonly fraction: Known<'ratio'>;
  /** What one cache and its memtables share; undefined where nothing bounds them. */
  readonly total: Known<'bytes'> | undefined;
  /** Slots that share one cache. */
  readonly slotsTogether: Known<'count'>;
  /** Caches of the TaskManager. */
  readonly caches: Known<'count'>;
}

/**
 * What bounds the databases, in the order in which Flink asks: memory fixed for each slot, managed memory, memory fixed for the
 * TaskManager, nothing.
 * @see org.apache.flink.contrib.streaming.state.RocksDBSharedResourcesFactory#from
 */
export function memoryBudget(
  d: Derivation,
  reader: ConfigReader,
  request: RocksDbRequest,
  settings: RocksDbSettings,
): Budget {
  const slots = known('count', request.slots, '/slots');
  const managed = known('bytes', request.managedBytes, request.managedFrom ?? '/managedBytes');
  const managedPerSlot = d.derive('rocksdb.managedPerSlot', MANAGED_PER_SLOT, { managed, slots });
  checkPages(reader, managedPerSlot.value);
  const fraction = stateBackendFraction(d, reader, request.consumers ?? []);
  const one = known('count', 1, '/slots');
  const perSlot = { managedPerSlot, fraction, slotsTogether: one, caches: slots };
  const { fixedPerSlot, fixedPerTaskManager } = settings;
  if (fixedPerSlot !== undefined) return { ...perSlot, kind: 'FIXED_PER_SLOT', total: fixedPerSlot };
  if (settings.managed) {
    if (fraction.value === 0) throw noWeight();
    const total = d.derive('rocksdb.total', MANAGED_TOTAL, { managedPerSlot, fraction });
    return { ...perSlot, kind: 'MANAGED', total };
  }
  if (fixedPerTaskManager !== undefined && fixedPerTaskManager.value > 0n) {
    return {
      kind: 'FIXED_PER_TASK_MANAGER',
      managedPerSlot,
      fraction,
      total: fixedPerTaskManager,
      slotsTogether: slots,
      caches: one,
    };
  }
  return { ...perSlot, kind: 'UNMANAGED', total: undefined };
}

/** @see org.apache.flink.runtime.memory.MemoryManager#create */
function checkPages(reader: ConfigReader, bytes: bigint): void {
  const pages = bytes / segmentSize(reader).value;
  if (pages <= BigInt(MOST_SEGMENTS)) return;
  throw new FlinkException(
    ILLEGAL_ARGUMENT,
    'The given number of memory bytes (%d) corresponds to more than MAX_INT pages (%d > %d). ' +
      `[${bytes}, ${pages}, ${MOST_SEGMENTS}]`,
    {
      keys: [SEGMENT_SIZE.key],
      detail: `${bytes} bytes of managed memory for a slot are ${pages} pages; Flink counts up to ${MOST_SEGMENTS}.`,
      fixes: [{ set: { [SEGMENT_SIZE.key]: '1g' }, unset: [] }],
    },
  );
}

/** Up to 1.11 the state backend has a slot's managed memory for itself. */
function stateBackendFraction(
  d: Derivation,
  reader: ConfigReader,
  consumers: readonly ManagedMemoryConsumer[],
): Known<'ratio'> {
  if (reader.version.major === 1 && reader.version.minor < 12)
    return known('ratio', 1, '/flinkVersion', 'verified');
  const weights = consumerWeights(reader, new Set([...consumers, 'STATE_BACKEND']));
  if (weights.STATE_BACKEND.value === 0) return known('ratio', 0, weights.STATE_BACKEND.from);
  const inUse = d.derive('rocksdb.weights', WEIGHTS_IN_USE, {
    operatorWeight: weights.OPERATOR,
    stateBackendWeight: weights.STATE_BACKEND,
    pythonWeight: weights.PYTHON,
  });
  return d.derive('rocksdb.fraction', STATE_BACKEND_FRACTION, {
    stateBackendWeight: weights.STATE_BACKEND,
    weights: inUse,
  });
}

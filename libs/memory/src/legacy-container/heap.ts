import type { Derivation, Known } from '@plimsoll/trace';
import { type FlinkVersion, isFrom } from '@plimsoll/units';
import { MIB } from '../mebibyte.js';
import { BESIDE_NETWORK, BESIDE_NETWORK_MEGABYTES } from './formulas.js';
import {
  DIRECT_OF_CONTAINER,
  DIRECT_OF_JAVA,
  HEAP_BESIDE_MANAGED,
  HEAP_OF_ALL,
  HEAP_OF_SHARED,
  HEAP_OVERFLOWN,
  HEAP_OVERFLOWN_MEGABYTES,
} from './heap-formulas.js';
import { wrapped } from './java-cast.js';
import type { LegacyConfiguration } from './legacy-configuration.js';
import { managedFault, managedMemory } from './managed.js';
import { OFF_HEAP } from './options.js';

export interface HeapAndManaged {
  readonly heap: Known<'bytes'>;
  /** Null where the process decides when it runs. */
  readonly managed: Known<'bytes'> | null;
}

const KEY = 'legacyContainer.heap';

/**
 * The heap: up to 1.4 all Java memory unless `taskmanager.memory.off-heap` is set; else without the network memory, and without
 * the managed memory where that lies outside.
 * @see org.apache.flink.runtime.taskexecutor.TaskManagerServices#calculateHeapSizeMB
 */
export function heapAndManaged(
  config: LegacyConfiguration,
  java: Known<'bytes'>,
  network: Known<'bytes'>,
  d: Derivation,
): HeapAndManaged {
  const { version } = config;
  const isExact = isFrom(version, 1, 9);
  const isOffHeap = config.isTrue(OFF_HEAP);
  if (!isOffHeap && !isFrom(version, 1, 5)) {
    return { heap: d.derive(KEY, HEAP_OF_ALL, { java }), managed: null };
  }
  const beside = isExact ? BESIDE_NETWORK : BESIDE_NETWORK_MEGABYTES;
  const shared = d.derive('legacyContainer.heapAndManaged', beside, { java, network });
  if (!isOffHeap) {
    const heap = d.derive(KEY, HEAP_OF_SHARED, { shared });
    return { heap, managed: isExact ? managedMemory(config, shared, d) : null };
  }
  const managed = managedMemory(config, shared, d);
  const fault = managedFault(config, managed, shared, network, java);
  if (fault !== undefined) throw fault;
  const left = (shared.value - managed.value) / (isExact ? 1n : MIB);
  const overflown = isExact ? HEAP_OVERFLOWN : HEAP_OVERFLOWN_MEGABYTES;
  const formula = wrapped(left) === left ? HEAP_BESIDE_MANAGED : overflown;
  return { heap: d.derive(KEY, formula, { shared, managed }), managed };
}

/** -XX:MaxDirectMemorySize; null where Flink does not limit direct memory. Up to 1.3 the cut-off is no part of it. */
export function directLimit(
  version: FlinkVersion,
  container: Known<'bytes'>,
  java: Known<'bytes'>,
  heap: Known<'bytes'>,
  d: Derivation,
): Known<'bytes'> | null {
  if (!isFrom(version, 1, 5) && heap.value === java.value) return null;
  const isOfContainer = isFrom(version, 1, 4);
  const whole = isOfContainer ? container : java;
  if (wrapped((whole.value - heap.value) / MIB) < 0n) return null;
  return isOfContainer
    ? d.derive('legacyContainer.direct', DIRECT_OF_CONTAINER, { container, heap })
    : d.derive('legacyContainer.direct', DIRECT_OF_JAVA, { java, heap });
}

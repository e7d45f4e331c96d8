import { isFrom, parseFlinkVersion } from '@plimsoll/units';
import { ConfigReader } from '../../config-reader.js';
import { FlinkException } from '../../flink-exception.js';
import { deriveJobManager } from '../../job-manager/job-manager-memory.js';
import { combined, patched } from '../../patch.js';
import type { ConfigPatch } from '../../result.js';
import { EXTERNAL_RESOURCES } from '../../task-manager/external-resources.js';
import { deriveTaskManager } from '../../task-manager/task-manager-memory.js';
import type { Remedy } from '../diagnosis.js';
import { type Facts, isSet, keyOf, modelOf, observedUse } from '../facts.js';
import { LEAST_HEAP, LEAST_OFF_HEAP } from '../parameters.js';
import { POOL_NAMES, type Pools, poolsOf } from '../pools.js';

/** A remedy, or why there is none: one of the two is null. */
export interface Answered {
  readonly remedy: Remedy | null;
  readonly noRemedyReason: string | null;
}

export const noRemedy = (reason: string): Answered => ({ remedy: null, noRemedyReason: reason });

/**
 * The pools under a changed configuration; null where Flink would refuse it. Cheap: it seeks no configuration that would do, and
 * does not read again what says nothing of memory.
 */
export function poolsUnder(facts: Facts, patch: ConfigPatch): Pools | null {
  const version = parseFlinkVersion(facts.flinkVersion);
  if (version === undefined || (facts.component === 'jobmanager' && !isFrom(version, 1, 11))) return null;
  const memoryOnly = combined(patch, { set: {}, unset: [EXTERNAL_RESOURCES.key] });
  const reader = new ConfigReader(facts.config ?? {}, version, new Set(), memoryOnly);
  try {
    return poolsOf(
      facts.component === 'taskmanager'
        ? { taskManager: deriveTaskManager(reader, facts.deployment, false), jobManager: null }
        : { taskManager: null, jobManager: deriveJobManager(reader, facts.deployment, false) },
    );
  } catch (error) {
    if (error instanceof FlinkException) return null;
    throw error;
  }
}

/** Whether a process fits its pod, holds what was resident, and has no pool below what was seen in use. */
export function fits(facts: Facts, after: Pools): boolean {
  if (facts.podLimit !== null && after.processSize > facts.podLimit.value) return false;
  if (after.processSize < (facts.observed.residentBytes?.value ?? 0n)) return false;
  return POOL_NAMES.every((name) => after[name] >= (observedUse(facts, name)?.value ?? 0n));
}

/**
 * Whether a process that Flink starts can also run: with the heap and off-heap memory that are set for it, or, where none is, with
 * enough of them.
 */
export function canRun(facts: Facts, after: Pools): boolean {
  const [heapKey, offHeapKey] =
    facts.component === 'taskmanager'
      ? (['task.heap.size', null] as const)
      : (['heap.size', 'off-heap.size'] as const);
  if (
    offHeapKey !== null &&
    !isSet(facts, keyOf(facts, offHeapKey)) &&
    after.direct < BigInt(LEAST_OFF_HEAP.value)
  ) {
    return false;
  }
  return isSet(facts, keyOf(facts, heapKey)) || after.userHeap >= BigInt(LEAST_HEAP.value);
}

/** A change as a remedy, where Flink accepts it, it fits the pod, and no pool falls below its observed use. */
export function remedyOf(facts: Facts, patch: ConfigPatch, reason: string): Remedy | null {
  const config = facts.config ?? {};
  const { model } = modelOf(facts, patched(config, patch), true);
  const after = poolsOf(model);
  if (after === null || !fits(facts, after)) return null;
  const keys = [...Object.keys(patch.set), ...patch.unset];
  return {
    set: patch.set,
    unset: patch.unset,
    reason,
    changes: keys.map((key) => ({
      key,
      from: stated(config, key),
      to: stated(patch.set, key),
      reason,
    })),
    before: facts.model,
    after: model,
  };
}

const stated = (config: Readonly<Record<string, string>>, key: string): string | null =>
  Object.hasOwn(config, key) ? (config[key] ?? null) : null;

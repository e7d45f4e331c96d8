import type { Observed } from '../request.js';
import type { TaskManagerMemory } from '../result.js';
import type { PoolUse, TunedPool } from './result.js';

/** Each pool's size against what is observed of it. */
export function poolUses(
  { components, jvmHeapBytes }: TaskManagerMemory,
  observed: Observed,
): readonly PoolUse[] {
  return [
    poolUse('jvmHeap', jvmHeapBytes, observed.heapUsedAfterGcBytes),
    poolUse('jvmMetaspace', components.jvmMetaspaceBytes, observed.metaspaceUsedBytes),
    poolUse('network', components.networkBytes, observed.networkUsedBytes),
    poolUse('managed', components.managedBytes, observed.managedUsedBytes),
  ];
}

function poolUse(pool: TunedPool, sizeBytes: bigint, used: number | undefined): PoolUse {
  if (used === undefined) return { pool, sizeBytes, usedBytes: null, unusedBytes: null, headroomRatio: null };
  const usedBytes = BigInt(used);
  const unusedBytes = sizeBytes - usedBytes;
  return {
    pool,
    sizeBytes,
    usedBytes,
    unusedBytes,
    headroomRatio: used === 0 ? null : Number(unusedBytes) / used,
  };
}

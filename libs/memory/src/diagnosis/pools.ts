import type { JobManagerMemory, TaskManagerMemory } from '../result.js';

/** The pools of either process under one set of names. A JobManager has no network and no managed memory. */
export const POOL_NAMES = ['heap', 'metaspace', 'direct', 'network', 'managed', 'overhead'] as const;
export type PoolName = (typeof POOL_NAMES)[number];

/** Sizes in bytes; `direct` contains `network`, and `userHeap` is the part of `heap` that Flink does not claim for itself. */
export type Pools = Readonly<Record<PoolName | 'userHeap' | 'flinkSize' | 'processSize', bigint>>;

interface Sizes {
  readonly taskManager: Omit<TaskManagerMemory, 'warnings'> | null;
  readonly jobManager: Omit<JobManagerMemory, 'warnings'> | null;
}

/** @returns null where there is no model */
export function poolsOf({ taskManager, jobManager }: Sizes): Pools | null {
  if (taskManager !== null) {
    const { components } = taskManager;
    return {
      heap: taskManager.jvmHeapBytes,
      userHeap: components.taskHeapBytes,
      metaspace: components.jvmMetaspaceBytes,
      direct: components.frameworkOffHeapBytes + components.taskOffHeapBytes + components.networkBytes,
      network: components.networkBytes,
      managed: components.managedBytes,
      overhead: components.jvmOverheadBytes,
      flinkSize: taskManager.totalFlinkBytes,
      processSize: taskManager.totalProcessBytes,
    };
  }
  if (jobManager === null) return null;
  const { components } = jobManager;
  return {
    heap: jobManager.jvmHeapBytes,
    userHeap: jobManager.jvmHeapBytes,
    metaspace: components.jvmMetaspaceBytes,
    direct: components.offHeapBytes,
    network: 0n,
    managed: 0n,
    overhead: components.jvmOverheadBytes,
    flinkSize: jobManager.totalFlinkBytes,
    processSize: jobManager.totalProcessBytes,
  };
}

import type { ProcessModel } from './diagnosis.js';

/** The pools of either process under one set of names. A JobManager has no network and no managed memory. */
export const POOL_NAMES = ['heap', 'metaspace', 'direct', 'network', 'managed', 'overhead'] as const;
export type PoolName = (typeof POOL_NAMES)[number];

/** Sizes in bytes; `direct` contains `network`. */
export type Pools = Readonly<Record<PoolName | 'flinkSize' | 'processSize', bigint>>;

/** @returns null where there is no model */
export function poolsOf({ taskManager, jobManager }: ProcessModel): Pools | null {
  if (taskManager !== null) {
    const { components } = taskManager;
    return {
      heap: taskManager.jvmHeapBytes,
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
    metaspace: components.jvmMetaspaceBytes,
    direct: components.offHeapBytes,
    network: 0n,
    managed: 0n,
    overhead: components.jvmOverheadBytes,
    flinkSize: jobManager.totalFlinkBytes,
    processSize: jobManager.totalProcessBytes,
  };
}

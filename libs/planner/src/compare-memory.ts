import type { PlanContent } from './plan.js';
import type { PlanMemory } from './plan-memory.js';

/** A figure of a plan's memory: where it stands in the plan, and what it is. */
export interface MemoryHeadline {
  readonly key: string;
  readonly unit: 'bytes' | 'count';
  /** null where the plan has no such figure. */
  readonly value: number | null;
}

const TASK_MANAGER = [
  'components.frameworkHeapBytes',
  'components.taskHeapBytes',
  'components.frameworkOffHeapBytes',
  'components.taskOffHeapBytes',
  'components.networkBytes',
  'components.managedBytes',
  'components.jvmMetaspaceBytes',
  'components.jvmOverheadBytes',
];
const JOB_MANAGER = [
  'components.jvmHeapBytes',
  'components.offHeapBytes',
  'components.jvmMetaspaceBytes',
  'components.jvmOverheadBytes',
];
const TOTALS = ['totalFlinkBytes', 'totalProcessBytes', 'jvmHeapBytes', 'jvmDirectBytes'];

/** Every figure of memory that is compared, in the order in which a plan states them. */
const FIGURES = [
  ...[...TASK_MANAGER, ...TOTALS].map((figure) => `taskManager.${figure}`),
  ...[...JOB_MANAGER, ...TOTALS].map((figure) => `jobManager.${figure}`),
  'rocksDb.managedPerSlotBytes',
  'rocksDb.shared.cacheBytes',
  'rocksDb.shared.writeBufferManagerBytes',
  'rocksDb.shared.blockBytes',
  'rocksDb.taskManagerBytes',
  'networkBuffers.availableBuffers',
  'networkBuffers.leastBuffers',
  'networkBuffers.requiredBuffers',
  'networkBuffers.targetBuffers',
  'pods.taskManager.pod.requestBytes',
  'pods.taskManager.pod.limitBytes',
  'pods.jobManager.pod.requestBytes',
  'pods.jobManager.pod.limitBytes',
];

/** The headline figures of a plan's memory. Every plan has the same keys; what Flink refuses has no figures. */
export function memoryHeadlines(memory: PlanContent['memory']): MemoryHeadline[] {
  const accepted: PlanMemory | null = memory === null || 'rejected' in memory ? null : memory;
  return FIGURES.map((figure) => ({
    key: `memory.${figure}`,
    unit: figure.endsWith('Bytes') ? 'bytes' : 'count',
    value: numberAt(accepted, figure.split('.')),
  }));
}

/** Sizes are whole numbers of any length: as they are computed, or as a stored plan has them. */
function numberAt(of: unknown, [name, ...rest]: readonly string[]): number | null {
  if (name === undefined)
    return typeof of === 'bigint' || typeof of === 'number' || typeof of === 'string' ? Number(of) : null;
  return typeof of === 'object' && of !== null ? numberAt(Reflect.get(of, name), rest) : null;
}

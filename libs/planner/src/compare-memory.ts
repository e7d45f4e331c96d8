import { MAX_EXACT } from '@plimsoll/units';
import type { PlanContent } from './plan.js';
import type { PlanMemory } from './plan-memory.js';

/** A figure of a plan's memory: where it stands in the plan, and what it is. */
export interface MemoryHeadline {
  readonly key: string;
  readonly unit: 'bytes' | 'count';
  /** A bigint above 2^53 − 1, where a number would no longer tell neighbours apart; null where the plan has no such figure. */
  readonly value: number | bigint | null;
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
    value: figureAt(accepted, figure.split('.')),
  }));
}

/** Sizes are whole numbers of any length: as they are computed, or as a stored plan has them. */
function figureAt(of: unknown, [name, ...rest]: readonly string[]): number | bigint | null {
  if (name === undefined) {
    if (typeof of === 'number') return of;
    return typeof of === 'bigint' || typeof of === 'string' ? shortest(BigInt(of)) : null;
  }
  return typeof of === 'object' && of !== null ? figureAt(Reflect.get(of, name), rest) : null;
}

/** head − base, to the byte. */
export const difference = (base: number | bigint, head: number | bigint): number | bigint =>
  typeof base === 'number' && typeof head === 'number' ? head - base : shortest(BigInt(head) - BigInt(base));

const shortest = (size: bigint): number | bigint =>
  size > MAX_EXACT || size < -MAX_EXACT ? size : Number(size);

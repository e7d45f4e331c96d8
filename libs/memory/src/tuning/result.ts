import type { ExactStep } from '@plimsoll/trace';
import type { Confidence } from '../confidence.js';
import type { FlinkConfig } from '../request.js';
import type { ConfigChange, TaskManagerMemory } from '../result.js';
import type { TuningGoal } from './request.js';

/** Pools of a TaskManager that are tuned, each with the gauge that shows its use. */
export const TUNED_POOLS = ['jvmHeap', 'jvmMetaspace', 'network', 'managed'] as const;
export type TunedPool = (typeof TUNED_POOLS)[number];

/** A pool's size against its use. Sizes in bytes. */
export interface PoolUse {
  readonly pool: TunedPool;
  readonly sizeBytes: bigint;
  /** Null: not observed. */
  readonly usedBytes: bigint | null;
  /** Size less use. */
  readonly unusedBytes: bigint | null;
  /** What is unused as a share of the use; null where that is 0 or not known. */
  readonly headroomRatio: number | null;
}

/** Which sizes of managed memory Flink accepts beside the other sizes of a configuration. */
export interface AcceptedManaged {
  readonly leastBytes: bigint;
  readonly mostBytes: bigint;
}

/** A configuration that fits what was observed. */
export interface MemoryTuning {
  readonly goal: TuningGoal;
  /** The proposal, complete: every pool is stated, and Flink accepts it. */
  readonly config: FlinkConfig;
  readonly changes: readonly ConfigChange[];
  /** By how much the process shrinks, and, where the goal is to give to it, managed memory grows. */
  readonly freedBytes: bigint;
  readonly before: TaskManagerMemory;
  readonly after: TaskManagerMemory;
  /** Pools of the configuration given, against their use. */
  readonly poolsBefore: readonly PoolUse[];
  /** The same of the proposal. */
  readonly pools: readonly PoolUse[];
  /** Which sizes of managed memory Flink accepts beside the other sizes of the proposal. */
  readonly acceptedManaged: AcceptedManaged | null;
  readonly confidence: Confidence;
  /** What to know of the proposal, for people. */
  readonly remarks: readonly string[];
  readonly steps: readonly ExactStep[];
}

/** How a configuration fits what is observed under it. */
export interface MemoryJudgement {
  readonly memory: TaskManagerMemory;
  /** Null where managed memory is not stated beside a process size and a task heap, so that any other size would do as well. */
  readonly acceptedManaged: AcceptedManaged | null;
  readonly pools: readonly PoolUse[];
  /** JVM overhead beyond what Flink would derive from the process size. */
  readonly overheadBeyondDerivedBytes: bigint;
  readonly remarks: readonly string[];
  readonly steps: readonly ExactStep[];
}

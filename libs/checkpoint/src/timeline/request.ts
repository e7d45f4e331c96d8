/** A stretch of time in which a source reports that it works through a backlog. */
export interface BacklogWindow {
  readonly fromMs: number;
  readonly toMs: number;
  /** `execution.checkpointing.interval-during-backlog`; 0: no checkpoints. */
  readonly intervalMs: number;
}

export const SNAPSHOT_PHASES = ['async', 'sync'] as const;
export type SnapshotPhase = (typeof SNAPSHOT_PHASES)[number];

/** Settings of checkpointing, and how long each checkpoint takes. Times in milliseconds; 0 is when all tasks run. */
export interface TimelineRequest {
  /** `1.20` or `1.20.5`. */
  readonly flinkVersion: string;
  /** `execution.checkpointing.interval`. */
  readonly intervalMs: number;
  /** `execution.checkpointing.min-pause`. */
  readonly minPauseMs: number;
  /** `execution.checkpointing.timeout`. */
  readonly timeoutMs: number;
  /** `execution.checkpointing.max-concurrent-checkpoints`. */
  readonly maxConcurrent: number;
  /** `execution.checkpointing.tolerable-failed-checkpoints`. */
  readonly tolerableFailures: number;
  /** Of checkpoint 1, 2, …; when they are used up, from the first again. */
  readonly durationsMs: readonly number[];
  readonly horizonMs: number;
  /** Left out: what Flink of that version does on average. */
  readonly firstTriggerMs?: number;
  /** Added to each duration; 0. */
  readonly overheadMs?: number;
  /**
   * Which part of a task's snapshot the durations are. A task works through its snapshots one by one, so each begins when the one
   * before it has ended. Left out: durations are from trigger to completion, as Flink's statistics show them.
   */
  readonly phase?: SnapshotPhase;
  /** `execution.checkpointing.unaligned.enabled`. */
  readonly unaligned?: boolean;
  /** In order of time, none overlapping another. */
  readonly backlog?: readonly BacklogWindow[];
}

/**
 * Trouble that takes days to show. Each calculation takes what is known of the job, or a series that monitoring saw.
 * Sizes are bytes, times milliseconds, rates per second.
 */

/** Used metaspace, best read just after a garbage collection. */
export interface MetaspacePoint {
  /** Any clock. */
  readonly atMs?: number;
  /** Jobs submitted since the process started. */
  readonly submissions?: number;
  readonly metaspaceUsedBytes: number;
}

/** A session cluster whose class loaders stay: by what a submission leaves behind, or by an observed series. */
export interface MetaspaceGrowthRequest {
  /** `taskmanager.memory.jvm-metaspace.size`, or the JobManager’s. */
  readonly limitBytes: number;
  /** Just after the start. Left out with a series: what the series says of it. */
  readonly baseBytes?: number;
  readonly leakBytesPerSubmission?: number;
  /** Instead of the leak in bytes: classes that a submission leaves behind. */
  readonly leakedClassesPerSubmission?: number;
  /** Left out with a series of times and submissions: their rate in it. */
  readonly submissionsPerSecond?: number;
  /** Part of the time to an OutOfMemoryError after which to restart; 0.8. */
  readonly safetyRatio?: number;
  readonly observed?: readonly MetaspacePoint[];
}

export interface CheckpointSizePoint {
  readonly atMs: number;
  /** Full size of the state in a completed checkpoint, not an increment. */
  readonly checkpointBytes: number;
}

/** A job of the same shape. With a rate on every job, sizes are compared per record and second. */
export interface NeighbourJob {
  readonly job: string;
  readonly checkpointBytes: number;
  readonly recordsPerSecond?: number;
}

/** Windows that a stalled watermark keeps: by what arrives, by a series of checkpoint sizes, or against other jobs. */
export interface WindowsKeptRequest {
  readonly window?: {
    readonly keys: number;
    readonly recordsPerSecond: number;
    readonly sizeMs: number;
    /** Windows that a record belongs to; 1. */
    readonly panes?: number;
    /** Of one aggregate of a key and window. */
    readonly entryBytes?: number;
    /** Instead: windows that keep their records (no incremental aggregate). */
    readonly recordBytes?: number;
    readonly watermarkDelayMs?: number;
    readonly allowedLatenessMs?: number;
  };
  /** What is left for state: heap, or disk. */
  readonly freeBytes?: number;
  readonly observed?: readonly CheckpointSizePoint[];
  /** This job, and others like it. */
  readonly neighbours?: { readonly own: NeighbourJob; readonly others: readonly NeighbourJob[] };
}

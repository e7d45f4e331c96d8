import type { Step } from '@plimsoll/trace';
import type { RecoveryFinding } from './finding.js';

/**
 * How long the job is down, how far it lies behind then, and when it has caught up. Null where something never comes:
 * a downtime where nothing restarts the job, a catch-up where the capacity does not exceed the load.
 */
export interface Recovery {
  /** False: nothing restores this job but a person. */
  readonly restartsByItself: boolean;
  readonly feasible: boolean;
  readonly recordsPerSecond: number;
  /** Of the job while it catches up. */
  readonly capacityRecordsPerSecond: number;
  readonly downtimeMs: number | null;
  readonly downtime: {
    readonly detectMs: number | null;
    readonly restartMs: number | null;
    readonly restoreMs: number | null;
  };
  readonly rewindMs: number;
  readonly lagRecords: number | null;
  /** From the job running again to no lag; null: never. */
  readonly catchUpMs: number | null;
  /** From the failure to no lag; null: never. */
  readonly recoveryMs: number | null;
  /** Catches up within `targetMs`; null where no target was given. */
  readonly capacityForTargetRecordsPerSecond: number | null;
  /** Has recovered, downtime included, within `targetMs`; null where the downtime alone takes as long. */
  readonly capacityForRecoveryRecordsPerSecond: number | null;
  /** What Flink's autoscaler aims for with this downtime as its restart time and the target as its catch-up duration. */
  readonly autoscalerTargetRecordsPerSecond: number | null;
  /** The same with the autoscaler's own settings. */
  readonly autoscalerOwnTargetRecordsPerSecond: number;
  /** With the mean rewind instead of the worst; null where the rewind was given. */
  readonly mean: RecoveryAtRewind | null;
  readonly restore: Restore | null;
  readonly blobs: BlobPressure | null;
  readonly retention: Retention | null;
  readonly findings: readonly RecoveryFinding[];
  readonly steps: readonly Step[];
}

export interface RecoveryAtRewind {
  readonly rewindMs: number;
  readonly lagRecords: number | null;
  readonly catchUpMs: number | null;
  readonly recoveryMs: number | null;
}

/** What is read from the checkpoint store, by whom, and what bounds it. */
export interface Restore {
  readonly downloadingTaskManagers: number;
  readonly bytes: number;
  readonly bytesPerTaskManager: number;
  readonly bytesPerSecondPerTaskManager: number | null;
  readonly boundBy: string | null;
}

export interface BlobPressure {
  readonly simultaneousRequests: number;
  readonly totalFetches: number;
  /** Requests that are served or wait; the others are refused and try again. */
  readonly acceptable: number;
  readonly queued: number;
  readonly overflow: number;
  readonly leastMs: number;
  /** With high availability the files come from its store, and the JobManager is asked only where that fails. */
  readonly servedBy: 'JOB_MANAGER' | 'HIGH_AVAILABILITY_STORE';
}

export interface Retention {
  readonly retentionMs: number;
  /** Age of the oldest record that must be read again, when the job runs again. */
  readonly oldestRecordAgeMs: number | null;
  readonly keepsAll: boolean;
  /** After that time of running with too little capacity records are gone before they are read; null: never. */
  readonly lostAfterMs: number | null;
}

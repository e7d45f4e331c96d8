import type { Step } from '@plimsoll/trace';

export type TimelineStatus = 'COMPLETED' | 'FAILED' | 'IN_PROGRESS';

export interface TimelineCheckpoint {
  readonly id: number;
  readonly triggerMs: number;
  /** null: still running at the horizon. */
  readonly endMs: number | null;
  readonly status: TimelineStatus;
}

export interface TimelineCounts {
  readonly completed: number;
  readonly failed: number;
  /** Requests that the coordinator dropped, for the min pause or for a full queue: no checkpoint, no failure. */
  readonly dropped: number;
}

/**
 * How the job lives with its checkpoints. REGULAR: some time is free of them, left by the interval. DEGRADED: it is constantly
 * checkpointing. GUARANTEED_PROGRESS: the min pause sets the pace and keeps time free.
 */
export type Regime = 'REGULAR' | 'DEGRADED' | 'GUARANTEED_PROGRESS';

export interface TimelineEvidence {
  readonly name: string;
  readonly value: number | string | boolean;
  readonly unit: string;
  readonly from: string;
}

export interface TimelineFinding {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly message: string;
  /** A JSON pointer into the request. */
  readonly path: string;
  readonly evidence: readonly TimelineEvidence[];
  readonly reference: string;
}

export interface Timeline {
  /** The first 10,000, by id. */
  readonly checkpoints: readonly TimelineCheckpoint[];
  /** Whether there are more than are listed. */
  readonly truncated: boolean;
  /** Of all, listed or not. */
  readonly counts: TimelineCounts;
  /** null: it lives to the horizon. */
  readonly jobFailedMs: number | null;
  /** Checkpoints in progress on average since the first trigger; above 1 only where they overlap. */
  readonly dutyRatio: number;
  /** Share of the time since the first trigger in which no checkpoint is in progress. */
  readonly checkpointFreeRatio: number;
  /** The longest time back to the trigger of the newest completed checkpoint: what a failure at the worst moment would rewind. */
  readonly longestStaleMs: number;
  /** Requests are made faster than checkpoints end: the queue never drains. */
  readonly queueGrows: boolean;
  readonly regime: Regime;
  readonly findings: readonly TimelineFinding[];
  readonly steps: readonly Step[];
}

import { KEEP_IT_GOING } from '../capacity/keep-it-going.js';

/** The brokers of the talk “3 Flink Mistakes”: 7 days for a transaction, 1 hour for an id. */
export const THREE_MISTAKES = {
  preset: 'THREE_FLINK_MISTAKES',
  intervalMs: 60_000,
  durationMs: 10_000,
  downtimeMs: 600_000,
  tolerableFailures: 0,
  restoreAgeMs: 7_200_000,
  sinkParallelism: 4,
  naming: 'INCREMENTING',
};

/** Checkpoints that last longer than their interval, without a pause between them. */
export const CONSTANTLY_CHECKPOINTING = {
  flinkVersion: '1.20',
  intervalMs: 60_000,
  minPauseMs: 0,
  timeoutMs: 600_000,
  maxConcurrent: 1,
  tolerableFailures: 0,
  durationsMs: [75_000],
  horizonMs: 3_600_000,
};

/** The job of the talk “Keep it going”, back within five minutes after a failure. */
export const WITHIN_FIVE_MINUTES = {
  flinkVersion: '1.20',
  workload: KEEP_IT_GOING.workload,
  cluster: KEEP_IT_GOING.cluster,
  checkpointing: { interval: '1 min', incremental: false },
  objectives: { maxRecoveryMs: 600_000, maxDutyRatio: 0.5 },
};

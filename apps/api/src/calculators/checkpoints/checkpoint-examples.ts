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

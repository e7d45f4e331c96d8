const MIB = 2 ** 20;

/** One submission in four hours, which leaves 8 MiB behind. */
export const LEAK_KNOWN = {
  limitBytes: 256 * MIB,
  baseBytes: 110 * MIB,
  leakBytesPerSubmission: 8 * MIB,
  submissionsPerSecond: '0.25/h',
};

/** The same process as monitoring saw it. */
export const LEAK_OBSERVED = {
  limitBytes: 256 * MIB,
  observed: [110.4, 117.9, 125.2, 134.3, 142.1, 149.8, 158.4].map((used, submissions) => ({
    atMs: 1_767_225_600_000 + submissions * 14_400_000,
    submissions,
    metaspaceUsedBytes: Math.round(used * MIB),
  })),
};

/** Windows of a minute over a million keys, and 2 GB of heap that are free. */
export const STALLED_WATERMARK = {
  window: { keys: '1M', recordsPerSecond: '5k/s', sizeMs: 60_000, entryBytes: 300 },
  freeBytes: 2_000_000_000,
};

/** One job of five that read the same topic has checkpoints five times as large. */
export const AMONG_NEIGHBOURS = {
  neighbours: {
    own: { job: 'clicks-eu', checkpointBytes: 5_300_000_000 },
    others: [
      { job: 'clicks-us', checkpointBytes: 1_100_000_000 },
      { job: 'clicks-in', checkpointBytes: 900_000_000 },
      { job: 'clicks-br', checkpointBytes: 1_000_000_000 },
      { job: 'clicks-jp', checkpointBytes: 1_200_000_000 },
    ],
  },
};

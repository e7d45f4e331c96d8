/** A TaskManager is lost: noticed after the heartbeat's timeout, replaced, and its state read again. */
export const LOST_TASK_MANAGER = {
  flinkVersion: '1.20',
  recordsPerSecond: 100_000,
  capacityRecordsPerSecond: 150_000,
  downtime: { detectMs: 50_000, restartMs: 10_000, restoreMs: 60_000 },
  rewindMs: 65_000,
  targetMs: 300_000,
};

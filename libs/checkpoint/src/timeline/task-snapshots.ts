import type { SnapshotPhase } from './request.js';

/** When the snapshot of a checkpoint is acknowledged, if nothing aborts it. */
export type Completion = (id: number, triggerMs: number) => number;

/**
 * A task works through its snapshots one by one, in one async thread or in its own thread, so each waits for the one before it.
 * That of an expired checkpoint runs to its end all the same and delays the next ones. Durations that were seen from trigger to
 * completion have this in them.
 */
export function completions(
  durationsMs: readonly number[],
  overheadMs: number,
  phase: SnapshotPhase | undefined,
): Completion {
  const duration = (id: number): number => (durationsMs[(id - 1) % durationsMs.length] ?? 0) + overheadMs;
  if (phase === undefined) return (id, triggerMs) => triggerMs + duration(id);
  let freeMs = Number.NEGATIVE_INFINITY;
  return (id, triggerMs) => {
    freeMs = Math.max(triggerMs, freeMs) + duration(id);
    return freeMs;
  };
}

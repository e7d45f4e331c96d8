import type { PendingCheckpoint } from './pending-checkpoints.js';
import type { TimelineCheckpoint, TimelineStatus } from './result.js';

/** So many checkpoints are kept one by one; the rest is only counted. */
export const LISTED = 10_000;

/** How the triggers after the first were paced, of all and of the later half of the horizon. */
export interface Pace {
  triggers: number;
  /** Time without a checkpoint just before them. */
  freeMs: number;
  /** Triggers at the end of a min pause, with nothing else pending. */
  pausedAlone: number;
}

/** What a run of the coordinator comes to; memory is bounded whatever its length. */
export class Tally {
  readonly listed: TimelineCheckpoint[] = [];
  readonly counts = { completed: 0, failed: 0, dropped: 0 };
  triggered = 0;
  firstTriggerMs: number | null = null;
  lastTriggerMs = 0;
  /** Sum of the times that checkpoints were in progress. */
  checkpointMs = 0;
  /** Time since the first trigger with no checkpoint in progress. */
  freeMs = 0;
  /** The longest time back to the trigger of the newest completed checkpoint, and between which moments. */
  stale = { sinceMs: 0, untilMs: 0 };
  readonly pace: Pace = { triggers: 0, freeMs: 0, pausedAlone: 0 };
  readonly latePace: Pace = { triggers: 0, freeMs: 0, pausedAlone: 0 };
  /** Most requests waiting at once in each half, and fewest in the last quarter. */
  readonly queue = { mostEarly: 0, mostLate: 0, leastAtLast: Number.POSITIVE_INFINITY };
  private nowMs = 0;
  private idleSinceMs = 0;
  private newestTriggerMs = 0;

  constructor(private readonly horizonMs: number) {}

  /** Time passes with so many checkpoints in progress and so many requests waiting. */
  advance(toMs: number, inProgress: number, waiting: number): void {
    const passedMs = toMs - this.nowMs;
    if (this.firstTriggerMs !== null) {
      if (inProgress > 0) this.checkpointMs += inProgress * passedMs;
      else this.freeMs += passedMs;
    }
    if (passedMs > 0) this.watchQueue(waiting, toMs);
    this.nowMs = toMs;
  }

  triggeredAt(checkpoint: PendingCheckpoint, inProgress: number, pacedByPause: boolean): void {
    const { id, triggerMs } = checkpoint;
    this.triggered++;
    this.lastTriggerMs = triggerMs;
    if (id <= LISTED) this.listed.push({ id, triggerMs, endMs: null, status: 'IN_PROGRESS' });
    if (this.firstTriggerMs === null) {
      this.firstTriggerMs = triggerMs;
      return;
    }
    const freeMs = inProgress > 0 ? 0 : triggerMs - this.idleSinceMs;
    const paused = pacedByPause && inProgress === 0;
    count(this.pace, freeMs, paused);
    if (triggerMs >= this.horizonMs / 2) count(this.latePace, freeMs, paused);
  }

  ended(
    { id, triggerMs }: PendingCheckpoint,
    endMs: number,
    status: TimelineStatus,
    inProgress: number,
  ): void {
    if (id <= LISTED) this.listed[id - 1] = { id, triggerMs, endMs, status };
    if (inProgress === 0) this.idleSinceMs = endMs;
    if (status === 'COMPLETED') {
      this.counts.completed++;
      this.watchStale(endMs);
      this.newestTriggerMs = triggerMs;
    } else this.counts.failed++;
  }

  watchStale(untilMs: number): void {
    if (untilMs - this.newestTriggerMs > this.stale.untilMs - this.stale.sinceMs) {
      this.stale = { sinceMs: this.newestTriggerMs, untilMs };
    }
  }

  private watchQueue(waiting: number, untilMs: number): void {
    const half = untilMs <= this.horizonMs / 2 ? 'mostEarly' : 'mostLate';
    this.queue[half] = Math.max(this.queue[half], waiting);
    if (untilMs > this.horizonMs * 0.75) this.queue.leastAtLast = Math.min(this.queue.leastAtLast, waiting);
  }
}

function count(pace: Pace, freeMs: number, paused: boolean): void {
  pace.triggers++;
  pace.freeMs += freeMs;
  if (paused) pace.pausedAlone++;
}

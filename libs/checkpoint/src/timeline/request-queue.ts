import type { PeriodicTrigger, Run } from './coordinator.js';
import type { CoordinatorSettings, RequestHandling } from './settings.js';

type QueueHandling = Extract<RequestHandling, { kind: 'queue' }>;

/** CheckpointRequestDecider holds so many requests. */
const QUEUE_LIMIT = 1000;

/**
 * From 1.11: each tick queues a request and looks into the queue. A request stays queued while too many checkpoints are pending;
 * within the min pause it is dropped, and the next tick is when the pause ends.
 */
export class RequestQueue implements PeriodicTrigger {
  waiting = 0;
  wasFull = false;
  private completions = 0;
  private pausedUntilMs = Number.NaN;

  constructor(
    private readonly settings: CoordinatorSettings,
    private readonly handling: QueueHandling,
    private readonly run: Run,
    public nextTickMs: number,
    private intervalMs = settings.intervalMs,
  ) {}

  tick(nowMs: number): void {
    const pacedByPause = nowMs === this.pausedUntilMs;
    this.nextTickMs = this.intervalMs > 0 ? this.nextTickMs + this.intervalMs : Number.POSITIVE_INFINITY;
    if (this.waiting < QUEUE_LIMIT) this.waiting++;
    else this.overflow();
    this.choose(nowMs, pacedByPause);
  }

  afterCompletion(nowMs: number): void {
    const looks = this.completions === 0 ? this.handling.afterFirstCompletion : this.handling.afterCompletion;
    this.completions++;
    for (let look = 0; look < looks; look++) this.choose(nowMs, false);
  }

  afterFailure(nowMs: number): void {
    for (let look = 0; look < this.handling.afterFailure; look++) this.choose(nowMs, false);
  }

  changeInterval(nowMs: number, intervalMs: number): void {
    this.intervalMs = intervalMs;
    if (intervalMs > 0) this.nextTickMs = Math.min(this.nextTickMs, nowMs + intervalMs);
  }

  private overflow(): void {
    this.wasFull = true;
    this.run.drop();
  }

  /** After a trigger it looks again, so one look may trigger several checkpoints. It drops one request at most. */
  private choose(nowMs: number, pacedByPause: boolean): void {
    const { maxConcurrent, minPauseMs } = this.settings;
    while (this.waiting > 0 && this.run.inProgress < maxConcurrent) {
      this.waiting--;
      const pauseEndsMs = this.run.lastCompletionMs + minPauseMs;
      if (pauseEndsMs > nowMs) {
        this.run.drop();
        this.nextTickMs = pauseEndsMs;
        this.pausedUntilMs = pauseEndsMs;
        return;
      }
      this.run.trigger(nowMs, pacedByPause);
    }
  }
}

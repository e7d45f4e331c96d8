import type { PeriodicTrigger, Run } from './coordinator.js';
import type { CoordinatorSettings } from './settings.js';

/**
 * To 1.10: a tick that finds too many checkpoints pending leaves one request waiting and stops the timer. The next end of a
 * checkpoint starts it again at once, so nothing piles up, and the ticks keep no fixed grid.
 */
export class WaitingRequest implements PeriodicTrigger {
  readonly wasFull = false;
  private isWaiting = false;
  private pausedUntilMs = Number.NaN;

  constructor(
    private readonly settings: CoordinatorSettings,
    private readonly restartsTimer: boolean,
    private readonly run: Run,
    public nextTickMs: number,
  ) {}

  get waiting(): number {
    return this.isWaiting ? 1 : 0;
  }

  tick(nowMs: number): void {
    const { intervalMs, maxConcurrent, minPauseMs } = this.settings;
    const pauseEndsMs = this.run.lastCompletionMs + minPauseMs;
    if (this.run.inProgress >= maxConcurrent) {
      this.isWaiting = true;
      this.nextTickMs = Number.POSITIVE_INFINITY;
    } else if (pauseEndsMs > nowMs) {
      this.run.drop();
      this.nextTickMs = pauseEndsMs;
      this.pausedUntilMs = pauseEndsMs;
    } else {
      this.nextTickMs += intervalMs;
      this.run.trigger(nowMs, nowMs === this.pausedUntilMs);
    }
  }

  afterCompletion(nowMs: number): void {
    if (!this.isWaiting) return;
    this.isWaiting = false;
    this.nextTickMs = nowMs;
  }

  /** Where nothing else is pending, the timer begins anew with the delay of the first trigger; its mean stands for it. */
  afterFailure(nowMs: number): void {
    if (this.isWaiting && this.restartsTimer && this.run.inProgress === 0) {
      const { minPauseMs, intervalMs } = this.settings;
      this.isWaiting = false;
      this.nextTickMs = nowMs + (minPauseMs + intervalMs) / 2;
    } else this.afterCompletion(nowMs);
  }

  /** These versions know no backlog. */
  changeInterval(): void {}
}

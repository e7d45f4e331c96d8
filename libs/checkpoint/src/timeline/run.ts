import type { PeriodicTrigger, Run } from './coordinator.js';
import { type PendingCheckpoint, PendingCheckpoints } from './pending-checkpoints.js';
import type { TimelineRequest } from './request.js';
import { RequestQueue } from './request-queue.js';
import type { CoordinatorSettings } from './settings.js';
import { Tally } from './tally.js';
import { type Completion, completions } from './task-snapshots.js';
import { WaitingRequest } from './waiting-request.js';

/** Ticks, ends of checkpoints and changes of the interval that one timeline may have. */
export const MOST_EVENTS = 5_000_000;
/** Checkpoints that may be in progress at once, so that memory is bounded. */
export const MOST_IN_PROGRESS = 100_000;

interface IntervalChange {
  readonly atMs: number;
  readonly intervalMs: number;
}

export interface RunEnd {
  readonly tally: Tally;
  readonly jobFailedMs: number | null;
  /** Requests that wait at the end. */
  readonly waiting: number;
  readonly queueWasFull: boolean;
}

/**
 * The coordinator's rules, event by event, in plain arithmetic: only what a run comes to is traced. Of events at one moment, a
 * change of the interval is first, then ends of checkpoints, then the tick. Checkpoints end up to the horizon and begin before it.
 */
export class CoordinatorRun implements Run {
  lastCompletionMs = Number.NEGATIVE_INFINITY;
  private readonly tally: Tally;
  private readonly pending = new PendingCheckpoints();
  private readonly completion: Completion;
  private readonly periodic: PeriodicTrigger;
  private readonly changes: readonly IntervalChange[];
  private consecutiveFailures = 0;
  private jobFailedMs: number | null = null;

  constructor(
    private readonly settings: CoordinatorSettings,
    private readonly request: TimelineRequest,
    firstTriggerMs: number,
  ) {
    this.tally = new Tally(request.horizonMs);
    this.completion = completions(request.durationsMs, request.overheadMs ?? 0, request.phase);
    this.changes = intervalChanges(request, settings);
    const { requests } = settings;
    this.periodic =
      requests.kind === 'queue'
        ? new RequestQueue(settings, requests, this, firstTriggerMs)
        : new WaitingRequest(settings, requests.restartsTimer, this, firstTriggerMs);
  }

  get inProgress(): number {
    return this.pending.size;
  }

  /** @returns what there is too much of, where a timeline may not have so many */
  toTheHorizon(mostEvents = MOST_EVENTS): RunEnd | 'events' | 'in progress' {
    const { horizonMs } = this.request;
    const { tally, pending, periodic } = this;
    let changed = 0;
    for (let events = 0; this.jobFailedMs === null; events++) {
      const changeMs = this.changes[changed]?.atMs ?? Number.POSITIVE_INFINITY;
      const endMs = pending.first?.endMs ?? Number.POSITIVE_INFINITY;
      const nowMs = Math.min(changeMs, endMs, periodic.nextTickMs);
      if (nowMs > horizonMs || (nowMs === horizonMs && endMs > nowMs)) break;
      if (events === mostEvents) return 'events';
      if (pending.size > MOST_IN_PROGRESS) return 'in progress';
      tally.advance(nowMs, pending.size, periodic.waiting);
      if (changeMs === nowMs) periodic.changeInterval(nowMs, this.changes[changed++]?.intervalMs ?? 0);
      else if (endMs === nowMs) this.end(nowMs);
      else periodic.tick(nowMs);
    }
    const untilMs = this.jobFailedMs ?? horizonMs;
    tally.advance(untilMs, pending.size, periodic.waiting);
    tally.watchStale(untilMs);
    return {
      tally,
      jobFailedMs: this.jobFailedMs,
      waiting: periodic.waiting,
      queueWasFull: periodic.wasFull,
    };
  }

  trigger(nowMs: number, pacedByPause: boolean): void {
    if (nowMs >= this.request.horizonMs) return;
    const id = this.tally.triggered + 1;
    const completionMs = this.completion(id, nowMs);
    const timeoutMs = nowMs + this.settings.timeoutMs;
    const endMs = Math.min(completionMs, timeoutMs);
    const checkpoint = { id, triggerMs: nowMs, endMs, completes: completionMs <= timeoutMs };
    this.tally.triggeredAt(checkpoint, this.pending.size, pacedByPause);
    this.pending.add(checkpoint);
  }

  drop(): void {
    this.tally.counts.dropped++;
  }

  private end(nowMs: number): void {
    const checkpoint = this.pending.first;
    if (checkpoint === undefined) return;
    this.pending.removeFirst();
    if (checkpoint.completes) this.complete(checkpoint, nowMs);
    else this.expire(checkpoint, nowMs);
  }

  /** Aborts what was triggered before it, which counts as no failure of the job. */
  private complete(checkpoint: PendingCheckpoint, nowMs: number): void {
    this.consecutiveFailures = 0;
    const subsumed = this.pending.removeOlderThan(checkpoint.id);
    this.tally.ended(checkpoint, nowMs, 'COMPLETED', this.pending.size);
    for (const older of subsumed) this.tally.ended(older, nowMs, 'FAILED', this.pending.size);
    this.lastCompletionMs = nowMs;
    this.periodic.afterCompletion(nowMs);
    for (const _ of subsumed) this.periodic.afterFailure(nowMs);
  }

  /** The min pause is not applied after a failure: the last completion stays what it was. */
  private expire(checkpoint: PendingCheckpoint, nowMs: number): void {
    this.tally.ended(checkpoint, nowMs, 'FAILED', this.pending.size);
    this.consecutiveFailures++;
    if (this.consecutiveFailures > this.settings.tolerableFailures) this.failJob(nowMs);
    else this.periodic.afterFailure(nowMs);
  }

  private failJob(nowMs: number): void {
    this.jobFailedMs = nowMs;
    for (const aborted of this.pending.removeAll()) this.tally.ended(aborted, nowMs, 'FAILED', 0);
  }
}

/** An interval of 0, or shorter than Flink takes, stops the ticks. */
function intervalChanges(request: TimelineRequest, settings: CoordinatorSettings): IntervalChange[] {
  if (!settings.knowsBacklog) return [];
  return (request.backlog ?? []).flatMap(({ fromMs, toMs, intervalMs }) => [
    { atMs: fromMs, intervalMs: intervalMs < settings.shortestMs ? 0 : intervalMs },
    { atMs: toMs, intervalMs: settings.intervalMs },
  ]);
}

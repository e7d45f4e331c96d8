import { type FlinkVersion, isFrom } from '@plimsoll/units';
import type { TimelineRequest } from './request.js';

/**
 * What a version of Flink makes of the settings: the intervals that it keeps, when it first triggers, how it holds requests that
 * must wait, and which failures it counts.
 */
export interface CoordinatorSettings {
  /** Interval, raised to the min pause. */
  readonly intervalMs: number;
  readonly minPauseMs: number;
  readonly timeoutMs: number;
  readonly maxConcurrent: number;
  /** Consecutive failures above this end the job; Infinity where an expired checkpoint is none that counts. */
  readonly tolerableFailures: number;
  readonly firstTrigger: FirstTrigger;
  readonly requests: RequestHandling;
  readonly knowsUnaligned: boolean;
  /** Whether it knows an interval for the time of a backlog. */
  readonly knowsBacklog: boolean;
  /** A shorter interval or timeout is refused; a shorter interval for a backlog is none. */
  readonly shortestMs: number;
}

/** From when all tasks run: after the interval (to 1.5), at random from min pause to interval, after the min pause (from 2.3). */
export type FirstTrigger = 'interval' | 'random' | 'min-pause';

export type RequestHandling =
  /** To 1.10: one waiting request, and no timer while it waits. `restartsTimer`: an expired checkpoint lets the timer begin anew. */
  | { readonly kind: 'one-waiting'; readonly restartsTimer: boolean }
  /** From 1.11: a queue; how often a completion (the very first one, any later one) and a failure look into it. */
  | {
      readonly kind: 'queue';
      readonly afterFirstCompletion: number;
      readonly afterCompletion: number;
      readonly afterFailure: number;
    };

/** Flink cuts a longer min pause to this. */
const LONGEST_PAUSE_MS = 365 * 24 * 60 * 60 * 1000;

export function coordinatorSettings(request: TimelineRequest, version: FlinkVersion): CoordinatorSettings {
  const minPauseMs = Math.min(request.minPauseMs, LONGEST_PAUSE_MS);
  const intervalMs = Math.max(request.intervalMs, minPauseMs);
  return {
    intervalMs,
    minPauseMs,
    timeoutMs: request.timeoutMs,
    maxConcurrent: request.maxConcurrent,
    tolerableFailures: countsExpired(version) ? request.tolerableFailures : Number.POSITIVE_INFINITY,
    firstTrigger: firstTrigger(version),
    requests: requestHandling(version),
    knowsUnaligned: knowsUnaligned(version),
    knowsBacklog: isFrom(version, 1, 19),
    shortestMs: shortestMs(version),
  };
}

/** Before 1.11 a checkpoint that expired went uncounted. */
const countsExpired = (version: FlinkVersion): boolean => isFrom(version, 1, 11);

export const knowsUnaligned = (version: FlinkVersion): boolean => isFrom(version, 1, 11);

/** Flink refuses a shorter interval or timeout. */
export const shortestMs = (version: FlinkVersion): number => (isFrom(version, 1, 9) ? 10 : 1);

function firstTrigger(version: FlinkVersion): FirstTrigger {
  if (isFrom(version, 2, 3)) return 'min-pause';
  return isFrom(version, 1, 6) ? 'random' : 'interval';
}

function requestHandling(version: FlinkVersion): RequestHandling {
  if (isFrom(version, 1, 12))
    return { kind: 'queue', afterFirstCompletion: 2, afterCompletion: 3, afterFailure: 2 };
  if (isFrom(version, 1, 11))
    return { kind: 'queue', afterFirstCompletion: 1, afterCompletion: 1, afterFailure: 1 };
  return { kind: 'one-waiting', restartsTimer: isFrom(version, 1, 9) };
}

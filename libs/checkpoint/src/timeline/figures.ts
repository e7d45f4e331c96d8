import { type DerivedFigure, derive, type Figure, given } from '@plimsoll/trace';
import {
  CHECKPOINT_FREE,
  DUTY,
  FIRST_TRIGGER,
  MEAN_CYCLE,
  OBSERVED,
  RAISED_INTERVAL,
  STALE,
} from './formulas.js';
import type { TimelineRequest } from './request.js';
import type { RunEnd } from './run.js';
import type { CoordinatorSettings } from './settings.js';

/** The traced figures of a timeline. Moments and sums that the run counts lead to the field of the request that made them. */
export interface TimelineFigures {
  readonly interval: DerivedFigure<'ms'>;
  readonly stale: DerivedFigure<'ms'>;
  /** null: no checkpoint is triggered, or only at the end. */
  readonly duty: DerivedFigure<'ratio'> | null;
  readonly free: DerivedFigure<'ratio'> | null;
  /** null: fewer than two checkpoints. */
  readonly cycle: DerivedFigure<'ms'> | null;
}

export const raisedInterval = (request: TimelineRequest, settings: CoordinatorSettings) =>
  derive('timeline.interval', RAISED_INTERVAL, {
    interval: given('ms', request.intervalMs, '/intervalMs'),
    minPause: given('ms', settings.minPauseMs, '/minPauseMs'),
  });

/** Where the request doesn’t say: the middle of what the version may take. */
export function firstTrigger(
  request: TimelineRequest,
  settings: CoordinatorSettings,
  interval: Figure<'ms'>,
): Figure<'ms'> {
  if (request.firstTriggerMs !== undefined) return given('ms', request.firstTriggerMs, '/firstTriggerMs');
  const pause = given('ms', settings.minPauseMs, '/minPauseMs');
  const when = settings.firstTrigger;
  return derive('timeline.firstTrigger', FIRST_TRIGGER, {
    earliest: when === 'interval' ? interval : pause,
    latest: when === 'min-pause' ? pause : interval,
  });
}

export function timelineFigures(
  request: TimelineRequest,
  interval: DerivedFigure<'ms'>,
  first: Figure<'ms'>,
  { tally, jobFailedMs }: RunEnd,
): TimelineFigures {
  const { sinceMs, untilMs } = tally.stale;
  const stale = derive('timeline.longestStale', STALE, {
    until: given('ms', untilMs, '/durationsMs'),
    since: given('ms', sinceMs, '/intervalMs'),
  });
  if (tally.firstTriggerMs === null) return { interval, stale, duty: null, free: null, cycle: null };
  const started = atFirstTrigger(first, tally.firstTriggerMs);
  const end =
    jobFailedMs === null
      ? given('ms', request.horizonMs, '/horizonMs')
      : given('ms', jobFailedMs, '/tolerableFailures');
  const observed = derive('timeline.observed', OBSERVED, { end, firstTrigger: started });
  const checkpointTime = given('ms', tally.checkpointMs, '/durationsMs');
  const freeTime = given('ms', tally.freeMs, '/durationsMs');
  const cycle = () =>
    derive('timeline.meanCycle', MEAN_CYCLE, {
      firstTrigger: started,
      lastTrigger: given('ms', tally.lastTriggerMs, '/durationsMs'),
      checkpoints: given('count', tally.triggered, '/horizonMs'),
    });
  return {
    interval,
    stale,
    duty: observed.value > 0 ? derive('timeline.dutyRatio', DUTY, { checkpointTime, observed }) : null,
    free:
      observed.value > 0
        ? derive('timeline.checkpointFreeRatio', CHECKPOINT_FREE, { freeTime, observed })
        : null,
    cycle: tally.triggered > 1 ? cycle() : null,
  };
}

/** A backlog may move the first tick. */
const atFirstTrigger = (first: Figure<'ms'>, triggeredMs: number): Figure<'ms'> =>
  first.value === triggeredMs ? first : given('ms', triggeredMs, '/backlog');

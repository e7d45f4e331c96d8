import { type DerivedFigure, derive, type Figure, formula } from '@plimsoll/trace';
import type { Regime } from '../timeline/index.js';

/** What Flink makes of interval and min pause, one checkpoint at a time (F5.2). */
export interface Pace {
  readonly effectiveInterval: DerivedFigure<'ms'>;
  readonly duty: DerivedFigure<'ratio'>;
  readonly free: DerivedFigure<'ms'>;
  readonly worstRewind: DerivedFigure<'ms'>;
  readonly meanRewind: DerivedFigure<'ms'>;
  readonly regime: Regime;
}

const EFFECTIVE = formula({
  reference: 'F5.2',
  label: 'Time between two checkpoints',
  unit: 'ms',
  inputs: { interval: 'ms', minPause: 'ms', duration: 'ms' },
  text: 'max(interval, minPause, duration + minPause)',
  evidence: 'verified',
  compute: ({ interval, minPause, duration }) => Math.max(interval, minPause, duration + minPause),
});

const DUTY = formula({
  reference: 'F5.2',
  label: 'Share of the time in which a checkpoint is in progress',
  unit: 'ratio',
  inputs: { duration: 'ms', effectiveInterval: 'ms' },
  text: 'duration ÷ effectiveInterval',
  compute: ({ duration, effectiveInterval }) => duration / effectiveInterval,
});

const FREE = formula({
  reference: 'F5.2',
  label: 'Time free of checkpoints between two of them',
  unit: 'ms',
  inputs: { effectiveInterval: 'ms', duration: 'ms' },
  text: 'effectiveInterval − duration',
  compute: ({ effectiveInterval, duration }) => effectiveInterval - duration,
});

const WORST_REWIND = formula({
  reference: 'F3.2',
  label: 'Rewind at worst: the failure comes just before a checkpoint completes',
  unit: 'ms',
  inputs: { effectiveInterval: 'ms', duration: 'ms' },
  text: 'effectiveInterval + duration',
  compute: ({ effectiveInterval, duration }) => effectiveInterval + duration,
});

const MEAN_REWIND = formula({
  reference: 'F3.2',
  label: 'Rewind on average',
  unit: 'ms',
  inputs: { effectiveInterval: 'ms', duration: 'ms' },
  text: 'effectiveInterval ÷ 2 + duration',
  compute: ({ effectiveInterval, duration }) => effectiveInterval / 2 + duration,
});

/** Plainly, for search. */
export const effectiveIntervalOf = (intervalMs: number, minPauseMs: number, durationMs: number): number =>
  Math.max(intervalMs, minPauseMs, durationMs + minPauseMs);

/** @param key tells apart the paces of one trace */
export function pace(
  key: string,
  { interval, minPause, duration }: { readonly [Name in 'interval' | 'minPause' | 'duration']: Figure<'ms'> },
): Pace {
  const effectiveInterval = derive(`${key}.effectiveInterval`, EFFECTIVE, { interval, minPause, duration });
  return {
    effectiveInterval,
    duty: derive(`${key}.dutyRatio`, DUTY, { duration, effectiveInterval }),
    free: derive(`${key}.checkpointFree`, FREE, { effectiveInterval, duration }),
    worstRewind: derive(`${key}.worstRewind`, WORST_REWIND, { effectiveInterval, duration }),
    meanRewind: derive(`${key}.meanRewind`, MEAN_REWIND, { effectiveInterval, duration }),
    regime: regimeOf(interval.value, minPause.value, duration.value),
  };
}

/**
 * The regimes of 'Keep it going'. A checkpoint that leaves room for the pause ends within its interval: regular. One that does
 * not is followed by the pause, or, without one, by the next at once: degraded.
 */
export function regimeOf(intervalMs: number, minPauseMs: number, durationMs: number): Regime {
  if (durationMs + minPauseMs <= Math.max(intervalMs, minPauseMs) && durationMs < intervalMs)
    return 'REGULAR';
  return minPauseMs > 0 ? 'GUARANTEED_PROGRESS' : 'DEGRADED';
}

export const PACE_FORMULAS = [EFFECTIVE, DUTY, FREE, WORST_REWIND, MEAN_REWIND];

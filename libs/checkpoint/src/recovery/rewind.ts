import { derive, type Figure, flinkDefault, formula, given } from '@plimsoll/trace';
import type { RecoveryCheckpoint } from './request.js';
import { givenOr } from './scope.js';

/** How far back the last completed checkpoint lies: its barrier went before its duration, and up to an interval may have passed since. */
export interface RewindFigures {
  readonly worst: Figure<'ms'>;
  readonly mean: Figure<'ms'>;
}

const EFFECTIVE_INTERVAL = formula({
  reference: 'F5.2',
  label: 'Time between two checkpoints',
  unit: 'ms',
  inputs: { interval: 'ms', minPause: 'ms', duration: 'ms' },
  text: 'max(interval, minPause, duration + minPause)',
  evidence: 'verified',
  compute: ({ interval, minPause, duration }) => Math.max(interval, minPause, duration + minPause),
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

export function rewinds({ interval, minPause, duration: lasts }: RecoveryCheckpoint): RewindFigures {
  const pointer = '/scenario/checkpoint';
  const duration = given('ms', lasts, `${pointer}/duration`);
  const effectiveInterval = derive('checkpoint.effectiveInterval', EFFECTIVE_INTERVAL, {
    interval: given('ms', interval, `${pointer}/interval`),
    minPause: givenOr(
      'ms',
      minPause,
      `${pointer}/minPause`,
      flinkDefault('ms', 0, 'execution.checkpointing.min-pause'),
    ),
    duration,
  });
  return {
    worst: derive('rewind.worst', WORST_REWIND, { effectiveInterval, duration }),
    mean: derive('rewind.mean', MEAN_REWIND, { effectiveInterval, duration }),
  };
}

export const REWIND_FORMULAS = [EFFECTIVE_INTERVAL, WORST_REWIND, MEAN_REWIND];

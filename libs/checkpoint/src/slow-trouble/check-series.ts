import { type Bounds, LARGEST, type ValueChecks } from '../value-checks.js';
import { FEWEST_POINTS, MOST_POINTS } from './trend.js';

export const SIZE: Bounds = { min: 0, max: LARGEST, remedy: 'give a size in bytes' };
export const TIME: Bounds = { min: 0, max: LARGEST, remedy: 'give a time in milliseconds' };
/** A rate of nothing would never get anywhere: it is left out instead. */
export const RATE: Bounds = {
  min: 1e-12,
  max: LARGEST,
  remedy: 'give how many there are in a second, or leave it out',
};
export const COUNT: Bounds = { min: 0, max: LARGEST, whole: true, remedy: 'give a whole number' };

/** Whether a series has as many points as a line with an interval needs, and no more than are read. */
export function checkLength(checks: ValueChecks, length: number): void {
  if (length < FEWEST_POINTS) {
    checks.reject(
      '/observed',
      `must have at least ${FEWEST_POINTS} points, or its growth has no confidence interval: observe for longer`,
      length,
    );
  }
  if (length > MOST_POINTS) {
    checks.reject('/observed', `must have at most ${MOST_POINTS} points: leave out every other`, length);
  }
}

/** Values that must follow each other, each at least `step` after the one before. */
export function checkOrder(
  checks: ValueChecks,
  name: string,
  values: readonly (number | undefined)[],
  step: number,
): void {
  values.forEach((value, at) => {
    const before = values[at - 1];
    if (value === undefined || before === undefined || value - before >= step) return;
    const least = step === 0 ? 'no less than' : `at least ${step} after`;
    checks.reject(
      `/observed/${at}/${name}`,
      `must be ${least} that of the point before: put points in order, and begin a new series at each restart`,
      value,
    );
  });
}

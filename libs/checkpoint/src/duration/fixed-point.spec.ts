import fc from 'fast-check';
import { greatestInterval, leastInterval } from './fixed-point.js';

const YEAR = 3.2e10;

/** A duration that grows with the interval and ends at that of the whole state, as an incremental checkpoint's does. */
const growing = (fixed: number, whole: number, scale: number) => (interval: number) =>
  fixed - whole * Math.expm1(-interval / scale);

const curves = fc
  .tuple(
    fc.double({ min: 1, max: 1e5, noNaN: true }),
    fc.double({ min: 0, max: 1e7, noNaN: true }),
    fc.double({ min: 10, max: 1e8, noNaN: true }),
  )
  .map(([fixed, whole, scale]) => growing(fixed, whole, scale));

describe('an interval that depends on the duration that depends on it', () => {
  it('of half a duty is twice the duration at that very interval, and none shorter is enough', () => {
    fc.assert(
      fc.property(curves, (durationAt) => {
        const interval = leastInterval(durationAt, (duration) => 2 * duration, YEAR) ?? Number.NaN;
        expect(Math.abs(interval / (2 * durationAt(interval)) - 1)).toBeLessThan(1e-9);
        const shorter = interval * 0.999;
        expect(2 * durationAt(shorter)).toBeGreaterThan(shorter);
      }),
    );
  });

  it('is the greatest that, with its duration, keeps a limit', () => {
    fc.assert(
      fc.property(curves, fc.double({ min: 1, max: 1e8, noNaN: true }), (durationAt, limit) => {
        const interval = greatestInterval(durationAt, limit);
        if (interval <= 0) return expect(durationAt(0)).toBeGreaterThanOrEqual(limit);
        expect(interval + durationAt(interval)).toBeLessThanOrEqual(limit * (1 + 1e-9));
        const longer = interval * 1.001 + limit * 1e-9;
        expect(longer + durationAt(longer)).toBeGreaterThan(limit);
      }),
    );
  });

  it('is none where uploads take longer than any interval leaves', () => {
    expect(
      leastInterval(
        (interval) => interval,
        (duration) => 2 * duration + 1,
        YEAR,
      ),
    ).toBeNull();
    expect(
      leastInterval(
        () => Number.POSITIVE_INFINITY,
        (duration) => duration,
        YEAR,
      ),
    ).toBeNull();
  });

  it('does not move where the duration does not', () => {
    expect(
      leastInterval(
        () => 60_000,
        (duration) => duration / 0.5,
        YEAR,
      ),
    ).toBe(120_000);
    expect(greatestInterval(() => 60_000, 90_000)).toBe(30_000);
    expect(greatestInterval(() => 60_000, 50_000)).toBe(-10_000);
  });
});

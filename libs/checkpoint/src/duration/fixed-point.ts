/**
 * A duration that depends on the interval, and an interval that depends on the duration: where both agree.
 * A longer interval touches more, so durations never shrink with it; they end at that of the whole state.
 */
const PRECISION = 1e-12;
const MOST_STEPS = 200;

/**
 * Least interval that is at least `needed(duration)`, or null where none is up to `longest`.
 * @param durationAt duration at an interval: never shrinks
 * @param needed interval that a duration needs: never shrinks
 */
export function leastInterval(
  durationAt: (intervalMs: number) => number,
  needed: (durationMs: number) => number,
  longest: number,
): number | null {
  const missing = (interval: number): number => needed(durationAt(interval)) - interval;
  const first = needed(durationAt(0));
  if (missing(first) <= first * PRECISION) return first;
  if (!(missing(longest) <= 0)) return null;
  return crossing(missing, first, longest);
}

/**
 * Greatest interval for which interval and duration together are at most `limit`; not positive where none is.
 * @param durationAt duration at an interval: never shrinks
 */
export function greatestInterval(durationAt: (intervalMs: number) => number, limit: number): number {
  const left = (interval: number): number => limit - durationAt(interval) - interval;
  const shortest = limit - durationAt(0);
  if (!(shortest > 0)) return shortest;
  const settled = limit - durationAt(shortest);
  if (settled >= shortest) return shortest;
  return crossing(left, Math.max(0, settled), shortest);
}

/** Where a function that falls from positive to negative crosses zero, by the Illinois variant of the false position. */
function crossing(value: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  let atLow = value(low);
  let atHigh = value(high);
  if (atLow <= 0) return low;
  if (atHigh >= 0) return high;
  let side = 0;
  for (let step = 0; step < MOST_STEPS && high - low > PRECISION * high; step++) {
    const between = (low * atHigh - high * atLow) / (atHigh - atLow);
    const next = between > low && between < high ? between : (low + high) / 2;
    const here = value(next);
    if (here === 0) return next;
    if (here > 0) {
      low = next;
      atLow = here;
      if (side === 1) atHigh /= 2;
      side = 1;
    } else {
      high = next;
      atHigh = here;
      if (side === -1) atLow /= 2;
      side = -1;
    }
  }
  return high;
}

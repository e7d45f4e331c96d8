/** Share of an interval that the search may leave open. */
const PRECISION = 1e-6;
const MOST_STEPS = 100;
const GOLDEN = (3 - Math.sqrt(5)) / 2;

/**
 * The interval of least cost in a range: one valley, so that Brent's method (parabolas, and the golden section where they do not
 * fit) finds it. Searched by the logarithm.
 * @returns an end of the range where the cost still falls there; null where it is infinite throughout
 */
export function cheapestInterval(
  costAt: (intervalMs: number) => number,
  lower: number,
  upper: number,
): number | null {
  for (const [end, inside] of [
    [upper, upper * (1 - PRECISION)],
    [lower, lower * (1 + PRECISION)],
  ] as const) {
    if (costAt(end) < costAt(inside)) return end;
  }
  const least = (logarithm: number): number => costAt(Math.exp(logarithm));
  const found = Math.exp(leastWithin(least, Math.log(lower), Math.log(upper)));
  const interval = Math.min(Math.max(found, lower), upper);
  return Number.isFinite(costAt(interval)) ? interval : null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function leastWithin(value: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  let best: Point = at(value, from + GOLDEN * (to - from));
  let second = best;
  let third = best;
  let step = 0;
  let before = 0;
  for (let count = 0; count < MOST_STEPS; count++) {
    const middle = (low + high) / 2;
    if (Math.abs(best.x - middle) <= 2 * PRECISION - (high - low) / 2) break;
    const parabola = Math.abs(before) > PRECISION ? vertex(best, second, third) : null;
    const fits =
      parabola !== null &&
      Math.abs(parabola) < Math.abs(before / 2) &&
      best.x + parabola > low &&
      best.x + parabola < high;
    if (fits) {
      before = step;
      step = parabola;
    } else {
      before = best.x < middle ? high - best.x : low - best.x;
      step = GOLDEN * before;
    }
    const moved = Math.abs(step) >= PRECISION ? step : Math.sign(step) * PRECISION;
    const next = at(value, best.x + moved);
    if (next.y <= best.y) {
      if (next.x >= best.x) low = best.x;
      else high = best.x;
      third = second;
      second = best;
      best = next;
      continue;
    }
    if (next.x < best.x) low = next.x;
    else high = next.x;
    if (next.y <= second.y || second.x === best.x) {
      third = second;
      second = next;
    } else if (next.y <= third.y || third.x === best.x || third.x === second.x) {
      third = next;
    }
  }
  return best.x;
}

const at = (value: (x: number) => number, x: number): Point => ({ x, y: value(x) });

/** From the first of three points to the lowest of the parabola through them; null where there is none. */
function vertex(best: Point, second: Point, third: Point): number | null {
  const toSecond = best.x - second.x;
  const toThird = best.x - third.x;
  const bySecond = toSecond * (best.y - third.y);
  const byThird = toThird * (best.y - second.y);
  const moved = (toThird * byThird - toSecond * bySecond) / (2 * (bySecond - byThird));
  return Number.isFinite(moved) ? moved : null;
}

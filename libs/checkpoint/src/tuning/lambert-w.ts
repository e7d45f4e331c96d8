const SERIES_BELOW = 0.05;
const SERIES_TERMS = 16;
const NEAR_ONE_FROM = 1;
const MOST_STEPS = 60;

/**
 * 1 + W₀(−exp(−1 − x)): Lambert's W on its way up from the branch point, x ≥ 0 from 0 up to 1. Taken by x and not by its
 * argument, which would keep no digits of a small x. With u for the result: −u − ln(1 − u) = x.
 */
export function lambertWAboveBranch(x: number): number {
  if (x <= 0) return 0;
  return x < NEAR_ONE_FROM ? byNewton(x) : 1 - restBelowOne(x);
}

function byNewton(x: number): number {
  const root = Math.sqrt(2 * x);
  let u = Math.min(root - x / 1.5 + (root * x) / 18, 0.9);
  for (let step = 0; step < MOST_STEPS; step++) {
    const change = ((excess(u) - x) * (1 - u)) / u;
    u -= change;
    if (Math.abs(change) <= Number.EPSILON * u) break;
  }
  return u;
}

/** −u − ln(1 − u), without the cancellation where u is small. */
function excess(u: number): number {
  if (u > SERIES_BELOW) return -u - Math.log1p(-u);
  let total = 0;
  for (let power = SERIES_TERMS; power >= 2; power--) total = total * u + 1 / power;
  return total * u * u;
}

/** v = 1 − u solves v = exp(v − 1 − x); it is small, so that putting it in again converges. */
function restBelowOne(x: number): number {
  let v = Math.exp(-1 - x);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = Math.exp(v - 1 - x);
    if (next === v) break;
    v = next;
  }
  return v;
}

/** Terms that are added one by one; beyond them an integral with its end corrections is exact to 1e-13. */
const SUMMED_ONE_BY_ONE = 1000;

/**
 * H(n, s) = Σ k^−s over k = 1 … n: how often the n most frequent of all keys are drawn, up to a factor.
 * @param n any number from 0; its fraction is dropped
 * @param exponent s, from 0
 */
export function harmonic(n: number, exponent: number): number {
  const last = Math.min(Math.floor(n), SUMMED_ONE_BY_ONE);
  let total = 0;
  for (let k = last; k >= 1; k--) total += k ** -exponent;
  return last < SUMMED_ONE_BY_ONE ? total : total + tail(last, Math.floor(n), exponent);
}

/** Σ k^−s over k = from + 1 … to, by Euler and Maclaurin. */
function tail(from: number, to: number, exponent: number): number {
  const slope = (x: number): number => -exponent * x ** (-exponent - 1);
  const ends = (to ** -exponent - from ** -exponent) / 2 + (slope(to) - slope(from)) / 12;
  return powerIntegral(from, to, exponent) + ends;
}

/** ∫ x^−s dx, without cancellation where s is near 1. */
function powerIntegral(from: number, to: number, exponent: number): number {
  const logarithm = Math.log(to / from);
  const power = 1 - exponent;
  if (Math.abs(power * logarithm) < Number.EPSILON) return from ** power * logarithm;
  return (from ** power * Math.expm1(power * logarithm)) / power;
}

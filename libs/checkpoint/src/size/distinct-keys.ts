/**
 * F1.6: D(K, n) = K·(1 − (1 − 1/K)^n), the number of distinct keys that n uniform draws touch.
 * Invariant: 0 ≤ D ≤ min(K, n) for n ≥ 1. Written with log1p and expm1, so that it stays exact for many keys and few records.
 * @param keys K, at least 1
 * @param records n, any number from 0
 */
export function distinctKeys(keys: number, records: number): number {
  if (keys === 1) return records > 0 ? 1 : 0;
  return -keys * Math.expm1(records * Math.log1p(-1 / keys));
}

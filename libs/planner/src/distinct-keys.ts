import { formula } from '@plimsoll/trace';

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

const SUMMED_ONE_BY_ONE = 64;
const NEARLY_LINEAR = 1e-3;

/**
 * F1.6: entries just before a firing of a sliding window, Σ D(keys, rate·age) over the ages size, size − slide, … of the
 * windows that are open then. Beyond 64 windows a closed form replaces the sum (relative difference below 1e-9).
 * @param ratePerMs records per millisecond
 */
export function openEntries(
  keys: number,
  ratePerMs: number,
  size: number,
  slide: number,
  panes: number,
): number {
  if (panes <= SUMMED_ONE_BY_ONE) {
    let total = 0;
    for (let pane = 0; pane < panes; pane++) total += distinctKeys(keys, ratePerMs * (size - pane * slide));
    return total;
  }
  if (keys === 1) return ratePerMs > 0 ? panes : 0;
  return keys * touchedShares(Math.log1p(-1 / keys) * ratePerMs, size, slide, panes);
}

/** Σ (1 − e^y) over the arithmetic progression y = rate·age. */
function touchedShares(rate: number, size: number, slide: number, panes: number): number {
  const last = rate * (size - (panes - 1) * slide);
  const step = rate * slide;
  if (Math.abs(rate * size) < NEARLY_LINEAR) {
    const mean = (rate * size + last) / 2;
    const variance = (step * step * (panes * panes - 1)) / 12;
    return -panes * (mean + (mean * mean + variance) / 2 + (mean ** 3 + 3 * mean * variance) / 6);
  }
  if (step === 0) return -panes * Math.expm1(last);
  return panes - Math.exp(last) * (Math.expm1(panes * step) / Math.expm1(step));
}

export const KEYS_TOUCHED = formula({
  reference: 'F1.6',
  label: 'Keys per firing',
  unit: 'count',
  inputs: { keys: 'count', windowRecords: 'count' },
  text: 'D(keys, windowRecords)',
  compute: ({ keys, windowRecords }) => distinctKeys(keys, windowRecords),
});

export const OPEN_ENTRIES = formula({
  reference: 'F1.6',
  label: 'Open entries before a firing',
  unit: 'count',
  inputs: { keys: 'count', recordsPerSecond: 'perSecond', size: 'ms', slide: 'ms', panes: 'count' },
  text: 'Σ(i = 0 … panes − 1: D(keys, recordsPerSecond × (size − i × slide) ÷ 1 s))',
  compute: ({ keys, recordsPerSecond, size, slide, panes }) =>
    openEntries(keys, recordsPerSecond / 1000, size, slide, panes),
});

export const NAIVE_ENTRIES = formula({
  reference: 'F1.3',
  label: 'Open entries before a firing',
  unit: 'count',
  inputs: { keys: 'count', panes: 'count' },
  text: 'keys × panes',
  evidence: 'stated',
  compute: ({ keys, panes }) => keys * panes,
});

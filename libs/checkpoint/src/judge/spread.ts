/** The middle of a list, the mean of both where there are two; undefined where there is none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

export const largest = (values: Iterable<number>): number => {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
};

/** By how much y rises with x, by least squares; undefined where x does not vary. */
export function slope(pairs: readonly (readonly [number, number])[]): number | undefined {
  const n = pairs.length;
  let sumX = 0;
  let sumY = 0;
  for (const [x, y] of pairs) {
    sumX += x;
    sumY += y;
  }
  let xx = 0;
  let xy = 0;
  for (const [x, y] of pairs) {
    xx += (x - sumX / n) ** 2;
    xy += (x - sumX / n) * (y - sumY / n);
  }
  return xx === 0 ? undefined : xy / xx;
}

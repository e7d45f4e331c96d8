const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** `1.5 h`, `50 s`: a time in the largest unit of which there is at least one. */
export function timeInWords(ms: number): string {
  const [unit, length] = UNITS.find(([, size]) => ms >= size) ?? ['ms', 1];
  return `${Math.round((ms / length) * 100) / 100} ${unit}`;
}

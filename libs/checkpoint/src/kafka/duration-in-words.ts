const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** Milliseconds as people say them, in at most two units: `7 d`, `20 min 30 s`. Rounds down to the second of them. */
export function durationInWords(ms: number): string {
  const first = UNITS.findIndex(([, size]) => ms >= size);
  const [unit, size] = UNITS[first] ?? ['ms', 1];
  const [nextUnit, nextSize] = UNITS[first + 1] ?? ['', 0];
  const whole = Math.floor(ms / size);
  const rest = nextSize === 0 || first < 0 ? 0 : Math.floor((ms - whole * size) / nextSize);
  return rest === 0 ? `${whole} ${unit}` : `${whole} ${unit} ${rest} ${nextUnit}`;
}

import { NARROW, plain } from './numbers.js';

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500].concat(
  [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400].map(
    (s) => s * 1000,
  ),
);
const UNITS = [
  { name: 'ms', ms: 1, upTo: 999 },
  { name: 's', ms: 1000, upTo: 120_000 },
  { name: 'min', ms: 60_000, upTo: 7_200_000 },
  { name: 'h', ms: 3_600_000, upTo: 172_800_000 },
  { name: 'd', ms: 86_400_000, upTo: Infinity },
];
const MOST_STEPS = 6;

/** Marks of a time axis from 0 to the span: where, as a share, and what they say. Only the ends name the unit. */
export function axisTicks(span: number): { at: number; text: string }[] {
  const unit = UNITS.find(({ upTo }) => span <= upTo) ?? { name: 'ms', ms: 1 };
  const step = STEPS.find((candidate) => span / candidate <= MOST_STEPS) ?? span / 5;
  const ticks = [{ at: 0, text: `0${NARROW}${unit.name}` }];
  for (let nth = 1; nth * step < span * 0.93; nth++) {
    ticks.push({ at: (nth * step) / span, text: plain((nth * step) / unit.ms, 1) });
  }
  ticks.push({ at: 1, text: `${plain(span / unit.ms, 1)}${NARROW}${unit.name}` });
  return ticks;
}

import type { Scale } from './scales.js';

const TIMES: readonly (Scale & { below: number })[] = [
  { name: 'ms', factor: 1, below: 1000 },
  { name: 's', factor: 1000, below: 1_000_000 },
  { name: 'min', factor: 60_000, below: 60_000_000 },
  { name: 'h', factor: 3_600_000, below: 3_600_000_000 },
  { name: 'd', factor: 86_400_000, below: Infinity },
];

/** The unit in which the times of a table are written, chosen once by the longest. */
export const timeScale = (longestMs: number): Scale =>
  TIMES.find(({ below }) => longestMs < below) ?? { name: 'ms', factor: 1 };

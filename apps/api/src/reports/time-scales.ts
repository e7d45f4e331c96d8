import { duration } from './figures.js';
import { plain } from './numbers.js';
import { type Scale, withUnit } from './scales.js';

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

/** As many of a unit are still read as that unit. */
const COMPARED = 2000;

/**
 * A time that is compared with others and with keys of a configuration: `60 s` stays `1 min`, but 215.3 s does not become 3.6 min
 * beside 215 s.
 */
export function comparedTime(ms: number): string {
  if (ms < 1000 || Number.isInteger(ms / 1000)) return duration(ms);
  const scale = TIMES.find(({ factor, name }) => name !== 'ms' && ms < COMPARED * factor);
  return scale === undefined ? duration(ms) : withUnit(plain(ms / scale.factor, 1), scale.name);
}

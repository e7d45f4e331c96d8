import type { Unit } from '@plimsoll/units';
import { NARROW, plain } from './numbers.js';
import { inScale, scaleFor, withUnit } from './scales.js';

/** One figure with its unit, as it stands in a sentence: `192.88 MB/s`, `730.6 M`, `5 min`. */
export function figure(unit: Unit, value: number): string {
  if (unit === 'ms') return duration(value);
  const scale = scaleFor(unit, value);
  if (unit === 'count' && scale.factor > 1) return withUnit(plain(value / scale.factor, 1), scale.name);
  if (unit === 'ratio') return plain(value, 4);
  if (unit === 'perSecond' && scale.factor === 1 && value >= 1000)
    return withUnit(plain(value, 0), scale.name);
  return withUnit(inScale(value, scale), scale.name);
}

/** How far an input may move, as it stands in a sentence: no finer than two decimals, for it is a warning, not a measurement. */
export const roundedMargin = (unit: Unit, value: number): string =>
  unit === 'ratio' ? plain(value) : figure(unit, value);

/** One figure within an arithmetic: times in seconds, counts in full. */
export function arithmeticFigure(unit: Unit, value: number): string {
  if (unit === 'ms') return `${plain(value / 1000, 3)}${NARROW}s`;
  if (unit === 'count') return plain(value, value >= 1000 ? 0 : 4);
  return figure(unit, value);
}

const TIMES: readonly { name: string; ms: number }[] = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1000 },
];

/** `5 min`, `90 s`, `23.6 s`, `500 ms`: the largest unit that says it whole; else seconds, minutes and so on with a decimal. */
export function duration(ms: number): string {
  const size = Math.abs(ms);
  const whole = TIMES.find((time) => size >= time.ms && size % time.ms === 0);
  if (whole !== undefined) return `${plain(ms / whole.ms)}${NARROW}${whole.name}`;
  if (size < 1000) return `${plain(ms)}${NARROW}ms`;
  const rounded = TIMES.find((time) => size >= 2 * time.ms) ?? { name: 's', ms: 1000 };
  return `${plain(ms / rounded.ms, 1)}${NARROW}${rounded.name}`;
}

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SPELLED: readonly { one: string; ms: number }[] = [
  { one: 'day', ms: 86_400_000 },
  { one: 'hour', ms: 3_600_000 },
  { one: 'minute', ms: 60_000 },
  { one: 'second', ms: 1000 },
  { one: 'millisecond', ms: 1 },
];

/** A span in words: `one minute`, `five minutes`, `90 seconds`. */
export function spelledDuration(ms: number): string {
  const unit = SPELLED.find((time) => ms >= time.ms && ms % time.ms === 0);
  return unit === undefined ? duration(ms) : counted(ms / unit.ms, unit.one);
}

/** `one finding`, `two findings`, `14 findings`. */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${NUMBERS[count] ?? plain(count)} ${count === 1 ? one : more}`;

/** `1 machine`, `5 machines`: with digits. */
export const numbered = (count: number, one: string, more = `${one}s`): string =>
  `${plain(count)} ${count === 1 ? one : more}`;

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a, b and c` */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** `State access …` as a name within a sentence; `TaskManager …` and `CPU …` keep their capitals. */
export const uncapitalized = (text: string): string =>
  /^[A-Z][a-z]*(?:\s|$)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

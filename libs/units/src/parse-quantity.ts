import { MAX_EXACT } from './brands.js';
import { type Dimension, probablyMeant, SYNTAX, UNITS } from './spelling.js';

/** A quantity as it was read, in base units; or what is wrong with it. `unreadable`: no such syntax. `unusable`: a number that no plan can use. */
export type ReadQuantity =
  | { readonly kind: 'ok'; readonly value: number }
  | { readonly kind: 'unreadable' | 'unusable'; readonly message: string };

const NUMBER_AND_UNIT = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?) ?([A-Za-z/]*)$/;
const DIGITS = /^\d{1,30}$/;
const MAX_LENGTH = 64;

/**
 * Reads a quantity of a request: a bare number in base units, or text with a unit (`"2 kB"`, `"10 Gbit/s"`, `"1 min"`, `"1M/s"`).
 * A size may also be a string of digits: that is how sizes above 2^53 − 1 travel. The sign is not judged here.
 */
export function parseQuantity(dimension: Dimension, input: unknown): ReadQuantity {
  if (typeof input === 'number') return readNumber(dimension, input);
  if (typeof input !== 'string') return unreadable(dimension, 'must be a number or a string with a unit');
  if (input.length > MAX_LENGTH) return unreadable(dimension, `is longer than ${MAX_LENGTH} characters`);
  const text = input.trim();
  if (dimension === 'bytes' && DIGITS.test(text)) return finite(Number(text));
  const match = NUMBER_AND_UNIT.exec(text);
  if (match === null) return unreadable(dimension, 'is not a number with a unit');
  const [, digits = '', unit = ''] = match;
  if (unit === '' && dimension !== 'count') return unreadable(dimension, 'has no unit');
  const factor = factorOf(dimension, unit);
  if (factor === undefined) return unknownUnit(dimension, unit, digits);
  return finite(scaled(digits, unit, factor));
}

const factorOf = (dimension: Dimension, unit: string): number | undefined =>
  Object.hasOwn(UNITS[dimension], unit) ? UNITS[dimension][unit] : undefined;

/** Multiplied by a whole number, then divided by one: `"0.1 kB"` is 100 and `"60k/min"` is 1000, without a rounding in between. */
function scaled(digits: string, unit: string, factor: number): number {
  const divisor = DIVISORS.find(([ending]) => unit.endsWith(ending))?.[1] ?? 1;
  return (Number(digits) * Math.round(factor * divisor)) / divisor;
}

const DIVISORS: readonly (readonly [string, number])[] = [
  ['bit/s', 8],
  ['/min', 60],
  ['/h', 3600],
];

function readNumber(dimension: Dimension, input: number): ReadQuantity {
  if (!Number.isFinite(input)) return { kind: 'unusable', message: 'must be a finite number' };
  if (dimension === 'bytes' && Math.abs(input) > MAX_EXACT) {
    return {
      kind: 'unusable',
      message: 'is above 2^53 − 1: its last digits are lost already; send a string of digits',
    };
  }
  return { kind: 'ok', value: input };
}

const finite = (value: number): ReadQuantity =>
  Number.isFinite(value) ? { kind: 'ok', value } : { kind: 'unusable', message: 'must be a finite number' };

function unknownUnit(dimension: Dimension, unit: string, digits: string): ReadQuantity {
  const meant = probablyMeant(dimension, unit);
  const hint = meant === undefined ? '' : ` (probably "${digits} ${meant}")`;
  return unreadable(dimension, `has the unit "${unit}", which is not known here${hint}`);
}

const unreadable = (dimension: Dimension, what: string): ReadQuantity => ({
  kind: 'unreadable',
  message: `${what}; send ${SYNTAX[dimension].base} as a bare number, or text like ${SYNTAX[dimension].example}`,
});

import { type Derivation, exactFormula, type Known } from '@plimsoll/trace';
import { LONG_MAX, multiplySize } from '@plimsoll/units';
import { FlinkException, ILLEGAL_ARGUMENT, type Reason } from '../flink-exception.js';

/** Flink's arithmetic on sizes fails where a `long` would overflow or a size become negative. */
const overflow = (label: string, value: bigint, keys: readonly string[]): FlinkException =>
  new FlinkException('ArithmeticException', 'long overflow', reasonOf(label, value, keys));

const negative = (label: string, value: bigint, keys: readonly string[]): FlinkException =>
  new FlinkException(ILLEGAL_ARGUMENT, 'bytes must be >= 0', reasonOf(label, value, keys));

const reasonOf = (label: string, value: bigint, keys: readonly string[]): Reason => ({
  keys,
  detail:
    value < 0n
      ? `${label} would be ${value} bytes: ${-value} bytes are missing.`
      : `${label} would be ${value} bytes, ${value - LONG_MAX} more than the largest size, ${LONG_MAX} bytes.`,
  fixes: keys.map((key) => ({ set: {}, unset: [key] })),
});

const keyOf = (from: string): string =>
  from
    .replace(/^flink:|^\/config\//, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');

/** Keys of the configuration among the origins of figures. */
export const keysOf = (figures: readonly Known[]): string[] => [
  ...new Set(figures.filter(({ from }) => from.startsWith('/config/')).map(({ from }) => keyOf(from))),
];

/** Refuses a number of bytes that Flink could not hold. */
export function checkSize(label: string, bytes: bigint, of: readonly Known[]): void {
  if (bytes > LONG_MAX) throw overflow(label, bytes, keysOf(of));
  if (bytes < 0n) throw negative(label, bytes, keysOf(of));
}

/** A size that came out of a formula, refused where Flink could not hold it. */
export function checkedSize(label: string, size: Known<'bytes'>, of: readonly Known[]): Known<'bytes'> {
  checkSize(label, size.value, of);
  return size;
}

export const FRACTION_OF = exactFormula({
  reference: 'F8.1',
  label: 'Fraction of a size',
  unit: 'bytes',
  inputs: { size: 'bytes', fraction: 'ratio' },
  text: '⌊size × fraction⌋',
  compute: ({ size, fraction }) => multiplySize(size, fraction),
  evidence: 'verified',
});

const INVERSE_FRACTION_OF = exactFormula({
  reference: 'F8.2',
  label: 'Fraction of the total of which a size is the rest',
  unit: 'bytes',
  inputs: { rest: 'bytes', fraction: 'ratio' },
  text: '⌊rest × (fraction ÷ (1 − fraction))⌋',
  compute: ({ rest, fraction }) => multiplySize(rest, fraction / (1 - fraction)),
  evidence: 'verified',
});

const WITHIN = exactFormula({
  reference: 'F8.1',
  label: 'Size within its limits',
  unit: 'bytes',
  inputs: { uncapped: 'bytes', least: 'bytes', most: 'bytes' },
  text: 'max(least, min(most, uncapped))',
  compute: ({ uncapped, least, most }) => (uncapped > most ? most : uncapped < least ? least : uncapped),
  evidence: 'verified',
});

/** A pool that is a fraction of some size, between a least and a most. */
export interface Range {
  /** As Flink's log calls it: `jvm overhead memory`. */
  readonly name: string;
  readonly label: string;
  readonly fraction: Known<'ratio'>;
  readonly least: Known<'bytes'>;
  readonly most: Known<'bytes'>;
}

/** What a range gives for a size, and which limit bound. */
export interface Ranged {
  readonly size: Known<'bytes'>;
  readonly uncapped: Known<'bytes'>;
  readonly bound: 'least' | 'most' | null;
}

/**
 * The pool of which a size is the whole (`fractionOf`) or the rest (`inverse`).
 * @see org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils#deriveWithFraction
 */
export function inRange(
  derivation: Derivation,
  key: string,
  range: Range,
  base: Known<'bytes'>,
  inverse: boolean,
): Ranged {
  const { label, fraction, least, most } = range;
  const uncapped = checkedSize(
    label,
    inverse
      ? derivation.derive(`${key}.uncapped`, INVERSE_FRACTION_OF, { rest: base, fraction })
      : derivation.derive(`${key}.uncapped`, FRACTION_OF, { size: base, fraction }),
    [base, fraction],
  );
  const bound = uncapped.value > most.value ? 'most' : uncapped.value < least.value ? 'least' : null;
  const size = derivation.derive(
    key,
    WITHIN,
    { uncapped, least, most },
    {
      uncapped: uncapped.value,
      boundBy: bound === null ? null : range[bound].from,
    },
  );
  return { size, uncapped, bound };
}

/** A size without its fraction dropped: what Flink compares a derived size with. */
export function fractionOf(size: Known<'bytes'>, fraction: Known<'ratio'>): bigint {
  const value = multiplySize(size.value, fraction.value);
  if (value > LONG_MAX) throw overflow('Fraction of a size', value, keysOf([size, fraction]));
  return value;
}

export const ARITHMETIC_FORMULAS = [FRACTION_OF, INVERSE_FRACTION_OF, WITHIN];

/**
 * The input syntax of quantities. Decimal and binary prefixes never mix: `MB` is 10^6 B, `MiB` is 2^20 B.
 * A unit is case-sensitive, for `Mb` may mean megabit or megabyte and `m` minute or milli: such spellings are refused
 * with the one that was probably meant.
 */
export type Dimension = 'bytes' | 'bytesPerSecond' | 'perSecond' | 'ms' | 'count';

const DECIMAL = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 };
const BINARY = { KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40, PiB: 2 ** 50 };
const SIZES: Readonly<Record<string, number>> = { ...DECIMAL, ...BINARY };
const BITS: Readonly<Record<string, number>> = {
  'bit/s': 1 / 8,
  'kbit/s': 1e3 / 8,
  'Mbit/s': 1e6 / 8,
  'Gbit/s': 1e9 / 8,
};
const COUNTS: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9 };

const perSecondOf = (sizes: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(sizes).map(([unit, factor]) => [`${unit}/s`, factor]));

const countRates = (): Record<string, number> => {
  const rates: Record<string, number> = {};
  for (const [prefix, factor] of Object.entries(COUNTS)) {
    rates[`${prefix}/s`] = factor;
    rates[`${prefix}/min`] = factor / 60;
    rates[`${prefix}/h`] = factor / 3600;
  }
  return rates;
};

/** Unit to factor, per dimension; the base unit has factor 1. Durations are in milliseconds. */
export const UNITS: Readonly<Record<Dimension, Readonly<Record<string, number>>>> = {
  bytes: SIZES,
  bytesPerSecond: { ...perSecondOf(SIZES), ...BITS },
  perSecond: countRates(),
  ms: { ms: 1, s: 1e3, min: 6e4, h: 3.6e6, d: 8.64e7 },
  count: COUNTS,
};

/** What a bare number means, and how a value is written: for error texts and schemas. */
export const SYNTAX: Readonly<Record<Dimension, { readonly base: string; readonly example: string }>> = {
  bytes: { base: 'bytes', example: '"2 kB" or "2 KiB"' },
  bytesPerSecond: { base: 'bytes per second', example: '"10 Gbit/s" or "500 MB/s"' },
  perSecond: { base: 'records per second', example: '"1M/s" or "60k/min"' },
  ms: { base: 'milliseconds', example: '"1 min" or "500 ms"' },
  count: { base: 'a count', example: '"500M" or "10k"' },
};

const MEANT: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>> = {
  bytes: {
    kb: 'kB',
    mb: 'MB',
    Mb: 'MB',
    gb: 'GB',
    Gb: 'GB',
    tb: 'TB',
    b: 'B',
    k: 'kB',
    K: 'kB',
    m: 'MB',
    M: 'MB',
    g: 'GB',
    G: 'GB',
  },
  bytesPerSecond: {
    'kb/s': 'kB/s',
    'mb/s': 'MB/s',
    'Mb/s': 'Mbit/s',
    'gb/s': 'GB/s',
    'Gb/s': 'Gbit/s',
    Gbit: 'Gbit/s',
    Mbit: 'Mbit/s',
    Gbps: 'Gbit/s',
    Mbps: 'Mbit/s',
    'gbit/s': 'Gbit/s',
    'mbit/s': 'Mbit/s',
  },
  perSecond: { 'm/s': 'M/s', 'K/s': 'k/s', 'g/s': 'G/s', m: 'M/s', M: 'M/s', k: 'k/s', K: 'k/s' },
  ms: {
    m: 'min',
    M: 'min',
    mins: 'min',
    minute: 'min',
    minutes: 'min',
    sec: 's',
    secs: 's',
    second: 's',
    seconds: 's',
    S: 's',
    hour: 'h',
    hours: 'h',
    H: 'h',
    day: 'd',
    days: 'd',
    D: 'd',
    MS: 'ms',
  },
  count: { m: 'M', K: 'k', g: 'G', mio: 'M', bn: 'G' },
};

/** The spelling that was probably meant, or undefined. Falls back to the same unit in another case. */
export function probablyMeant(dimension: Dimension, unit: string): string | undefined {
  const meant = MEANT[dimension] ?? {};
  if (Object.hasOwn(meant, unit)) return meant[unit];
  const lower = unit.toLowerCase();
  return Object.keys(UNITS[dimension]).find((known) => known !== '' && known.toLowerCase() === lower);
}

import type { Unit } from '@plimsoll/units';
import { fixed, NARROW, plain } from './numbers.js';

/** The unit in which a whole table or drawing is written, chosen once by its largest figure. Units are decimal. */
export interface Scale {
  /** `MB/s`; empty for what has none. */
  readonly name: string;
  readonly factor: number;
  /** In columns; two unless said otherwise. */
  readonly decimals?: number;
}

/** Each row holds for figures below `below`; the last for all above. */
const BYTES: readonly (Scale & { below: number })[] = [
  { name: 'B', factor: 1, below: 1e3 },
  { name: 'kB', factor: 1e3, below: 1e6 },
  { name: 'MB', factor: 1e6, below: 1e9 },
  { name: 'GB', factor: 1e9, below: 1e13 },
  { name: 'TB', factor: 1e12, below: 1e16 },
  { name: 'PB', factor: 1e15, below: 1e19 },
  { name: 'EB', factor: 1e18, below: 1e22 },
  { name: 'ZB', factor: 1e21, below: 1e25 },
  { name: 'YB', factor: 1e24, below: Infinity },
];
/** Rates stay in MB/s as long as they can be read so: networks are compared in it. */
const RATES: readonly (Scale & { below: number })[] = [
  { name: 'B/s', factor: 1, below: 1e3 },
  { name: 'kB/s', factor: 1e3, below: 1e6 },
  { name: 'MB/s', factor: 1e6, below: 1e11 },
  { name: 'GB/s', factor: 1e9, below: 1e13 },
  { name: 'TB/s', factor: 1e12, below: 1e16 },
  { name: 'PB/s', factor: 1e15, below: 1e19 },
  { name: 'EB/s', factor: 1e18, below: 1e22 },
  { name: 'ZB/s', factor: 1e21, below: 1e25 },
  { name: 'YB/s', factor: 1e24, below: Infinity },
];
const COUNTS: readonly (Scale & { below: number })[] = [
  { name: '', factor: 1, below: 1e6 },
  { name: 'M', factor: 1e6, below: 1e11 },
  { name: 'G', factor: 1e9, below: Infinity },
];
const RECORDS: readonly (Scale & { below: number })[] = [
  { name: '/s', factor: 1, below: 1e8 },
  { name: 'M/s', factor: 1e6, below: 1e11 },
  { name: 'G/s', factor: 1e9, below: Infinity },
];

const SCALES: Readonly<Record<Unit, readonly (Scale & { below: number })[]>> = {
  bytes: BYTES,
  bytesPerSecond: RATES,
  count: COUNTS,
  perSecond: RECORDS,
  ratio: [{ name: '', factor: 1, below: Infinity }],
  cores: [{ name: 'cores', factor: 1, below: Infinity }],
  operationsPerSecond: [
    { name: 'IOPS', factor: 1, below: 1000 },
    { name: 'IOPS', factor: 1, decimals: 0, below: Infinity },
  ],
  micros: [{ name: 'µs', factor: 1, below: Infinity }],
  ms: [{ name: 'ms', factor: 1, below: Infinity }],
};

const USUAL: Readonly<Partial<Record<Unit, string>>> = { bytesPerSecond: 'MB/s', bytes: 'GB' };

/** The scale for figures of a unit up to a largest one; where all are zero the usual one. */
export function scaleFor(unit: Unit, largest: number): Scale {
  const scales = SCALES[unit];
  const fitting =
    largest === 0
      ? scales.find((scale) => scale.name === USUAL[unit])
      : scales.find((scale) => Number(Math.abs(largest).toPrecision(4)) < scale.below);
  return fitting ?? scales[0] ?? { name: '', factor: 1 };
}

/** In a column of the scale: `952.88`. */
export const inColumn = (value: number, scale: Scale): string => fixed(value / scale.factor, scale.decimals);

/** In a sentence or drawing whose unit stands elsewhere: `952.88`, `400`. */
export const inScale = (value: number, scale: Scale): string => plain(value / scale.factor);

/** The unit alone, at the head of a table or the beginning of a caption. */
export const unitHead = ({ name }: Scale): string => (name === 'cores' ? 'Cores' : name);

export const withUnit = (text: string, name: string): string =>
  name === '' ? text : name.startsWith('/') ? `${text}${name}` : `${text}${NARROW}${name}`;

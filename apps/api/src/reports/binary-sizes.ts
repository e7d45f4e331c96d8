import type { Unit } from '@plimsoll/units';
import { arithmeticFigure, figure } from './figures.js';
import { NARROW, plain } from './numbers.js';
import { type Scale, withUnit } from './scales.js';

/** A size as a plan has it: computed, or stored, where it is digits above 2^53 − 1. */
export type Size = bigint | number | string;

export const exact = (size: Size): bigint => BigInt(size);

/** Sizes of memory are powers of two, as Flink and the JVM mean them. MiB stays as long as it can be read: its options are written in it. */
const SCALES: readonly (Scale & { below: number })[] = [
  { name: 'B', factor: 1, below: 2 ** 10 },
  { name: 'KiB', factor: 2 ** 10, below: 2 ** 20 },
  { name: 'MiB', factor: 2 ** 20, below: 100 * 2 ** 30 },
  { name: 'GiB', factor: 2 ** 30, below: 100 * 2 ** 40 },
  { name: 'TiB', factor: 2 ** 40, below: 100 * 2 ** 50 },
  { name: 'PiB', factor: 2 ** 50, below: 100 * 2 ** 60 },
  { name: 'EiB', factor: 2 ** 60, below: Infinity },
];
const MEBI: Scale = { name: 'MiB', factor: 2 ** 20 };

/** The unit of a table or drawing, chosen by its largest size. */
export const binaryScale = (largest: Size): Scale => {
  const size = Math.abs(Number(largest));
  return (size === 0 ? undefined : SCALES.find((scale) => size < scale.below)) ?? MEBI;
};

/** One size within a sentence: `8 GiB` where two decimals say it whole, else as in a table: `5800 MiB`, `786.67 MiB`. */
export function binarySize(size: Size): string {
  const value = Math.abs(Number(size));
  const whole = SCALES.findLast(
    ({ factor }) => factor > MEBI.factor && value >= factor && Number.isInteger((value * 100) / factor),
  );
  return inUnit(Number(size), whole ?? binaryScale(size));
}

/** All its digits: `824 879 800 B`. */
export const allBytes = (size: Size): string =>
  `${String(exact(size))
    .replace('-', '−')
    .replace(/\B(?=(\d{3})+$)/g, NARROW)}${NARROW}B`;

/** A figure of the memory model in a sentence: sizes binary, all else as everywhere. */
export const memoryFigure = (unit: Unit, value: number): string =>
  unit === 'bytes' ? inUnit(value, binaryScale(value)) : figure(unit, value);

/** The same within an arithmetic. */
export const memoryArithmetic = (unit: Unit, value: number): string =>
  unit === 'bytes' ? inUnit(value, binaryScale(value)) : arithmeticFigure(unit, value);

const inUnit = (value: number, { name, factor }: Scale): string => withUnit(plain(value / factor), name);

/** A size in a drawing or table whose unit stands elsewhere. */
export const inScaleOf = (size: Size, { factor }: Scale): string => plain(Number(size) / factor);

import { derive, type Figure, type Formula, type FormulaText, formula, given } from '@plimsoll/trace';
import type { Estimate } from './result.js';
import { studentT, studentTFigure } from './student-t.js';

/** A straight line through observed points by least squares, and the 95 % confidence interval of its slope. */
export interface Trend<U extends TrendUnit> {
  readonly slope: Figure<U>;
  readonly low: Figure<U>;
  readonly high: Figure<U>;
  readonly meanX: number;
  readonly meanY: number;
}

/** What grows is bytes: by each submission, or by the second. */
type TrendUnit = 'bytes' | 'bytesPerSecond';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The line takes two degrees of freedom, the interval needs one more. */
export const FEWEST_POINTS = 3;
export const MOST_POINTS = 10_000;

/** The same four formulas for every trend, under the number of the table that needs one. */
export interface TrendFormulas<U extends TrendUnit> {
  readonly slope: Formula<U, { readonly products: 'ratio'; readonly spread: 'ratio' }>;
  readonly error: Formula<
    U,
    { readonly residuals: 'ratio'; readonly points: 'count'; readonly spread: 'ratio' }
  >;
  readonly low: Formula<U, { readonly growth: U; readonly quantile: 'ratio'; readonly error: U }>;
  readonly high: Formula<U, { readonly growth: U; readonly quantile: 'ratio'; readonly error: U }>;
}

export function trendFormulas<U extends TrendUnit>(
  reference: string,
  label: string,
  unit: U,
): TrendFormulas<U> {
  const limit = { growth: unit, quantile: 'ratio', error: unit } as const;
  return {
    slope: formula({
      reference,
      label: `${label}, by least squares`,
      unit,
      inputs: { products: 'ratio', spread: 'ratio' },
      text: 'products ÷ spread',
      compute: ({ products, spread }) => products / spread,
    }),
    error: formula({
      reference,
      label: `${label}, standard error`,
      unit,
      inputs: { residuals: 'ratio', points: 'count', spread: 'ratio' },
      text: '√(residuals ÷ (points − 2) ÷ spread)',
      compute: ({ residuals, points, spread }) => Math.sqrt(residuals / (points - 2) / spread),
    }),
    low: formula({
      reference,
      label: `${label}, lower end of its 95 % confidence interval`,
      unit,
      inputs: limit,
      text: 'growth − quantile × error',
      compute: ({ growth, quantile, error }) => growth - quantile * error,
    }),
    high: formula({
      reference,
      label: `${label}, upper end of its 95 % confidence interval`,
      unit,
      inputs: limit,
      text: 'growth + quantile × error',
      compute: ({ growth, quantile, error }) => growth + quantile * error,
    }),
  };
}

export const textsOf = <U extends TrendUnit>(by: TrendFormulas<U>): readonly FormulaText[] => [
  by.slope,
  by.error,
  by.low,
  by.high,
];

/** A line as plain numbers: sums of squares and products around the means, and what the line leaves of the squares. */
interface Line {
  readonly meanX: number;
  readonly meanY: number;
  readonly sumXX: number;
  readonly sumXY: number;
  readonly residuals: number;
}

/** Sums are taken from the first point on, so that a level series is exactly level. */
function lineThrough(observed: readonly Point[]): Line {
  const first = observed[0] ?? { x: 0, y: 0 };
  const shifted = observed.map(({ x, y }) => ({ x: x - first.x, y: y - first.y }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(shifted.map(({ x }) => x));
  const meanY = mean(shifted.map(({ y }) => y));
  let [sumXX, sumXY] = [0, 0];
  for (const { x, y } of shifted) {
    sumXX += (x - meanX) ** 2;
    sumXY += (x - meanX) * (y - meanY);
  }
  const slope = sumXY / sumXX;
  let residuals = 0;
  for (const { x, y } of shifted) residuals += (y - meanY - slope * (x - meanX)) ** 2;
  return { meanX: meanX + first.x, meanY: meanY + first.y, sumXX, sumXY, residuals };
}

/**
 * Whether growth ends within the series, as it does while a process warms up: the second half alone is surely less than half as
 * steep as the line through all points, and surely flatter than the first half.
 */
export function levelsOff(observed: readonly Point[]): boolean {
  const half = Math.floor(observed.length / 2);
  const [before, after] = [observed.slice(0, half), observed.slice(-half)].map(slopeWithin);
  const all = slopeWithin(observed);
  if (before === undefined || after === undefined || before === null || after === null || all === null) {
    return false;
  }
  return 2 * after.high < all.value && after.high < before.low;
}

/** Null where too few points differ in x for an interval. */
function slopeWithin(observed: readonly Point[]): Estimate | null {
  if (observed.length < FEWEST_POINTS) return null;
  const { sumXX, sumXY, residuals } = lineThrough(observed);
  if (sumXX === 0) return null;
  const value = sumXY / sumXX;
  const freedom = observed.length - 2;
  const reach = studentT(freedom) * Math.sqrt(residuals / freedom / sumXX);
  return { value, low: value - reach, high: value + reach };
}

/**
 * The trend of at least three points with different x. Its sums enter the trace as they are.
 */
export function trendOf<U extends TrendUnit>(
  key: string,
  by: TrendFormulas<U>,
  observed: readonly Point[],
  pointer: string,
): Trend<U> {
  const { meanX, meanY, sumXX, sumXY, residuals } = lineThrough(observed);
  const plain = (value: number) => given('ratio', value, pointer);
  const spread = plain(sumXX);
  const slope = derive(key, by.slope, { products: plain(sumXY), spread });
  const points = given('count', observed.length, pointer);
  const error = derive(`${key}.error`, by.error, { residuals: plain(residuals), points, spread });
  const quantile = studentTFigure(observed.length - 2);
  const ends = { growth: slope, quantile, error };
  return {
    slope,
    low: derive(`${key}.low`, by.low, ends),
    high: derive(`${key}.high`, by.high, ends),
    meanX,
    meanY,
  };
}

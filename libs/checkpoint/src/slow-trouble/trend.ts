import { derive, type Figure, type Formula, type FormulaText, formula, given } from '@plimsoll/trace';
import { studentTFigure } from './student-t.js';

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

/**
 * The trend of at least three points with different x. Sums are taken from the first point on, so that a level series is exactly
 * level; they enter the trace as they are.
 */
export function trendOf<U extends TrendUnit>(
  key: string,
  by: TrendFormulas<U>,
  observed: readonly Point[],
  pointer: string,
): Trend<U> {
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
  const slopeValue = sumXY / sumXX;
  let squares = 0;
  for (const { x, y } of shifted) squares += (y - meanY - slopeValue * (x - meanX)) ** 2;
  const plain = (value: number) => given('ratio', value, pointer);
  const spread = plain(sumXX);
  const slope = derive(key, by.slope, { products: plain(sumXY), spread });
  const points = given('count', observed.length, pointer);
  const error = derive(`${key}.error`, by.error, { residuals: plain(squares), points, spread });
  const quantile = studentTFigure(observed.length - 2);
  const ends = { growth: slope, quantile, error };
  return {
    slope,
    low: derive(`${key}.low`, by.low, ends),
    high: derive(`${key}.high`, by.high, ends),
    meanX: meanX + first.x,
    meanY: meanY + first.y,
  };
}

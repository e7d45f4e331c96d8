/** A value that is whole but for rounding is not rounded once more. */
const ROUNDING = 1e-12;

const wholeOr = (value: number, otherwise: (value: number) => number): number => {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= ROUNDING * Math.abs(value) ? nearest : otherwise(value);
};

export const wholeBelow = (value: number): number => wholeOr(value, Math.floor);
export const wholeAbove = (value: number): number => wholeOr(value, Math.ceil);

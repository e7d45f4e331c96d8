/** The largest of sizes that are counted to the byte. */
export const largest = (...sizes: readonly bigint[]): bigint => sizes.reduce((a, b) => (b > a ? b : a));

export const smallest = (...sizes: readonly bigint[]): bigint => sizes.reduce((a, b) => (b < a ? b : a));

/** A quotient that is no whole number counts as the next one. Neither may be negative. */
export const dividedUp = (size: bigint, by: bigint): bigint => (size + by - 1n) / by;

/** The next multiple of a step, or the size itself where it is one. */
export const roundedUp = (size: bigint, step: bigint): bigint => dividedUp(size, step) * step;

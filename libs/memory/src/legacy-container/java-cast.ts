import { LONG_MAX } from '@plimsoll/units';

const LONG_MIN = -LONG_MAX - 1n;

/** Java's `(long)` of a finite floating point number: towards zero, within 64 bits. */
export function javaLong(value: number): bigint {
  if (value >= Number(LONG_MAX)) return LONG_MAX;
  return value <= Number(LONG_MIN) ? LONG_MIN : BigInt(Math.trunc(value));
}

/** Java's product of a `long` and a `float`: the long becomes a float first, and so does the product. */
export const float32Product = (whole: bigint, float: number): number =>
  Math.fround(Math.fround(Number(whole)) * float);

/** What a `long` holds after an addition that leaves its 64 bits. */
export const wrapped = (value: bigint): bigint => BigInt.asIntN(64, value);

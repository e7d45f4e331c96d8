/** A number 0.d₁d₂… × 10^point. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** A positive float, `significand × 2^exponent`, and how many of its bits are known. */
interface Binary {
  readonly significand: bigint;
  readonly exponent: number;
  readonly known: number;
}

const HIDDEN_BIT = 2 ** 23;
const bits = new DataView(new ArrayBuffer(4));

/**
 * A float as Java up to version 18 writes it, and with it every Flink before 1.10: `0.1`, `1.0`, `1.12589991E15`. These are not
 * always the fewest digits that name the float; of a few floats about 10^25 Java itself leaves the last digit unrounded.
 * @see java.lang.Float#toString(float)
 */
export function javaFloatText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0.0`;
  const { digits, point } = decimalOf(binaryOf(Math.abs(value)));
  if (point > 0 && point < 8) {
    return `${sign}${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point) || '0'}`;
  }
  if (point <= 0 && point > -3) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${point - 1}`;
}

function binaryOf(magnitude: number): Binary {
  bits.setFloat32(0, magnitude);
  const fraction = bits.getUint32(0) % HIDDEN_BIT;
  const biased = bits.getUint32(0) >>> 23;
  return biased > 0
    ? { significand: BigInt(fraction + HIDDEN_BIT), exponent: biased - 150, known: 24 }
    : { significand: BigInt(fraction), exponent: -149, known: 32 - Math.clz32(fraction) };
}

function decimalOf(binary: Binary): Decimal {
  const { significand, exponent, known } = binary;
  const highest = exponent + known - 1;
  const whole = exponent >= 0 ? significand << BigInt(exponent) : significand >> BigInt(-exponent);
  const isWhole = exponent >= 0 || whole << BigInt(-exponent) === significand;
  return isWhole && highest <= 62 ? wholeDecimal(whole, highest - known) : fractionDecimal(binary, highest);
}

/** A whole number without the digits that its lowest known bit cannot tell apart, rounded half up. */
function wholeDecimal(whole: bigint, unknownBits: number): Decimal {
  const dropped = unknownBits > 2 ? Math.floor((unknownBits - 1) * Math.LOG10E * Math.LN2) : 0;
  const scale = 10n ** BigInt(dropped);
  const kept = String(whole / scale + (dropped > 0 && whole % scale >= scale / 2n ? 1n : 0n));
  return { digits: kept.replace(/0+$/, ''), point: kept.length + dropped };
}

/** Digit by digit, until what is written lies within half the distance to the next float. */
function fractionDecimal({ significand, exponent, known }: Binary, highest: number): Decimal {
  const isPowerOfTwo = (significand & (significand - 1n)) === 0n;
  const estimate = decimalExponent(significand, known, highest);
  const [tensUp, tensDown] = [10n ** BigInt(Math.max(-estimate, 0)), 10n ** BigInt(Math.max(estimate, 0))];
  let margin = (isPowerOfTwo ? 1n : 2n) * tensUp * 2n ** BigInt(Math.max(exponent, 0));
  let rest = 4n * significand * tensUp * 2n ** BigInt(Math.max(exponent, 0));
  const unit = 4n * tensDown * 2n ** BigInt(Math.max(-exponent, 0));
  let point = estimate + 1;
  let digits = '';
  let [low, high] = [false, false];
  const next = (): bigint => {
    const digit = rest / unit;
    rest = 10n * (rest % unit);
    margin *= 10n;
    low = rest < margin;
    high = rest + margin > 10n * unit;
    return digit;
  };
  const first = next();
  if (first === 0n && !high) point -= 1;
  else digits += String(first);
  if (point - 1 < -3 || point - 1 >= 8) [low, high] = [false, false];
  while (!low && !high) digits += String(next());
  const belowHalf = 2n * rest - 10n * unit;
  const isOdd = Number(digits.at(-1)) % 2 === 1;
  const up = high && (!low || belowHalf > 0n || (belowHalf === 0n && isOdd));
  return up ? roundedUp({ digits, point }) : { digits, point };
}

/** The power of ten of a number's first digit, or one above it: Java's own estimate, whose errors show in the digits. */
function decimalExponent(significand: bigint, known: number, highest: number): number {
  const between1And2 = Number(significand) / 2 ** (known - 1);
  return Math.floor((between1And2 - 1.5) * 0.289529654 + 0.176091259 + highest * 0.301029995663981);
}

function roundedUp({ digits, point }: Decimal): Decimal {
  const raised = String(BigInt(digits) + 1n).padStart(digits.length, '0');
  return raised.length > digits.length
    ? { digits: raised.slice(0, digits.length), point: point + 1 }
    : { digits: raised, point };
}

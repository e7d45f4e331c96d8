/** Bytes as an exact decimal, `unscaled × 10^−scale`; how it is written depends on both. */
interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

const BINARY: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };
const DECIMAL: Readonly<Record<string, number>> = { '': 0, M: 6, G: 9, T: 12, P: 15, E: 18 };

/** The first of these letters begins the unit. */
const UNIT = /[eEinumkKMGTP]/;
const AMOUNT = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const EXPONENT = /^[+-]?\d{1,10}$/;
/** Powers are kept to so many digits. */
const DIGITS = 16;
const MOST_TENS = 1000;
const LONGEST = 200;

/**
 * The bytes of a Kubernetes quantity as the operator writes them: blanks dropped, capitals (so that `m` means 10^6), a closing
 * `B` ignored, then multiplied as decimals, whose text keeps `.0` and takes an exponent above 16 digits.
 * @returns null where the operator throws
 */
export function operatorQuantityText(text: string): string | null {
  const spelled = inQuantitySpelling(text);
  if (spelled.length > LONGEST) return null;
  const at = spelled.search(UNIT);
  const amount = decimalOf(at < 0 ? spelled : spelled.slice(0, at));
  const multiple = multipleOf(at < 0 ? '' : spelled.slice(at));
  if (amount === null || multiple === null) return null;
  return decimalText({
    unscaled: amount.unscaled * multiple.unscaled,
    scale: amount.scale + multiple.scale,
  });
}

function inQuantitySpelling(text: string): string {
  const capitals = text.trim().replace(/\s/g, '').toUpperCase();
  const withoutB = capitals.endsWith('B') ? capitals.slice(0, -1) : capitals;
  return withoutB.endsWith('I') ? `${withoutB.slice(0, -1)}i` : withoutB;
}

function decimalOf(amount: string): Decimal | null {
  if (!AMOUNT.test(amount)) return null;
  const negative = amount.startsWith('-');
  const [before = '', after = ''] = amount.replace(/^[+-]/, '').split('.');
  const unscaled = BigInt(before + after);
  return { unscaled: negative ? -unscaled : unscaled, scale: after.length };
}

function multipleOf(unit: string): Decimal | null {
  if (/\d/.test(unit)) {
    const tens = unit.slice(1);
    return EXPONENT.test(tens) && Math.abs(Number(tens)) <= MOST_TENS ? powerOfTen(Number(tens)) : null;
  }
  const twos = Object.hasOwn(BINARY, unit) ? BINARY[unit] : undefined;
  if (twos !== undefined) return rounded(2n ** twos);
  const tens = Object.hasOwn(DECIMAL, unit) ? DECIMAL[unit] : undefined;
  return tens === undefined ? null : powerOfTen(tens);
}

const powerOfTen = (tens: number): Decimal =>
  tens < 0 ? { unscaled: 1n, scale: -tens } : rounded(10n ** BigInt(tens));

/** A whole number to 16 digits, half up. */
function rounded(value: bigint): Decimal {
  const dropped = String(value).length - DIGITS;
  if (dropped <= 0) return { unscaled: value, scale: 0 };
  const unit = 10n ** BigInt(dropped);
  return { unscaled: (value + unit / 2n) / unit, scale: -dropped };
}

/** `java.math.BigDecimal#toString`: with an exponent where the scale is below 0 or the number below 10^−6. */
function decimalText({ unscaled, scale }: Decimal): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = String(unscaled < 0n ? -unscaled : unscaled);
  if (scale === 0) return sign + digits;
  const exponent = digits.length - 1 - scale;
  if (scale > 0 && exponent >= -6) {
    const padded = digits.padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }
  const mantissa = digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
  return exponent === 0 ? sign + mantissa : `${sign}${mantissa}E${exponent > 0 ? '+' : ''}${exponent}`;
}

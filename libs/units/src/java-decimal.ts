import { type JavaResult, javaTrim, returned, thrown } from './java.js';

const DECIMAL = /^([+-]?)(?:NaN|Infinity|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)$/;
const HEXADECIMAL = /^([+-]?)0[xX]([\da-fA-F]*)(?:\.([\da-fA-F]*))?[pP]([+-]?\d+)[fFdD]?$/;
const TWO_POINTS = /^[+-]?\d*\.\d*\./;
const SUFFIX = /[fFdD]$/;

/**
 * `java.lang.Double#parseDouble`: decimal and hexadecimal, with an exponent, a suffix, `NaN` and `Infinity`.
 * @see java.lang.Double#valueOf(String)
 */
export function parseJavaDouble(text: string): JavaResult<number> {
  const trimmed = javaTrim(text);
  if (trimmed === '') return thrown('NumberFormatException', 'empty String');
  if (DECIMAL.test(trimmed)) return returned(Number(withoutSuffix(trimmed)));
  const [whole, sign, before = '', after = '', exponent] = HEXADECIMAL.exec(trimmed) ?? [];
  if (whole !== undefined && before + after !== '') {
    const magnitude = Number(BigInt(`0x${before}${after}`)) * 2 ** (Number(exponent) - 4 * after.length);
    return returned(sign === '-' ? -magnitude : magnitude);
  }
  return thrown(
    'NumberFormatException',
    TWO_POINTS.test(trimmed) ? 'multiple points' : `For input string: "${trimmed}"`,
  );
}

const withoutSuffix = (text: string): string => (text.endsWith('Infinity') ? text : text.replace(SUFFIX, ''));

/**
 * `java.lang.Float#parseFloat`, widened to a double: the float nearest to the text. Rounding to a double first and to a float
 * then would miss it where the double lies half way between two floats.
 */
export function parseJavaFloat(text: string): JavaResult<number> {
  const double = parseJavaDouble(text);
  if (double.kind === 'thrown') return double;
  const value = double.value;
  const float = Math.fround(value);
  if (float === value || !Number.isFinite(float) || HEXADECIMAL.test(javaTrim(text))) return returned(float);
  const other = neighbour(float, value);
  if (Math.abs(float - value) !== Math.abs(other - value)) return returned(float);
  const side = compareWithText(value, withoutSuffix(javaTrim(text)));
  if (side === 0) return returned(float);
  return returned(side > 0 ? Math.min(float, other) : Math.max(float, other));
}

const bits = new DataView(new ArrayBuffer(8));

/** The float next to one, on the side of a value. */
function neighbour(float: number, towards: number): number {
  bits.setFloat32(0, float);
  const away = towards > float === float >= 0;
  bits.setInt32(0, bits.getInt32(0) + (away ? 1 : -1));
  return bits.getFloat32(0);
}

/** Above 0 where the double is larger than the decimal that the text spells, below where it is smaller. */
function compareWithText(value: number, text: string): number {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [before = '', after = ''] = mantissa.replace('+', '').split('.');
  const tens = Number(exponent) - after.length;
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const twos = Number((raw >> 52n) & 0x7ffn);
  const magnitude = (raw & (2n ** 52n - 1n)) | (twos === 0 ? 0n : 2n ** 52n);
  const double = (value < 0 ? -1n : 1n) * magnitude;
  const power = Math.max(twos, 1) - 1075;
  const decimal = BigInt(`${before}${after}` || '0');
  const left = double * 2n ** BigInt(Math.max(power, 0)) * 10n ** BigInt(Math.max(-tens, 0));
  const right = decimal * 10n ** BigInt(Math.max(tens, 0)) * 2n ** BigInt(Math.max(-power, 0));
  return left > right ? 1 : left < right ? -1 : 0;
}

/** A double as the fraction `digits ÷ 10^places` of its shortest decimal text: what `BigDecimal.valueOf(double)` holds. */
export function shortestDecimal(value: number): { readonly digits: bigint; readonly scale: bigint } {
  const known = decimals.get(value);
  if (known !== undefined) return known;
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [before = '0', after = ''] = mantissa.split('.');
  const places = after.length - Number(exponent);
  const digits = BigInt(before + after);
  const decimal =
    places >= 0
      ? { digits, scale: 10n ** BigInt(places) }
      : { digits: digits * 10n ** BigInt(-places), scale: 1n };
  if (decimals.size < MOST_KEPT) decimals.set(value, decimal);
  return decimal;
}

/** The same few fractions come again in every configuration. */
const decimals = new Map<number, { readonly digits: bigint; readonly scale: bigint }>();
const MOST_KEPT = 1024;

/** What a method of Java gives: a value, or the exception that it throws. */
export type JavaResult<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'thrown'; readonly exception: string; readonly message: string };

export const returned = <T>(value: T): JavaResult<T> => ({ kind: 'value', value });

/** @param exception simple name of the class: `NumberFormatException` */
export const thrown = (exception: string, message: string): JavaResult<never> => ({
  kind: 'thrown',
  exception,
  message,
});

export const LONG_MAX = 2n ** 63n - 1n;
const INT_MAX = 2n ** 31n - 1n;

const MOST_DIGITS = 60;
const LEADING_ZEROS = /^0+(?=.)/;

/** The value of ASCII digits; of more than anything here holds, some number that is too large as well: a long text costs nothing. */
export const wholeNumber = (digits: string): bigint =>
  BigInt(digits.replace(LEADING_ZEROS, '').slice(0, MOST_DIGITS));

/** `java.lang.String#trim`: what is no larger than a blank goes, and nothing else. */
export function javaTrim(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && text.charCodeAt(from) <= BLANK) from += 1;
  while (to > from && text.charCodeAt(to - 1) <= BLANK) to -= 1;
  return text.slice(from, to);
}

const BLANK = 0x20;
const SIGNED_DIGITS = /^[+-]?\p{Nd}+$/u;
const SIGN = /^[+-]/;
const OTHER_DIGIT = /[^\d+-]/g;
const DIGIT = /\p{Nd}/u;

/** `java.lang.Long#parseLong`: digits of any script with a sign, no blanks. */
export const parseJavaLong = (text: string): JavaResult<bigint> => parseWhole(text, LONG_MAX);

/** `java.lang.Integer#parseInt`. */
export function parseJavaInt(text: string): JavaResult<number> {
  const whole = parseWhole(text, INT_MAX);
  return whole.kind === 'value' ? returned(Number(whole.value)) : whole;
}

function parseWhole(text: string, most: bigint): JavaResult<bigint> {
  const refused = thrown('NumberFormatException', `For input string: "${text}"`);
  if (!SIGNED_DIGITS.test(text) || hasSurrogates(text)) return refused;
  const ascii = text.replace(OTHER_DIGIT, asciiDigit);
  const magnitude = wholeNumber(ascii.replace(SIGN, ''));
  const value = ascii.startsWith('-') ? -magnitude : magnitude;
  return value > most || value < -most - 1n ? refused : returned(value);
}

const hasSurrogates = (text: string): boolean => /[\ud800-\udfff]/.test(text);

/** The ten digits of a script follow each other, from zero. */
function asciiDigit(digit: string): string {
  const point = digit.charCodeAt(0);
  let before = 0;
  while (DIGIT.test(String.fromCharCode(point - before - 1))) before += 1;
  return String(before % 10);
}

/** How Flink reads a boolean option. */
export function parseFlinkBoolean(text: string): JavaResult<boolean> {
  const upper = text.toUpperCase();
  if (upper === 'TRUE') return returned(true);
  if (upper === 'FALSE') return returned(false);
  return thrown(
    'IllegalArgumentException',
    `Unrecognized option for boolean: ${text}. Expected either true or false(case insensitive)`,
  );
}

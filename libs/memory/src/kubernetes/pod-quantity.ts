import { LONG_MAX, type Outcome, ok, rejected } from '@plimsoll/units';
import { dividedUp, smallest } from '../whole-sizes.js';

/** Powers of two, powers of ten, and below one: what may follow the number. `k` is small, `K` alone does not exist. */
const BINARY: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };
const DECIMAL: Readonly<Record<string, number>> = {
  '': 0,
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const QUANTITY = /^\+?(\d+\.?\d*|\.\d+)([A-Za-z]*)$/;
const WITH_EXPONENT = /^\+?(\d+\.?\d*|\.\d+)[eE]([+-]?\d{1,19})$/;
const LONGEST = 100;

/**
 * A Kubernetes quantity of memory in bytes: `8Gi`, `2048Mi`, `2G` (2 × 10⁹), `1.5Gi`, `2147483648`, `2e9`, `100m` (a tenth of a
 * byte). Fractions of a byte are rounded up and what is above 2^63 − 1 is 2^63 − 1, both as Kubernetes does. Negative ones, and
 * texts that Kubernetes does not read, are rejected.
 * @see k8s.io/apimachinery/pkg/api/resource, ParseQuantity
 */
export function parsePodQuantity(text: string, pointer = ''): Outcome<bigint> {
  const exact = text.length > LONGEST ? undefined : magnitude(text);
  if (exact === undefined) {
    return rejected({ pointer, received: text, message: refusal(text) });
  }
  return ok(smallest(dividedUp(exact.digits, exact.scale), LONG_MAX));
}

/** Bytes as `digits ÷ scale`. */
interface Magnitude {
  readonly digits: bigint;
  readonly scale: bigint;
}

function magnitude(text: string): Magnitude | undefined {
  const [, mantissa, exponent] = WITH_EXPONENT.exec(text) ?? [];
  if (mantissa !== undefined) return timesTen(mantissa, Number(exponent));
  const [, number, suffix = ''] = QUANTITY.exec(text) ?? [];
  if (number === undefined) return undefined;
  const twos = Object.hasOwn(BINARY, suffix) ? BINARY[suffix] : undefined;
  if (twos !== undefined) {
    const { digits, scale } = timesTen(number, 0);
    return { digits: digits << twos, scale };
  }
  const tens = Object.hasOwn(DECIMAL, suffix) ? DECIMAL[suffix] : undefined;
  return tens === undefined ? undefined : timesTen(number, tens);
}

/** Beyond any size either way: a larger power of ten changes no result. */
const MOST_TENS = 2 * LONGEST;

function timesTen(number: string, tens: number): Magnitude {
  const [before = '', after = ''] = number.split('.');
  const places = Math.max(-MOST_TENS, Math.min(tens - after.length, MOST_TENS));
  const digits = BigInt(before + after);
  return places < 0
    ? { digits, scale: 10n ** BigInt(-places) }
    : { digits: digits * 10n ** BigInt(places), scale: 1n };
}

const ALMOST = /^\s*(\d+(?:[.,]\d+)?)\s*([kmgtpe])?i?(?:b|bytes?)?\s*$/i;
const EXAMPLES = 'write a number with Ki, Mi, Gi, Ti, Pi or Ei (powers of 1024) as in "8Gi", or bytes';

function refusal(text: string): string {
  if (/^-/.test(text))
    return 'a pod cannot have less than no memory: write a quantity from 0 up, as in "8Gi"';
  if (text.trim() === '') return `this is no quantity of memory: ${EXAMPLES}`;
  if (text.length > LONGEST) return `no quantity of memory has more than ${LONGEST} characters: ${EXAMPLES}`;
  const [, number, prefix] = ALMOST.exec(text) ?? [];
  if (number === undefined) return `this is no quantity as Kubernetes reads it: ${EXAMPLES}`;
  const unit = prefix === undefined ? '' : `${prefix.toUpperCase()}i`;
  return `Kubernetes does not read this: probably "${number.replace(',', '.')}${unit}" is meant`;
}

/** What to say of a quantity in thousandths, which hardly ever is meant; null for all others. */
export const milliRemark = (text: string): string | null =>
  /\dm$/.test(text)
    ? `In Kubernetes "${text}" is thousandths of a byte; megabytes are "${text.slice(0, -1)}Mi".`
    : null;

import { type JavaResult, javaTrim, LONG_MAX, returned, thrown, wholeNumber } from './java.js';
import { shortestDecimal } from './java-decimal.js';

const UNITS: readonly { readonly labels: readonly string[]; readonly bytes: bigint }[] = [
  { labels: ['b', 'bytes'], bytes: 1n },
  { labels: ['k', 'kb', 'kibibytes'], bytes: 2n ** 10n },
  { labels: ['m', 'mb', 'mebibytes'], bytes: 2n ** 20n },
  { labels: ['g', 'gb', 'gibibytes'], bytes: 2n ** 30n },
  { labels: ['t', 'tb', 'tebibytes'], bytes: 2n ** 40n },
];

const FACTORS = new Map(UNITS.flatMap(({ labels, bytes }) => labels.map((label) => [label, bytes] as const)));
const ALL_UNITS = UNITS.map(({ labels }) => `(${labels.join(' | ')})`).join(' / ');

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * A size of a Flink configuration (`1530m`, `2 gb`, `1024`): ASCII digits and one of Flink's own units, all of them powers of
 * 1024; without a unit bytes. At most 2^63 − 1.
 * @see org.apache.flink.configuration.MemorySize#parseBytes
 */
export function parseMemorySize(text: string): JavaResult<bigint> {
  const trimmed = javaTrim(text);
  if (trimmed === '') {
    return thrown('IllegalArgumentException', 'argument is an empty- or whitespace-only string');
  }
  let end = 0;
  while (end < trimmed.length && isDigit(trimmed.charCodeAt(end))) end += 1;
  if (end === 0) return thrown('NumberFormatException', 'text does not start with a number');
  const digits = trimmed.slice(0, end);
  const value = wholeNumber(digits);
  if (value > LONG_MAX) {
    return thrown(
      'IllegalArgumentException',
      `The value '${digits}' cannot be re represented as 64bit number (numeric overflow).`,
    );
  }
  const label = javaTrim(trimmed.slice(end)).toLowerCase();
  const factor = label === '' ? 1n : FACTORS.get(label);
  if (factor === undefined) {
    return thrown(
      'IllegalArgumentException',
      `Memory size unit '${label}' does not match any of the recognized units: ${ALL_UNITS}`,
    );
  }
  const bytes = value * factor;
  if (bytes <= LONG_MAX) return returned(bytes);
  return thrown(
    'IllegalArgumentException',
    `The value '${text}' cannot be re represented as 64bit number of bytes (numeric overflow).`,
  );
}

/** A size as Flink writes it into a configuration: in the largest unit that leaves a whole number (`1530 mb`). */
export function memorySizeText(bytes: bigint): string {
  const at = UNITS.findIndex((unit) => bytes % unit.bytes !== 0n);
  const unit = at < 0 ? UNITS[0] : UNITS[at - 1];
  return unit === undefined ? `${bytes} bytes` : `${bytes / unit.bytes} ${unit.labels[1]}`;
}

/** A size as Flink's messages show it: `1.494gb (1604321280 bytes)`. */
export function memorySizeForPeople(bytes: bigint): string {
  const unit = UNITS.findLast((candidate) => bytes > candidate.bytes);
  if (unit === undefined || unit.bytes === 1n) return `${bytes} bytes`;
  return `${threePlaces(Number(bytes) / Number(unit.bytes))}${unit.labels[1]} (${bytes} bytes)`;
}

/** Java's `%.3f`: the shortest decimal text of the number, rounded half up. */
function threePlaces(value: number): string {
  const { digits, scale } = shortestDecimal(value);
  const thousandths = (digits * 2000n + scale) / (2n * scale);
  return `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}`;
}

/**
 * A size times a fraction, as Flink multiplies: exact over the fraction's shortest decimal text, fractions of a byte dropped.
 * The product may exceed 2^63 − 1, which Flink refuses.
 * @see org.apache.flink.configuration.MemorySize#multiply
 */
export function multiplySize(bytes: bigint, fraction: number): bigint {
  const { digits, scale } = shortestDecimal(fraction);
  return (bytes * digits) / scale;
}

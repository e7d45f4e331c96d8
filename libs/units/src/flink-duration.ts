import { type FlinkVersion, isFrom } from './flink-version.js';
import { parseIsoDuration } from './iso-duration.js';
import { type JavaResult, javaTrim, LONG_MAX, returned, thrown, wholeNumber } from './java.js';

/** Units of time as Flink reads them, in any case. */
const UNITS = [
  { name: 'DAYS', labels: ['d', 'day', 'days'], nanos: 86_400_000_000_000n },
  { name: 'HOURS', labels: ['h', 'hour', 'hours'], nanos: 3_600_000_000_000n },
  { name: 'MINUTES', labels: ['min', 'm', 'minute', 'minutes'], nanos: 60_000_000_000n },
  { name: 'SECONDS', labels: ['s', 'sec', 'secs', 'second', 'seconds'], nanos: 1_000_000_000n },
  {
    name: 'MILLISECONDS',
    labels: ['ms', 'milli', 'millis', 'millisecond', 'milliseconds'],
    nanos: 1_000_000n,
  },
  { name: 'MICROSECONDS', labels: ['µs', 'micro', 'micros', 'microsecond', 'microseconds'], nanos: 1000n },
  { name: 'NANOSECONDS', labels: ['ns', 'nano', 'nanos', 'nanosecond', 'nanoseconds'], nanos: 1n },
] as const;

const MILLI = 1_000_000n;
const SECOND = 1_000_000_000n;
const LEADING_DIGITS = /^[0-9]*/;

/** The newest rules of reading. */
const NEWEST: FlinkVersion = { major: 2, minor: 3 };

/**
 * A duration of a Flink configuration (`1 min`, `60 s`, `500`), in nanoseconds: a number without a unit is milliseconds. The
 * label `m` is read from Flink 1.15 on, ISO 8601 (`PT1M`) from 2.1 on, and numbers above 2^63 − 1 from 2.0 on.
 * @see org.apache.flink.util.TimeUtils#parseDuration
 */
export function parseFlinkDuration(text: string, version: FlinkVersion = NEWEST): JavaResult<bigint> {
  const trimmed = javaTrim(text);
  if (trimmed === '') {
    return thrown('IllegalArgumentException', 'argument is an empty- or whitespace-only string');
  }
  const digits = LEADING_DIGITS.exec(trimmed)?.[0] ?? '';
  if (digits === '') return withoutNumber(trimmed, version);
  const value = wholeNumber(digits);
  const unbounded = isFrom(version, 2, 0);
  if (value > LONG_MAX && !unbounded) {
    return thrown(
      'IllegalArgumentException',
      `The value '${digits}' cannot be re represented as 64bit number (numeric overflow).`,
    );
  }
  const label = javaTrim(trimmed.slice(digits.length)).toLowerCase();
  const nanos = label === '' ? MILLI : unitOf(label, version);
  if (nanos === undefined) return unknownLabel(label, version);
  if ((value * nanos) / SECOND <= LONG_MAX) return returned(value * nanos);
  return unbounded
    ? thrown(
        'IllegalArgumentException',
        `The value '${digits}' cannot be represented as Duration (numeric overflow).`,
      )
    : thrown('ArithmeticException', 'long overflow');
}

/**
 * The same in milliseconds, fractions of one kept.
 * @returns undefined where Flink would refuse the text
 */
export function flinkDurationMs(text: string, version?: FlinkVersion): number | undefined {
  const nanos = parseFlinkDuration(text, version);
  return nanos.kind === 'value' ? Number(nanos.value) / Number(MILLI) : undefined;
}

const readsM = (version: FlinkVersion): boolean => isFrom(version, 1, 15);

const labelsOf = (unit: (typeof UNITS)[number], version: FlinkVersion): readonly string[] =>
  readsM(version) ? unit.labels : unit.labels.filter((label) => label !== 'm');

const unitOf = (label: string, version: FlinkVersion): bigint | undefined =>
  UNITS.find((unit) => labelsOf(unit, version).includes(label))?.nanos;

const unknownLabel = (label: string, version: FlinkVersion): JavaResult<never> =>
  thrown(
    'IllegalArgumentException',
    `Time interval unit label '${label}' does not match any of the recognized units: ${UNITS.map(
      (unit) => `${unit.name}: (${labelsOf(unit, version).join(' | ')})`,
    ).join(', ')}`,
  );

function withoutNumber(trimmed: string, version: FlinkVersion): JavaResult<bigint> {
  const refused = 'text does not start with a number';
  if (!isFrom(version, 2, 1)) return thrown('NumberFormatException', refused);
  const nanos = parseIsoDuration(trimmed);
  if (nanos === undefined) {
    return thrown(
      'NumberFormatException',
      `${refused}, and is not a valid ISO-8601 duration format: ${trimmed}`,
    );
  }
  return nanos < 0n ? thrown('NumberFormatException', 'negative duration is not supported') : returned(nanos);
}

/**
 * A duration as Flink writes it into a configuration: in the largest unit that leaves a whole number (`90 s`). Up to 1.17 whole
 * days come as milliseconds; up to 1.20 a duration above 2^63 − 1 nanoseconds cannot be written.
 * @see org.apache.flink.util.TimeUtils#formatWithHighestUnit
 */
export function flinkDurationText(nanos: bigint, version: FlinkVersion = NEWEST): JavaResult<string> {
  if (nanos > LONG_MAX && !isFrom(version, 2, 0)) return thrown('ArithmeticException', 'long overflow');
  const wholeDays = nanos % UNITS[0].nanos === 0n;
  const inMillis = nanos === 0n || (wholeDays && !isFrom(version, 1, 18));
  const unit = UNITS.find((candidate) => nanos % candidate.nanos === 0n);
  if (inMillis || unit === undefined) return returned(`${nanos / MILLI} ms`);
  return returned(`${nanos / unit.nanos} ${unit.labels[0]}`);
}

/** Labels of time units as Flink reads them, in any case, to milliseconds. */
const UNITS: readonly { readonly labels: readonly string[]; readonly ms: number }[] = [
  { labels: ['d', 'day', 'days'], ms: 86_400_000 },
  { labels: ['h', 'hour', 'hours'], ms: 3_600_000 },
  { labels: ['min', 'm', 'minute', 'minutes'], ms: 60_000 },
  { labels: ['s', 'sec', 'secs', 'second', 'seconds'], ms: 1000 },
  { labels: ['', 'ms', 'milli', 'millis', 'millisecond', 'milliseconds'], ms: 1 },
  { labels: ['µs', 'micro', 'micros', 'microsecond', 'microseconds'], ms: 1e-3 },
  { labels: ['ns', 'nano', 'nanos', 'nanosecond', 'nanoseconds'], ms: 1e-6 },
];

const NUMBER_AND_LABEL = /^([0-9]+)[ \t]*(.*)$/s;

/** Java trims what is no larger than a blank, and nothing else. */
function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && text.charCodeAt(from) <= BLANK) from += 1;
  while (to > from && text.charCodeAt(to - 1) <= BLANK) to -= 1;
  return text.slice(from, to);
}

const BLANK = 0x20;

/**
 * A duration of a Flink configuration (`1 min`, `60 s`, `500`), in milliseconds: a number without a unit is milliseconds.
 * The label `m` is read from Flink 1.15 on.
 * @returns undefined where Flink would refuse the text
 * @see org.apache.flink.util.TimeUtils#parseDuration
 */
export function flinkDurationMs(text: string): number | undefined {
  const match = NUMBER_AND_LABEL.exec(trimmed(text));
  if (match === null) return undefined;
  const [, digits = '', label = ''] = match;
  const unit = UNITS.find(({ labels }) => labels.includes(label.toLowerCase()));
  return unit === undefined ? undefined : Number(digits) * unit.ms;
}

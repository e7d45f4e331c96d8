import { catalogueOf, type FlinkOption } from '@plimsoll/flink-config';
import { type FlinkVersion, flinkDurationText, parseFlinkDuration } from '@plimsoll/units';

const NEWEST: FlinkVersion = { major: 2, minor: 3 };
const NANOS_PER_MS = 1_000_000n;

/** What a value that Flink refuses was certainly meant to be; undefined where one can only guess. */
export function mended(text: string, option: FlinkOption, version: FlinkVersion): string | undefined {
  const bare = unquoted(text.trim());
  switch (option.type) {
    case 'Boolean':
      return BOOLEANS.get(bare.toLowerCase());
    case 'Integer':
    case 'Long':
      return milliseconds(bare, option) ?? (/^[+-]?\d+$/.test(bare) ? bare : undefined);
    case 'Float':
    case 'Double':
      return /^\d+(?:\.\d+)?%$/.test(bare) ? String(Number(bare.slice(0, -1)) / 100) : numberOf(bare);
    case 'Duration':
      return duration(bare, version);
    case 'MemorySize':
      return size(bare);
    case 'Enum':
      return constant(bare, option.enumValues);
    default:
      return undefined;
  }
}

/** The flat parser keeps quotes. */
const unquoted = (text: string): string => text.match(/^(["'])(.*)\1$/)?.[2]?.trim() ?? text;

const numberOf = (text: string): string | undefined => (/^[+-]?\d+(?:\.\d+)?$/.test(text) ? text : undefined);

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['yes', 'true'],
  ['on', 'true'],
  ['false', 'false'],
  ['no', 'false'],
  ['off', 'false'],
]);

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['mins', 'min'],
  ['hr', 'h'],
  ['hrs', 'h'],
  ['msec', 'ms'],
  ['msecs', 'ms'],
]);

function nanosOf(text: string): bigint | undefined {
  const [, digits, unit] = text.match(/^(\d+)\s*([a-z]+)$/i) ?? [];
  const spelled = unit === undefined ? undefined : SPELLINGS.get(unit.toLowerCase());
  const read = parseFlinkDuration(spelled === undefined ? text : `${digits} ${spelled}`, NEWEST);
  return read.kind === 'value' ? read.value : undefined;
}

function duration(text: string, version: FlinkVersion): string | undefined {
  const nanos = nanosOf(text);
  const written = nanos === undefined ? undefined : flinkDurationText(nanos, version);
  return written?.kind === 'value' ? written.value : undefined;
}

/** A time with a unit where the option is a number of milliseconds, which newer versions read as a time. */
function milliseconds(text: string, { key, defaultValue }: FlinkOption): string | undefined {
  const newest = catalogueOf(NEWEST).options.get(key);
  if (newest?.type !== 'Duration' || typeof defaultValue !== 'number') return undefined;
  const [nanos, standard] = [nanosOf(text), nanosOf(String(newest.defaultValue))];
  if (nanos === undefined || standard === undefined || nanos % NANOS_PER_MS !== 0n) return undefined;
  return standard === BigInt(defaultValue) * NANOS_PER_MS ? String(nanos / NANOS_PER_MS) : undefined;
}

const POWERS: Readonly<Record<string, number>> = { k: 10, m: 20, g: 30, t: 40 };

/** `8Gi` of Kubernetes is what Flink calls `8g`; parts of a unit are whole bytes. */
function size(text: string): string | undefined {
  const [, amount, unit] = text.match(/^(\d+(?:\.\d+)?)\s*([kmgt])(?:i?b?)$/i) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  if (!amount.includes('.')) return `${amount}${unit.toLowerCase()}`;
  const bytes = Number(amount) * 2 ** (POWERS[unit.toLowerCase()] ?? 0);
  return Number.isSafeInteger(bytes) ? `${bytes}b` : undefined;
}

function constant(text: string, values: readonly string[]): string | undefined {
  const plain = (value: string): string => value.toLowerCase().replace(/[-_\s]/g, '');
  const same = values.filter((value) => plain(value) === plain(text));
  return same.length === 1 ? same[0] : undefined;
}

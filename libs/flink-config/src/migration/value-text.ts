import { type FlinkVersion, flinkDurationText, javaDoubleText, memorySizeText } from '@plimsoll/units';
import type { FlinkOption } from '../catalogue/index.js';
import { type OptionValue, sameValue } from '../reading/index.js';
import { readKnown } from '../reading/read-option.js';

const MILLI = 1_000_000n;

/**
 * Whether two values mean the same though their types may differ: a Long of milliseconds and a Duration, a text and what it is read as.
 */
export function sameMeaning(a: OptionValue | null, b: OptionValue | null, text: string | null): boolean {
  if (sameValue(a, b)) return true;
  if (a === null || b === null || a.type === b.type) return false;
  if (a.type === 'Duration' || b.type === 'Duration') {
    const [one, other] = [nanosOf(a), nanosOf(b)];
    if (one !== undefined && other !== undefined) return one === other;
  }
  return text !== null && (a.type === 'String' || b.type === 'String');
}

const nanosOf = (value: OptionValue): bigint | undefined => {
  if (value.type === 'Duration') return value.value;
  return value.type === 'Long' || value.type === 'Integer' ? BigInt(value.value) * MILLI : undefined;
};

/** Ways to write a value for an option of a version, the plainest first; each is to be read back before it is used. */
export function spellings(value: OptionValue, option: FlinkOption, version: FlinkVersion): readonly string[] {
  switch (value.type) {
    case 'Duration': {
      if (option.type === 'Long' || option.type === 'Integer') return [String(value.value / MILLI)];
      const text = flinkDurationText(value.value, version);
      return text.kind === 'value' ? [text.value, `${value.value / MILLI} ms`] : [];
    }
    case 'MemorySize':
      return [memorySizeText(value.value)];
    case 'Float':
    case 'Double':
      return [javaDoubleText(value.value)];
    case 'List': {
      const items = value.value.map((item) => spellings(item, option, version)[0] ?? '');
      return [
        items.join(';'),
        items.map((item) => quoted(item, ';')).join(';'),
        items.map(inQuotes).join(';'),
        JSON.stringify(items),
      ];
    }
    case 'Map': {
      const entries = [...value.value];
      const legacy = entries.map(([key, text]) => quoted(`${quoted(key, ':')}:${quoted(text, ':')}`, ','));
      const inner = entries.map(([key, text]) => `${inQuotes(key)}:${inQuotes(text)}`);
      return [legacy.join(','), inner.map(inQuotes).join(','), JSON.stringify(Object.fromEntries(entries))];
    }
    default:
      return [String(value.value)];
  }
}

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /^['"\s]|['"\s]$|^$/.test(text) ? inQuotes(text) : text;

const inQuotes = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A text by which an option of a version reads a value as another version did; undefined where there is none. */
export function textFor(
  value: OptionValue,
  text: string | null,
  option: FlinkOption,
  key: string,
  version: FlinkVersion,
): string | undefined {
  const means = (candidate: string): boolean => {
    const read = readKnown({ [key]: candidate }, version, option, key);
    return read.kind === 'ok' && sameMeaning(value, read.value.value, candidate);
  };
  const candidates = [...(text === null ? [] : [text]), ...spellings(value, option, version)];
  return candidates.find(means);
}

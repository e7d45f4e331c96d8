import { isFrom, type JavaResult, returned, splitEscaped, thrown } from '@plimsoll/units';
import type { ReadingMode } from './convert.js';
import { readYaml, yamlText } from './yaml-value.js';

/**
 * A map: where YAML is read, first as YAML (`{a: 1, b: 2}`); where that fails in any way, and elsewhere, as `a:1,b:2`.
 * @see org.apache.flink.configuration.ConfigurationUtils#convertToProperties
 */
export function mapOf(text: string, mode: ReadingMode): JavaResult<ReadonlyMap<string, string>> {
  const fromYaml = mode.standardYaml ? stringMap(readYaml(text)) : undefined;
  if (fromYaml !== undefined) return returned(fromYaml);
  const entries = splitEscaped(text, ',');
  if (entries.kind === 'thrown') return entries;
  const pairs: (readonly string[])[] = [];
  for (const entry of entries.value) {
    const pair = splitEscaped(entry, ':');
    if (pair.kind === 'thrown') return pair;
    if (pair.value.length !== 2) return thrown('IllegalArgumentException', noPair(pair.value, mode));
    pairs.push(pair.value);
  }
  return uniquePairs(pairs);
}

const noPair = (pair: readonly string[], { version }: ReadingMode): string =>
  isFrom(version, 1, 14)
    ? "Map item is not a key-value pair (missing ':'?)"
    : `Could not parse pair in the map [${pair.join(', ')}]`;

function uniquePairs(pairs: readonly (readonly string[])[]): JavaResult<ReadonlyMap<string, string>> {
  const map = new Map<string, string>();
  for (const [key = '', value = ''] of pairs) {
    const before = map.get(key);
    if (before !== undefined) {
      return thrown(
        'IllegalStateException',
        `Duplicate key ${key} (attempted merging values ${before} and ${value})`,
      );
    }
    map.set(key, value);
  }
  return returned(map);
}

/** A mapping of YAML with its keys and values as texts; undefined where it is none or holds nothing somewhere. */
export function stringMap(data: unknown): ReadonlyMap<string, string> | undefined {
  if (!(data instanceof Map)) return undefined;
  const map = new Map<string, string>();
  for (const [key, value] of data) {
    const [keyText, text] = [yamlText(key), yamlText(value)];
    if (keyText === undefined || text === undefined || map.has(keyText)) return undefined;
    map.set(keyText, text);
  }
  return map;
}

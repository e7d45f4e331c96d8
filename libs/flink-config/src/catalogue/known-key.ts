import type { FlinkVersion } from '@plimsoll/units';
import { catalogueOf, firstSegment, type OldKeyOf } from './catalogue.js';
import type { FlinkOption } from './flink-option.js';
import { optionTable } from './option-record.js';

/** What a key is to a version of Flink. */
export interface KnownKey {
  readonly key: string;
  /**
   * `own`: an option's own key; `old-key`: a deprecated or fallback key of others and nothing else; `pattern`: it fits a key with
   * placeholders; `prefix-map`: an entry of a map option; `prefix`: read by its prefix, which no option names.
   */
  readonly by: 'own' | 'old-key' | 'pattern' | 'prefix-map' | 'prefix';
  /** The option that it sets; null for old keys and prefixes. */
  readonly option: FlinkOption | null;
  /** Other options that read it where their own key is not set. */
  readonly readBy: readonly OldKeyOf[];
}

const NOBODY: readonly OldKeyOf[] = [];

/** What a key is to a version of Flink; undefined where Flink ignores it. */
export function flinkOption(version: FlinkVersion, key: string): KnownKey | undefined {
  const { options, oldKeys, patterns, prefixMaps } = catalogueOf(version);
  const readBy = oldKeys.get(key) ?? NOBODY;
  const own = options.get(key);
  if (own !== undefined) return { key, by: 'own', option: own, readBy };
  if (readBy.length > 0) return { key, by: 'old-key', option: null, readBy };
  const first = firstSegment(key);
  const pattern = patterns.get(first)?.find(({ matches }) => matches.test(key));
  if (pattern !== undefined) return { key, by: 'pattern', option: pattern.option, readBy };
  const map = prefixMaps.get(first)?.find((option) => key.startsWith(`${option.key}.`));
  if (map !== undefined) return { key, by: 'prefix-map', option: map, readBy };
  return prefixes().test(key) ? { key, by: 'prefix', option: null, readBy } : undefined;
}

let compiled: RegExp | undefined;

function prefixes(): RegExp {
  compiled ??= new RegExp(`^(?:${optionTable().prefixes.join('|')})$`);
  return compiled;
}

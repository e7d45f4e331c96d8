import { type FlinkVersion, versionText } from '@plimsoll/units';
import { type FlinkOption, optionIn } from './flink-option.js';
import { optionTable } from './option-record.js';
import { type VersionView, viewOf } from './version-view.js';

/** An option that reads a key which is not its own. */
export interface OldKeyOf {
  readonly option: FlinkOption;
  readonly kind: 'deprecated' | 'fallback';
}

/** A key with placeholders, as a test of whole keys. */
interface KeyPattern {
  readonly option: FlinkOption;
  readonly matches: RegExp;
}

/** The options of one version, with what finds them. */
export interface Catalogue {
  readonly view: VersionView;
  /** By their own keys, in the order of the keys. */
  readonly options: ReadonlyMap<string, FlinkOption>;
  /** By old keys: one may feed several options. */
  readonly oldKeys: ReadonlyMap<string, readonly OldKeyOf[]>;
  /** By the first segment of the key, the more particular before the others. */
  readonly patterns: ReadonlyMap<string, readonly KeyPattern[]>;
  /** Options that are read by keys below their own as well, by the first segment of the key. */
  readonly prefixMaps: ReadonlyMap<string, readonly FlinkOption[]>;
}

const catalogues = new Map<string, Catalogue>();

/** The options of a version of Flink from 1.10 on. */
export function catalogueOf(version: FlinkVersion): Catalogue {
  const name = versionText(version);
  const known = catalogues.get(name);
  if (known !== undefined) return known;
  const made = madeFor(viewOf(version));
  catalogues.set(name, made);
  return made;
}

/** Every option that a version declares, in the order of the keys. */
export const optionsOf = (version: FlinkVersion): readonly FlinkOption[] => [
  ...catalogueOf(version).options.values(),
];

function madeFor(view: VersionView): Catalogue {
  const options = new Map<string, FlinkOption>();
  const oldKeys = new Map<string, OldKeyOf[]>();
  for (const record of optionTable().options) {
    const option = optionIn(record, view);
    if (option === undefined) continue;
    options.set(option.key, option);
    const feed = (key: string, kind: OldKeyOf['kind']): void => {
      oldKeys.set(key, [...(oldKeys.get(key) ?? []), { option, kind }]);
    };
    for (const key of option.fallbackKeys) feed(key, 'fallback');
    for (const key of option.deprecatedKeys) feed(key, 'deprecated');
  }
  const all = [...options.values()];
  return {
    view,
    options,
    oldKeys,
    patterns: grouped(
      all
        .filter(({ pattern }) => pattern)
        .map((option) => ({ option, matches: wholeKey(option) }))
        .sort((a, b) => particularity(b.option) - particularity(a.option)),
      ({ option }) => firstSegment(option.key),
    ),
    prefixMaps: grouped(
      all.filter(({ prefixMap, pattern }) => prefixMap && !pattern),
      ({ key }) => firstSegment(key),
    ),
  };
}

function grouped<T>(items: readonly T[], groupOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group === undefined) groups.set(groupOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** `metrics` of `metrics.reporter.<name>.port`. */
export const firstSegment = (key: string): string => {
  const end = key.indexOf('.');
  return end < 0 ? key : key.slice(0, end);
};

const PLACEHOLDER = /<[^>]+>/g;

function wholeKey({ key, prefixMap }: FlinkOption): RegExp {
  const literal = key.split(PLACEHOLDER).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^.]+')}${prefixMap ? '(?:\\..+)?' : ''}$`);
}

/** Fewer placeholders first, then more letters of its own. */
const particularity = ({ key }: FlinkOption): number =>
  key.replace(PLACEHOLDER, '').length - 1000 * (key.match(PLACEHOLDER)?.length ?? 0);

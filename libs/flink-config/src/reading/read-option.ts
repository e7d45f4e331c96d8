import { type FlinkVersion, isFrom, type JavaResult, type Rejection, returned } from '@plimsoll/units';
import { type FlinkOption, flinkOption, nearestKeys } from '../catalogue/index.js';
import { HIDDEN, isSensitiveKey } from '../secrets/index.js';
import { converted, type ReadingMode } from './convert.js';
import { defaultValue } from './default-value.js';
import { isHiddenByFlink } from './hidden-by-flink.js';
import { keysBelow } from './keys-below.js';
import type { OptionValue } from './option-value.js';

/** Keys to texts, as Flink has them after it loaded a file. */
export type FlinkConfig = Readonly<Record<string, string>>;

/** How a configuration is read; by default as after `config.yaml`, where the version has that. */
export interface ReadOptions {
  /** Flink 1.19 and 1.20 with a `flink-conf.yaml`: lists and maps in YAML are not read. */
  readonly flat?: boolean;
}

/** What one option comes to. */
export interface OptionReading {
  readonly option: FlinkOption;
  /** Its own key, placeholders filled in. */
  readonly key: string;
  /** null: not set, and without a default. */
  readonly value: OptionValue | null;
  readonly from: ReadFrom;
  /** The text that was read; null for defaults and for maps that are spread over keys. */
  readonly text: string | null;
}

/** Where a value comes from: the key that won, and the keys that are set in vain because it did. */
export interface ReadFrom {
  readonly kind: 'own' | 'fallback' | 'deprecated' | 'default';
  readonly key: string;
  readonly ignored: readonly string[];
}

/** Why Flink would not take a value, in its own words. */
export interface FlinkRejection extends Rejection {
  readonly flinkException: string;
  readonly flinkMessage: string;
  readonly flinkCause: { readonly flinkException: string; readonly flinkMessage: string };
}

export type OptionOutcome =
  | { readonly kind: 'ok'; readonly value: OptionReading }
  | { readonly kind: 'rejected'; readonly rejections: readonly (Rejection | FlinkRejection)[] };

/**
 * An option of a configuration as Flink reads it: its own key first, then its fallback keys, then its deprecated ones, each in the
 * order in which they are declared; else the default.
 * @param key the option's own key, placeholders filled in
 */
export function readOption(
  config: FlinkConfig,
  version: FlinkVersion,
  key: string,
  how: ReadOptions = {},
): OptionOutcome {
  const option = flinkOption(version, key)?.option;
  if (option === undefined || option === null) return unknownOption(version, key);
  return readKnown(config, version, option, option.pattern ? key : option.key, how);
}

/** The same of an option that was looked up already. */
export function readKnown(
  config: FlinkConfig,
  version: FlinkVersion,
  option: FlinkOption,
  key: string,
  how: ReadOptions = {},
): OptionOutcome {
  const found = foundIn(config, option, key);
  if (found === undefined) {
    const from: ReadFrom = { kind: 'default', key, ignored: [] };
    return { kind: 'ok', value: { option, key, value: defaultValue(option), from, text: null } };
  }
  const mode: ReadingMode = {
    version,
    standardYaml: isFrom(version, 2, 0) || (isFrom(version, 1, 19) && how.flat !== true),
  };
  const { raw, from } = found;
  const value: JavaResult<OptionValue> =
    typeof raw === 'string' ? converted(raw, option, mode) : returned({ type: 'Map', value: raw });
  if (value.kind === 'value') {
    return { kind: 'ok', value: { option, key, value: value.value, from, text: textOf(raw) } };
  }
  return {
    kind: 'rejected',
    rejections: [refused(version, key, from.key, textOf(raw) ?? '', value)],
  };
}

/** What stands under a key: a text, or the entries of a map that are spread over keys below it. */
export type Raw = string | ReadonlyMap<string, string>;

const textOf = (raw: Raw): string | null => (typeof raw === 'string' ? raw : null);

/** What an option is set to, and by which key; undefined where it is not set. */
export function foundIn(
  config: FlinkConfig,
  option: FlinkOption,
  key: string,
): { raw: Raw; from: ReadFrom } | undefined {
  let winner: { raw: Raw; kind: ReadFrom['kind']; key: string } | undefined;
  const ignored: string[] = [];
  const look = (kind: ReadFrom['kind'], candidate: string): void => {
    const raw = rawOf(config, candidate, option.prefixMap);
    if (raw === undefined) return;
    if (winner === undefined) winner = { raw, kind, key: candidate };
    else ignored.push(candidate);
  };
  look('own', key);
  for (const old of option.fallbackKeys) look('fallback', old);
  for (const old of option.deprecatedKeys) look('deprecated', old);
  if (winner === undefined) return undefined;
  const { raw, kind, key: setBy } = winner;
  return { raw, from: { kind, key: setBy, ignored } };
}

function rawOf(config: FlinkConfig, key: string, prefixMap: boolean): Raw | undefined {
  if (Object.hasOwn(config, key)) return config[key];
  if (!prefixMap) return undefined;
  const prefix = `${key}.`;
  const below = keysBelow(config, prefix);
  if (below.length === 0) return undefined;
  return new Map(below.map((candidate) => [candidate.slice(prefix.length), config[candidate] ?? '']));
}

function refused(
  version: FlinkVersion,
  key: string,
  setBy: string,
  text: string,
  { exception, message }: { exception: string; message: string },
): FlinkRejection {
  const secret = [setBy, key, text].some(isSensitiveKey);
  return {
    pointer: `/config/${setBy.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    message: secret ? `cannot be read as the ${key} of Flink` : `cannot be read by Flink: ${message}`,
    received: secret ? HIDDEN : text,
    flinkException: 'IllegalArgumentException',
    flinkMessage: isHiddenByFlink(version, key)
      ? `Could not parse value for key '${key}'.`
      : `Could not parse value '${text}' for key '${key}'.`,
    flinkCause: { flinkException: exception, flinkMessage: message },
  };
}

function unknownOption(version: FlinkVersion, key: string): OptionOutcome {
  const near = nearestKeys(version, key).filter(({ kind }) => kind !== 'other-version');
  const meant = near.length === 0 ? '' : `; probably ${near.map((one) => one.key).join(' or ')}`;
  return {
    kind: 'rejected',
    rejections: [{ pointer: '', message: `is no option of this version of Flink${meant}`, received: key }],
  };
}

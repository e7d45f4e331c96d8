import type { FlinkVersion } from '@plimsoll/units';
import { catalogueOf, type FlinkOption, SAMPLED_VERSIONS } from '../catalogue/index.js';
import { viewOf } from '../catalogue/version-view.js';

/** What an option is called in another version. */
export interface Succession {
  /** Own keys of the options that take it over; empty where nothing does. */
  readonly keys: readonly string[];
  /** It was there in the newer of the two samples around the version, and in the older one not. */
  readonly notSampled: boolean;
}

/**
 * What becomes of an option between two versions: from each sampled version to the next, an option stays, or hands over to those that
 * read its key as a deprecated one; backwards, it goes by the old key that the older version declares.
 */
export function successionOf(option: FlinkOption, from: FlinkVersion, to: FlinkVersion): Succession {
  const [start, end] = [viewOf(from), viewOf(to)];
  const first = sampleDeclaring(option.key, start.at, start.after);
  const step = first <= end.at ? 1 : -1;
  let keys: readonly string[] = [option.key];
  let before: readonly string[] = keys;
  for (let at = first; at !== end.at; at += step) {
    before = at === end.after ? keys : before;
    keys = [...new Set(keys.flatMap((key) => nextKeys(key, at, at + step)))];
    if (keys.length === 0 && at + step === end.at && at === end.after) {
      return { keys: before, notSampled: true };
    }
    if (keys.length === 0) break;
  }
  return { keys, notSampled: false };
}

function sampleDeclaring(key: string, at: number, after: number | undefined): number {
  if (after === undefined) return at;
  return optionAt(key, at) === undefined && optionAt(key, after) !== undefined ? after : at;
}

const sample = (at: number): FlinkVersion => SAMPLED_VERSIONS[at] ?? { major: 0, minor: 0 };
const optionAt = (key: string, at: number): FlinkOption | undefined =>
  catalogueOf(sample(at)).options.get(key);

function nextKeys(key: string, from: number, to: number): readonly string[] {
  const { options, oldKeys } = catalogueOf(sample(to));
  const readers = oldKeys.get(key) ?? [];
  const deprecated = readers.filter(({ kind }) => kind === 'deprecated').map(({ option }) => option.key);
  const same = options.get(key);
  if (same !== undefined) return same.deprecated && deprecated.length > 0 && to > from ? deprecated : [key];
  if (deprecated.length > 0) return deprecated;
  if (readers.length > 0) return readers.map(({ option }) => option.key);
  const old = optionAt(key, from)?.deprecatedKeys ?? [];
  const declared = old.filter((oldKey) => options.has(oldKey));
  if (declared.length > 0) return declared.slice(0, 1);
  return old.flatMap((oldKey) => (oldKeys.get(oldKey) ?? []).map(({ option }) => option.key)).slice(0, 1);
}

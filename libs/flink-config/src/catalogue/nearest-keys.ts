import { type FlinkVersion, versionText } from '@plimsoll/units';
import { catalogueOf } from './catalogue.js';
import { editDistance } from './edit-distance.js';
import { type KeyLetters, keyLetters, likest, plain } from './key-letters.js';
import { flinkOption } from './known-key.js';
import { SAMPLED_VERSIONS } from './version-view.js';

/** A key that was probably meant. */
export interface NearKey {
  readonly key: string;
  /**
   * `segments`: the same segments in another order, or some left out or put in; `spelling`: some letters differ; `other-version`: the
   * key itself, as other versions have it.
   */
  readonly kind: 'segments' | 'spelling' | 'other-version';
  /** The sampled versions that know the key, oldest first; only of `other-version`. */
  readonly versions: readonly string[];
}

const LONGEST_KEY = 120;
const CANDIDATES = 24;
/** Share of the letters that may differ. */
const FARTHEST = 0.34;

const letters = new Map<string, KeyLetters>();

/**
 * The keys of a version that an unknown one was probably meant to be, the nearest first. Where other versions know the key, that
 * comes before all.
 */
export function nearestKeys(version: FlinkVersion, unknown: string, most = 3): readonly NearKey[] {
  const versions = SAMPLED_VERSIONS.filter((other) => {
    const known = flinkOption(other, unknown);
    return known !== undefined && known.by !== 'prefix';
  }).map(versionText);
  const elsewhere: NearKey[] = versions.length > 0 ? [{ key: unknown, kind: 'other-version', versions }] : [];
  if (unknown.length > LONGEST_KEY) return elsewhere;
  const near = likest(lettersOf(version), unknown, CANDIDATES)
    .map((key) => ({ key, ...distance(unknown, key) }))
    .filter(({ cost, key }) => key !== unknown && cost <= FARTHEST)
    .sort((a, b) => a.cost - b.cost || (a.key < b.key ? -1 : 1));
  return [...elsewhere, ...near.map(({ key, kind }) => ({ key, kind, versions: [] }))].slice(0, most);
}

function lettersOf(version: FlinkVersion): KeyLetters {
  const name = versionText(version);
  const known = letters.get(name);
  if (known !== undefined) return known;
  const made = keyLetters(
    [...catalogueOf(version).options.values()].flatMap(({ key, internal }) => (internal ? [] : [key])),
  );
  letters.set(name, made);
  return made;
}

/** How far a key is from one that is known: in letters, or in segments where these are the same. */
function distance(unknown: string, key: string): { kind: NearKey['kind']; cost: number } {
  const [from, to] = [plain(unknown), plain(key)];
  const spelling = editDistance(from, to) / Math.max(from.length, to.length, 1);
  const segments = segmentCost(from.split('.'), to.split('.'));
  return segments < spelling ? { kind: 'segments', cost: segments } : { kind: 'spelling', cost: spelling };
}

/** Cost of a segment that is missing or too many, and of segments in another order. */
const ONE_MISSING = 0.1;
const OTHER_ORDER = 0.05;
const NEVER = Number.POSITIVE_INFINITY;

function segmentCost(from: readonly string[], to: readonly string[]): number {
  const [fewer, more] = from.length <= to.length ? [from, to] : [to, from];
  const left = [...more];
  for (const segment of fewer) {
    const at = left.indexOf(segment);
    if (at < 0) return NEVER;
    left.splice(at, 1);
  }
  if (fewer.length < 2) return NEVER;
  const ordered = fewer.every(
    (segment, at) => more.indexOf(segment, at === 0 ? 0 : more.indexOf(fewer[at - 1] ?? '')) >= at,
  );
  return left.length * ONE_MISSING + (ordered ? 0 : OTHER_ORDER);
}

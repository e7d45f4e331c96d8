/** Keys by the groups of three letters in them, to find those that resemble another without a look at every one. */
export interface KeyLetters {
  readonly keys: readonly string[];
  readonly sizes: readonly number[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export function keyLetters(keys: readonly string[]): KeyLetters {
  const places = new Map<string, number[]>();
  const sizes = keys.map((key, place) => {
    const groups = groupsOf(key);
    for (const group of groups) {
      const at = places.get(group);
      if (at === undefined) places.set(group, [place]);
      else at.push(place);
    }
    return groups.size;
  });
  return { keys, sizes, places };
}

/** The keys that have most groups of letters in common with one, the likest first; ties by key. */
export function likest({ keys, sizes, places }: KeyLetters, key: string, most: number): readonly string[] {
  const groups = groupsOf(key);
  const shared = new Map<number, number>();
  for (const group of groups) {
    for (const place of places.get(group) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
  }
  return [...shared]
    .map(([place, count]) => ({
      key: keys[place] ?? '',
      likeness: (2 * count) / (groups.size + (sizes[place] ?? 0)),
    }))
    .sort((a, b) => b.likeness - a.likeness || (a.key < b.key ? -1 : 1))
    .slice(0, most)
    .map(({ key: found }) => found);
}

/** Case, and which sign parts words, tell nothing: `taskManager_numberOfTaskSlots`. */
export const plain = (key: string): string => key.toLowerCase().replace(/[-_\s]/g, '');

function groupsOf(key: string): ReadonlySet<string> {
  const padded = `..${plain(key)}.`;
  const groups = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) groups.add(padded.slice(at, at + 3));
  return groups;
}

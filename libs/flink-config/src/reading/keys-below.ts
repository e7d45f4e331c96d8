const sorted = new WeakMap<object, readonly string[]>();

/** The keys of a configuration that begin with a prefix; of many keys without a look at every one. */
export function keysBelow(config: Readonly<Record<string, string>>, prefix: string): readonly string[] {
  const keys = sorted.get(config) ?? Object.keys(config).sort();
  sorted.set(config, keys);
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((keys[middle] ?? '') < prefix) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (keys[end]?.startsWith(prefix)) end += 1;
  return keys.slice(from, end);
}

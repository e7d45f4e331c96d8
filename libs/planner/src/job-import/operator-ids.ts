const MOST = 200;
const UNPRINTABLE = /\p{Cc}|\p{Cs}/gu;

/** Names as ids of a workload: unique, printable, without the arrow that parts the ends of an edge. */
export function operatorIds(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const printable = name.replaceAll(UNPRINTABLE, ' ').replaceAll('->', '→').trim();
    const whole = printable === '' ? 'operator' : printable;
    let id = cut(whole, MOST);
    for (let count = 2; taken.has(id); count += 1) {
      const suffix = ` (${count})`;
      id = `${cut(whole, MOST - suffix.length)}${suffix}`;
    }
    taken.add(id);
    return id;
  });
}

/** Whole characters only. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

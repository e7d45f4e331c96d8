import { comment } from './comment.js';
import type { Entry, KeyLayout } from './request.js';
import { yamlText } from './yaml-scalar.js';

const STEP = '  ';

/** The lines of a mapping, each value as it is told to be written. */
export function yamlMapping(
  entries: readonly Entry[],
  layout: KeyLayout,
  indent: string,
  written: (value: string) => string,
): string[] {
  const leaf = (name: string, { value, reason }: Entry, at: string): string[] => [
    ...comment(reason, at),
    `${at}${yamlText(name)}: ${written(value)}`,
  ];
  if (layout === 'dotted') return entries.flatMap((entry) => leaf(entry.key, entry, indent));
  const branch = ({ leaves, branches }: Branch, at: string): string[] => [
    ...leaves.flatMap(([name, entry]) => leaf(name, entry, at)),
    ...[...branches].flatMap(([name, below]) => [`${at}${yamlText(name)}:`, ...branch(below, at + STEP)]),
  ];
  return branch(tree(entries), indent);
}

interface Branch {
  readonly leaves: (readonly [name: string, entry: Entry])[];
  readonly branches: Map<string, Branch>;
}

const MOST_LEVELS = 20;

/** Keys taken apart at their dots. What begins with the whole key of another stays with that one, in one name. */
function tree(entries: readonly Entry[]): Branch {
  const root: Branch = { leaves: [], branches: new Map() };
  const whole = new Set(entries.map(({ key }) => key));
  for (const entry of entries) {
    const parts = entry.key.split('.');
    let at = root;
    let depth = 0;
    while (depth < Math.min(parts.length - 1, MOST_LEVELS) && isPlain(parts, depth, whole)) {
      const name = parts[depth] ?? '';
      const below: Branch = at.branches.get(name) ?? { leaves: [], branches: new Map() };
      at.branches.set(name, below);
      at = below;
      depth += 1;
    }
    at.leaves.push([parts.slice(depth).join('.'), entry]);
  }
  return root;
}

const isPlain = (parts: readonly string[], depth: number, whole: ReadonlySet<string>): boolean =>
  parts[depth] !== '' && !whole.has(parts.slice(0, depth + 1).join('.'));

import { pointerToken } from '@plimsoll/trace';

/**
 * What differs between the inputs of two plans. Operators, edges and placements are matched by what they name, never by
 * where they stand: an operator put in front of the others is one addition, not a change of all of them.
 */
export interface InputChange {
  /** A JSON pointer (RFC 6901) into the head's inputs; of what was removed, into the base's. */
  readonly path: string;
  readonly change: ChangeKind;
  /** null where it was added. */
  readonly base: unknown;
  /** null where it was removed. */
  readonly head: unknown;
}

export type ChangeKind = 'added' | 'removed' | 'changed';

/** Every difference between two documents of inputs, in the order of the document; none where they say the same. */
export function inputChanges(base: unknown, head: unknown): InputChange[] {
  const changes: InputChange[] = [];
  compareValues({ base, head, basePath: '', headPath: '', place: '' }, changes);
  changes.push(...swappedSides(base, head));
  return changes;
}

/** The first edge into a join is its left side: where only the order of its edges differs, its sides are swapped. */
function swappedSides(base: unknown, head: unknown): InputChange[] {
  const before = sidesOfJoins(base);
  return [...sidesOfJoins(head)].flatMap(([join, { from, index }]) => {
    const other = before.get(join)?.from;
    if (other === undefined || same(other, from) || !same([...other].sort(), [...from].sort())) return [];
    return [{ path: `/workload/edges/${index}`, change: 'changed' as const, base: other, head: from }];
  });
}

/** Where each join is fed from, left side first, and the place of its first edge. */
function sidesOfJoins(inputs: unknown): Map<string, { from: string[]; index: number }> {
  const operators = childOf(childOf(inputs, 'workload'), 'operators');
  const edges = childOf(childOf(inputs, 'workload'), 'edges');
  const joins = new Map<string, { from: string[]; index: number }>();
  if (!Array.isArray(operators) || !Array.isArray(edges)) return joins;
  const kinds = new Map(operators.map((operator) => [childOf(operator, 'id'), childOf(operator, 'kind')]));
  edges.forEach((edge, index) => {
    const to = childOf(edge, 'to');
    if (kinds.get(to) !== 'join') return;
    const join = joins.get(String(to)) ?? { from: [], index };
    join.from.push(String(childOf(edge, 'from')));
    joins.set(String(to), join);
  });
  return joins;
}

/**
 * A JSON pointer into inputs with the names of operators, edges and placements in place of their indexes, so that pointers
 * into two plans' inputs can be told to mean the same thing. What is not such a pointer stays as it is.
 */
export function namedPath(path: string, inputs: unknown): string {
  if (!path.startsWith('/')) return path;
  let value = inputs;
  let place = '';
  let named = '';
  for (const token of path.slice(1).split('/')) {
    const nameOf = LISTS[place];
    const names = nameOf !== undefined && Array.isArray(value) ? occurrences(value, nameOf) : undefined;
    named += `/${names?.[Number(token)] ?? token}`;
    place += `/${names === undefined ? token : '*'}`;
    value = childOf(value, token);
  }
  return named;
}

/** One value of both documents: where it stands in each, and in which place of their common shape. */
interface Pair {
  readonly base: unknown;
  readonly head: unknown;
  readonly basePath: string;
  readonly headPath: string;
  readonly place: string;
}

/** Lists whose members have names. Any other list is one value. */
const LISTS: Readonly<Record<string, (member: Readonly<Record<string, unknown>>) => unknown>> = {
  '/workload/operators': ({ id }) => id,
  '/workload/edges': ({ from, to }) => [from, to],
  '/cluster/placement': ({ operator }) => operator,
};

function compareValues(pair: Pair, changes: InputChange[]): void {
  const { base, head, basePath, headPath, place } = pair;
  if (base === undefined && head === undefined) return;
  if (base === undefined) changes.push({ path: headPath, change: 'added', base: null, head });
  else if (head === undefined) changes.push({ path: basePath, change: 'removed', base, head: null });
  else if (isObject(base) && isObject(head)) compareObjects(pair, base, head, changes);
  else if (Array.isArray(base) && Array.isArray(head) && LISTS[place] !== undefined)
    compareLists(pair, base, head, LISTS[place], changes);
  else if (!same(base, head)) changes.push({ path: headPath, change: 'changed', base, head });
}

function compareObjects(pair: Pair, base: JsonObject, head: JsonObject, changes: InputChange[]): void {
  for (const key of new Set([...Object.keys(base), ...Object.keys(head)])) {
    const token = pointerToken(key);
    compareValues(
      {
        base: childOf(base, token),
        head: childOf(head, token),
        basePath: `${pair.basePath}/${token}`,
        headPath: `${pair.headPath}/${token}`,
        place: `${pair.place}/${token}`,
      },
      changes,
    );
  }
}

function compareLists(
  pair: Pair,
  base: readonly unknown[],
  head: readonly unknown[],
  nameOf: (member: JsonObject) => unknown,
  changes: InputChange[],
): void {
  const baseIndexes = new Map(occurrences(base, nameOf).map((name, index) => [name, index]));
  const headIndexes = new Map(occurrences(head, nameOf).map((name, index) => [name, index]));
  for (const name of new Set([...baseIndexes.keys(), ...headIndexes.keys()])) {
    const at = baseIndexes.get(name);
    const to = headIndexes.get(name);
    compareValues(
      {
        base: at === undefined ? undefined : base[at],
        head: to === undefined ? undefined : head[to],
        basePath: `${pair.basePath}/${at}`,
        headPath: `${pair.headPath}/${to}`,
        place: `${pair.place}/*`,
      },
      changes,
    );
  }
}

/** The name of each member, with a number for the second and later ones of one name: two edges may join the same pair. */
function occurrences(list: readonly unknown[], nameOf: (member: JsonObject) => unknown): string[] {
  const seen = new Map<string, number>();
  return list.map((member) => {
    const name = JSON.stringify([isObject(member) ? nameOf(member) : member]);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return pointerToken(count === 0 ? name : `${name} ${count + 1}`);
  });
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function childOf(value: unknown, token: string): unknown {
  const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Equal as JSON, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(childOf(a, pointerToken(key)), childOf(b, pointerToken(key))));
}

/**
 * A *chain*: operators that run in one task, without a network between them. Flink writes it as a name (`a -> (b, c -> d)`, with
 * chained sources in brackets: `a [Source: s]`) and, from 1.15 on, as a description that is a tree.
 */
export interface ChainedOperator {
  readonly name: string;
  readonly description: string;
  /** Place of the operator in the chain that feeds it; null at the head. */
  readonly after: number | null;
  /** A source that is chained before the head, which has inputs besides. */
  readonly isChainedSource: boolean;
}

export interface Chain {
  readonly operators: readonly ChainedOperator[];
  /** False: brackets that do not close, so the name stands for all. */
  readonly isSplit: boolean;
}

/** Beyond it brackets are no chain of Flink’s. */
const MOST_NESTED = 20;
const BRANCH = /^(?<stem>(?:: {2}| {3})*)(?::-|\+-) /;
const CHAINED_SOURCES = /^(?<name>.*\S) \[(?<sources>Source: .*)\]$/s;
const NUMBERED = /^\[(?<number>\d+)\]:(?<type>\w+)/;
const LONG_NAME = 100;

interface Link {
  readonly text: string;
  readonly after: number | null;
}

/**
 * @param name as the vertex bears it; null where only the plan is known
 * @param description as the plan has it, without HTML
 */
export function chainOf(name: string | null, description: string): Chain {
  const lines = treeOf(description);
  const described = lines ?? linksOf(description);
  const named = name === null ? null : linksOf(name);
  if (described === null && named === null) return { operators: [whole(name, description)], isSplit: false };
  const texts = described ?? named ?? [];
  const fits = named !== null && named.length === texts.length;
  const shape = lines === null && named !== null ? named : texts;
  const operators = shape.map(({ text, after }, at): ChainedOperator => {
    const own = (fits || shape === named ? named?.[at]?.text : undefined) ?? shortName(text);
    const told = shape === texts || fits ? texts[at]?.text : undefined;
    return { name: own, description: told ?? own, after, isChainedSource: false };
  });
  return { operators: withChainedSources(operators), isSplit: true };
}

const whole = (name: string | null, description: string): ChainedOperator => ({
  name: name ?? shortName(description),
  description,
  after: null,
  isChainedSource: false,
});

/** Operators in the order of the lines; null where the description is not a tree. */
function treeOf(description: string): Link[] | null {
  if (!description.includes('\n')) return null;
  const links: { text: string; after: number | null }[] = [];
  const open: number[] = [];
  for (const line of description.split('\n')) {
    const branch = BRANCH.exec(line);
    const last = links.at(-1);
    if (branch === null && last !== undefined) {
      if (line.trim() !== '') last.text += ` ${line.trim()}`;
      continue;
    }
    const depth = branch === null ? 0 : (branch.groups?.stem?.length ?? 0) / 3 + 1;
    open.length = Math.min(open.length, depth);
    links.push({ text: line.slice(branch?.[0].length ?? 0), after: open.at(-1) ?? null });
    open.push(links.length - 1);
  }
  return links;
}

/** Operators of `a -> (b, c -> d)`; null where brackets do not close. */
function linksOf(text: string): Link[] | null {
  const links: Link[] = [];
  return addLinks(text, null, links, 0) ? links : null;
}

function addLinks(text: string, after: number | null, links: Link[], nested: number): boolean {
  const pieces = partsAt(text, ' -> ');
  if (pieces === null || nested > MOST_NESTED) return false;
  let last = after;
  for (const [at, piece] of pieces.entries()) {
    const isGroup = at > 0 && at === pieces.length - 1 && piece.startsWith('(') && piece.endsWith(')');
    if (!isGroup) {
      links.push({ text: piece, after: last });
      last = links.length - 1;
      continue;
    }
    const branches = partsAt(piece.slice(1, -1), ', ');
    if (branches === null) return false;
    for (const branch of branches) if (!addLinks(branch, last, links, nested + 1)) return false;
  }
  return true;
}

/** Parts between separators outside of brackets; null where brackets do not close. */
function partsAt(text: string, separator: string): string[] | null {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '(' || letter === '[') depth += 1;
    else if (letter === ')' || letter === ']') depth -= 1;
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(from, at));
      from = at + separator.length;
      at = from - 1;
    }
    if (depth < 0) return null;
  }
  return depth === 0 ? [...parts, text.slice(from)] : null;
}

/** `[7]:Calc(select=[a])` is `Calc[7]`, as SQL names it. */
function shortName(description: string): string {
  const { number, type } = NUMBERED.exec(description)?.groups ?? {};
  if (number !== undefined && type !== undefined) return `${type}[${number}]`;
  if (description.length <= LONG_NAME) return description;
  return description.split('(')[0]?.trim() || description;
}

function withChainedSources(operators: readonly ChainedOperator[]): ChainedOperator[] {
  const [head, ...rest] = operators;
  const { name, sources } = head?.name.endsWith(']') ? (CHAINED_SOURCES.exec(head.name)?.groups ?? {}) : {};
  const list = sources === undefined ? null : partsAt(sources, ', ');
  if (head === undefined || name === undefined || list === null) return [...operators];
  const chained = list.map(
    (text): ChainedOperator => ({ name: text, description: text, after: null, isChainedSource: true }),
  );
  return [{ ...head, name }, ...rest, ...chained];
}

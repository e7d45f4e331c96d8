import { type Hold, type Segment, THIN } from './hull-geometry.js';

/** A text of the drawing: where its baseline is, and what it says. */
export interface Label {
  readonly y: number;
  readonly text: string;
}

/** A stretch of a hold's height that is taken. */
interface Taken {
  readonly from: number;
  readonly to: number;
}

export interface NamedSegment {
  readonly segment: Segment;
  /** One line, or two where the name is long and the segment high enough. */
  readonly lines: readonly Label[];
  readonly value: Label;
  readonly small: boolean;
}

export interface HoldLabels {
  readonly named: readonly NamedSegment[];
  /** Segments too thin, or too crowded, for a name. */
  readonly unnamed: readonly Segment[];
  readonly line: Label & { readonly onFill: boolean };
  readonly distance: Label & { readonly bracket: boolean; readonly onFill: boolean };
  readonly deck: Label | null;
  readonly talk: { readonly y: number; readonly label: (Label & { readonly onFill: boolean }) | null } | null;
}

export interface HoldTexts {
  readonly line: string;
  readonly distance: string;
  readonly deck: string;
  readonly talk: { readonly y: number; readonly text: string } | null;
  readonly figure: (value: number) => string;
  /** Share of names: whether the owner must stand beside the name to tell two of a kind apart. */
  readonly owners: boolean;
}

/** Widths in pixels that a hold leaves for a name and its figure. */
const ROOM = 136;

/** Finds a place for every text of a hold such that none covers another; what finds none is left to the table. */
export function labelHold(hold: Hold, texts: HoldTexts): HoldLabels {
  const taken: Taken[] = [around(hold.line, 3)];
  const line = lineLabel(hold, texts.line, texts.talk?.y);
  taken.push(textBox(line.y));
  const deck = deckLabel(hold, texts.deck, taken);
  if (deck !== null) taken.push(textBox(deck.y));
  const named: NamedSegment[] = [];
  const unnamed: Segment[] = [];
  const talkLine = texts.talk === null || onBorder(hold, texts.talk.y) ? [] : [around(texts.talk.y, 2)];
  for (const segment of hold.segments) {
    const names = nameSegment(segment, texts, [...taken, ...talkLine]) ?? nameSegment(segment, texts, taken);
    if (names === null) unnamed.push(segment);
    else named.push(names);
  }
  for (const { lines, value } of named) for (const text of [...lines, value]) taken.push(textBox(text.y));
  const talk = texts.talk === null ? null : talkReference(hold, texts.talk, taken);
  if (talk !== null) taken.push(around(talk.y, 2));
  if (talk !== null && talk.label !== null) taken.push(textBox(talk.label.y));
  const distance = distanceLabel(hold, texts.distance, taken);
  return { named, unnamed, line, distance, deck, talk };
}

/** Above the line, or below it where the surface of the load or the talk's line would run through the text. */
function lineLabel(hold: Hold, text: string, talk: number | undefined): HoldLabels['line'] {
  const crossed = (baseline: number): boolean => {
    const box = textBox(baseline);
    return [hold.surface, talk].some((edge) => edge !== undefined && edge > box.from && edge < box.to);
  };
  const y = [hold.line - 7, hold.line + 16].find((baseline) => !crossed(baseline)) ?? hold.line - 7;
  return { y, text, onFill: hold.surface < textBox(y).from + 2 };
}

function deckLabel(hold: Hold, text: string, taken: readonly Taken[]): Label | null {
  const y = hold.deck + 14;
  const free = hold.surface > y + 4 && isFree(textBox(y), taken);
  return free ? { y, text } : null;
}

/** Between surface and line, in the middle if that is far; else above the line. Over the line: above the surface. */
function distanceLabel(hold: Hold, text: string, taken: readonly Taken[]): HoldLabels['distance'] {
  const gap = hold.surface - hold.line;
  if (gap > 60) {
    const candidates = (
      taken.some(({ from }) => from > hold.line + 20 && from < hold.surface)
        ? [0.3, 0.7, 0.2, 0.8]
        : [0.5, 0.3, 0.7]
    ).map((share) => hold.line + gap * share + 4);
    const y = candidates.find((candidate) => isFree(textBox(candidate), taken)) ?? hold.surface - 6;
    return { y, text, bracket: true, onFill: false };
  }
  const candidates = gap >= 16 ? [hold.surface - 6, hold.line - 23] : [hold.line - 23, hold.surface - 6];
  if (gap < 0) candidates.reverse();
  const y =
    candidates.find((candidate) => isFree(textBox(candidate), taken)) ?? candidates[0] ?? hold.surface;
  return { y, text, bracket: false, onFill: hold.surface < textBox(y).from + 2 };
}

/** The talk's line where it crosses no text, with its name where there is room for it. */
function talkReference(
  hold: Hold,
  talk: { readonly y: number; readonly text: string },
  taken: readonly Taken[],
): HoldLabels['talk'] {
  if (talk.y < hold.deck - 40 || !isFree(around(talk.y, 1), taken)) return null;
  for (const y of [talk.y - 5, talk.y + 13]) {
    const box = textBox(y);
    const crossed = hold.surface > box.from && hold.surface < box.to;
    const inOne = hold.segments.every(({ y: edge }) => edge <= box.from || edge >= box.to);
    if (!crossed && inOne && isFree(box, taken)) {
      return { y: talk.y, label: { y, text: talk.text, onFill: hold.surface <= box.from } };
    }
  }
  return { y: talk.y, label: null };
}

const onBorder = (hold: Hold, y: number): boolean =>
  hold.segments.some((segment) => Math.abs(segment.y - y) < 2);

/** Name and figure in the middle of the segment, or of its largest part that nothing crosses. */
function nameSegment(segment: Segment, texts: HoldTexts, taken: readonly Taken[]): NamedSegment | null {
  const room = largestGap(segment.y, segment.y + segment.height, taken);
  const height = room.to - room.from;
  if (height < THIN) return null;
  const middle = (room.from + room.to) / 2;
  const small = height < 15;
  const value = texts.figure(segment.value);
  const [first, second] = linesOf(segment, texts.owners, ROOM - width(value) - 6, height);
  if (second === undefined) {
    const y = middle + (small ? 4.1 : 4.4);
    return { segment, small, lines: [{ y, text: first }], value: { y, text: value } };
  }
  const lines = [
    { y: middle - 3.6, text: first },
    { y: middle + 12.4, text: second },
  ];
  return { segment, small, lines, value: { y: middle + 12.4, text: value } };
}

function linesOf(segment: Segment, owners: boolean, room: number, height: number): [string, string?] {
  const [load] = segment.loads;
  if (load === undefined || segment.loads.length > 1) return [`${segment.loads.length} more`];
  const twoLines = height >= 34;
  if (owners && load.owner !== '' && twoLines) return [cut(load.name, ROOM), cut(load.owner, room)];
  if (width(load.name) <= room) return [load.name];
  const space = load.name.indexOf(' ');
  if (twoLines && space > 0)
    return [cut(load.name.slice(0, space), ROOM), cut(load.name.slice(space + 1), room)];
  return [cut(width(load.short) <= room ? load.short : load.name, room)];
}

function largestGap(from: number, to: number, taken: readonly Taken[]): Taken {
  let best: Taken = { from, to: from };
  let start = from;
  const inside = taken.filter((part) => part.to > from && part.from < to).sort((a, b) => a.from - b.from);
  for (const part of [...inside, { from: to, to }]) {
    if (Math.min(part.from, to) - start > best.to - best.from)
      best = { from: start, to: Math.min(part.from, to) };
    start = Math.max(start, part.to);
  }
  return best;
}

const around = (y: number, reach: number): Taken => ({ from: y - reach, to: y + reach });
const textBox = (baseline: number): Taken => ({ from: baseline - 11, to: baseline + 4 });
const isFree = (box: Taken, taken: readonly Taken[]): boolean =>
  taken.every((part) => part.to <= box.from || part.from >= box.to);

/** An estimate for 13 px in any of the fonts: good enough to choose one line or two. */
export const width = (text: string): number =>
  [...text].reduce(
    (sum, sign) => sum + (NARROW_SIGNS.includes(sign) ? 4 : WIDE_SIGNS.includes(sign) ? 11 : 7.3),
    0,
  );

const NARROW_SIGNS = "\u202f .,:;iljtfI|-‐’'";
const WIDE_SIGNS = 'mwMW%…→';

/** Text that fits, with an ellipsis where it was cut. */
export function cut(text: string, room: number): string {
  if (width(text) <= room) return text;
  const signs = [...text];
  while (signs.length > 1 && width(`${signs.join('')}…`) > room) signs.pop();
  return `${signs.join('')}…`;
}

import { END, isBlank, isBreakOrEnd, isSpaceOrEnd, shown } from './characters.js';
import type { Cursor } from './cursor.js';
import { type LoadFault, type Mark, syntaxFault } from './fault.js';
import type { Token } from './token.js';

interface Header {
  /** What becomes of the breaks at the end. */
  readonly chomping: '-' | '+' | '';
  /** How much further in the text stands, where the header says so. */
  readonly increment: number | null;
}

/** A text of lines under `|` or `>`, further in than the block that it is in. */
export function blockScalar(cursor: Cursor, style: 'literal' | 'folded', parentIndent: number): Token {
  const start = cursor.mark();
  cursor.forward();
  const { chomping, increment } = header(cursor, start);
  restOfLine(cursor, start);
  const least = Math.max(parentIndent + 1, 1);
  const leading = increment === null ? leadingLines(cursor) : { breaks: '', deepest: 0 };
  const indent = increment === null ? Math.max(least, leading.deepest) : least + increment - 1;
  let breaks = increment === null ? leading.breaks : emptyLines(cursor, indent);
  if (cursor.column < indent && cursor.column !== parentIndent) {
    const problem = ` the leading empty lines contain more spaces (${indent}) than the first non-empty line.`;
    throw fault(problem, cursor, start);
  }
  const parts: string[] = [];
  let ending = '';
  while (cursor.column === indent && cursor.peek() !== END) {
    parts.push(breaks);
    const flush = !isBlank(cursor.peek());
    parts.push(cursor.takeUntil(isBreakOrEnd));
    ending = cursor.lineBreak();
    breaks = emptyLines(cursor, indent);
    if (cursor.column !== indent || cursor.peek() === END) break;
    const folds = style === 'folded' && ending === '\n' && flush && !isBlank(cursor.peek());
    if (!folds) parts.push(ending);
    else if (breaks === '') parts.push(' ');
  }
  if (chomping !== '-') parts.push(ending);
  if (chomping === '+') parts.push(breaks);
  return { kind: '<scalar>', text: parts.join(''), style, start, end: cursor.mark() };
}

const fault = (problem: string, cursor: Cursor, since: Mark): LoadFault =>
  syntaxFault(problem, cursor.mark(), { doing: 'while scanning a block scalar', since });

function header(cursor: Cursor, start: Mark): Header {
  const before = chompingOf(cursor);
  const increment = incrementOf(cursor, start);
  const chomping = before === '' && increment !== null ? chompingOf(cursor) : before;
  if (!isSpaceOrEnd(cursor.peek())) {
    const found = shown(cursor.character());
    throw fault(`expected chomping or indentation indicators, but found ${found}`, cursor, start);
  }
  return { chomping, increment };
}

function chompingOf(cursor: Cursor): Header['chomping'] {
  const char = cursor.peek();
  if (char !== '-' && char !== '+') return '';
  cursor.forward();
  return char;
}

function incrementOf(cursor: Cursor, start: Mark): number | null {
  const char = cursor.peek();
  if (char < '0' || char > '9') return null;
  if (char === '0') {
    throw fault('expected indentation indicator in the range 1-9, but found 0', cursor, start);
  }
  cursor.forward();
  return Number(char);
}

function restOfLine(cursor: Cursor, start: Mark): void {
  cursor.skipSpaces();
  if (cursor.peek() === '#') cursor.takeUntil(isBreakOrEnd);
  if (cursor.peek() === END || cursor.lineBreak() !== '') return;
  throw fault(`expected a comment or a line break, but found ${shown(cursor.character())}`, cursor, start);
}

function leadingLines(cursor: Cursor): { readonly breaks: string; readonly deepest: number } {
  let [breaks, deepest] = ['', 0];
  while (true) {
    cursor.skipSpaces();
    deepest = Math.max(deepest, cursor.column);
    if (cursor.peek() !== '\n' && cursor.peek() !== '\r') return { breaks, deepest };
    breaks += cursor.lineBreak();
  }
}

function emptyLines(cursor: Cursor, indent: number): string {
  let breaks = '';
  while (true) {
    while (cursor.column < indent && cursor.peek() === ' ') cursor.forward();
    const ending = cursor.lineBreak();
    if (ending === '') return breaks;
    breaks += ending;
  }
}

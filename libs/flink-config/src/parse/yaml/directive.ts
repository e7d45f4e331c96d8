import { END, isBreakOrEnd, isSpaceOrEnd, isWordCharacter, shown } from './characters.js';
import type { Cursor } from './cursor.js';
import { type LoadFault, type Mark, syntaxFault } from './fault.js';
import { tagHandle, tagPrefix } from './properties.js';
import type { Token } from './token.js';

/** `%YAML 1.2`, `%TAG ! prefix`, or another, of which only the name is read. */
export function directive(cursor: Cursor): Token {
  const start = cursor.mark();
  cursor.forward();
  const text = name(cursor, start);
  const values = text === 'YAML' ? version(cursor, start) : text === 'TAG' ? tagShortcut(cursor, start) : [];
  const end = cursor.mark();
  if (values.length === 0) cursor.takeUntil(isBreakOrEnd);
  cursor.skipSpaces();
  if (cursor.peek() === '#') cursor.takeUntil(isBreakOrEnd);
  if (cursor.peek() === END || cursor.lineBreak() !== '')
    return { kind: '<directive>', text, values, start, end };
  throw fault(`expected a comment or a line break, but found ${shown(cursor.character())}`, cursor, start);
}

const fault = (problem: string, cursor: Cursor, since: Mark): LoadFault =>
  syntaxFault(problem, cursor.mark(), { doing: 'while scanning a directive', since });

function name(cursor: Cursor, start: Mark): string {
  const text = cursor.takeUntil((char) => !isWordCharacter(char));
  if (text !== '' && isSpaceOrEnd(cursor.peek())) return text;
  const found = shown(cursor.character());
  throw fault(`expected alphabetic or numeric character, but found ${found}`, cursor, start);
}

function version(cursor: Cursor, start: Mark): string[] {
  cursor.skipSpaces();
  const major = versionNumber(cursor, start);
  if (cursor.peek() !== '.') {
    throw fault(`expected a digit or '.', but found ${shown(cursor.character())}`, cursor, start);
  }
  cursor.forward();
  const minor = versionNumber(cursor, start);
  if (isSpaceOrEnd(cursor.peek())) return [major, minor];
  throw fault(`expected a digit or ' ', but found ${shown(cursor.character())}`, cursor, start);
}

const MOST_DIGITS = 3;

function versionNumber(cursor: Cursor, start: Mark): string {
  const digits = cursor.takeUntil((char) => char < '0' || char > '9');
  if (digits === '') throw fault(`expected a digit, but found ${shown(cursor.character())}`, cursor, start);
  if (digits.length <= MOST_DIGITS) return String(Number(digits));
  const problem = `found a number which cannot represent a valid version: ${digits}`;
  throw syntaxFault(problem, cursor.mark(), { doing: 'while scanning a YAML directive', since: start });
}

function tagShortcut(cursor: Cursor, start: Mark): string[] {
  cursor.skipSpaces();
  const handle = tagHandle(cursor, 'directive', start);
  if (cursor.peek() !== ' ') {
    throw fault(`expected ' ', but found ${shown(cursor.character())}`, cursor, start);
  }
  cursor.skipSpaces();
  const prefix = tagPrefix(cursor, start);
  if (isSpaceOrEnd(cursor.peek())) return [handle, prefix];
  throw fault(`expected ' ', but found ${shown(cursor.character())}`, cursor, start);
}

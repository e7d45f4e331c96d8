import { isGap, isSpaceOrEnd, isWordCharacter, shown } from './characters.js';
import type { Cursor } from './cursor.js';
import { type Mark, syntaxFault } from './fault.js';
import type { Token } from './token.js';

const NOT_IN_ANCHOR = ',[]{}/.*&';
const AFTER_ANCHOR = '?:,]}%@`';

/** `&name` or `*name`. */
export function anchorOrAlias(cursor: Cursor): Token {
  const start = cursor.mark();
  const anchor = cursor.peek() === '&';
  cursor.forward();
  const text = cursor.takeUntil((char) => isGap(char) || NOT_IN_ANCHOR.includes(char));
  const next = cursor.peek();
  if (text === '' || !(isGap(next) || AFTER_ANCHOR.includes(next))) {
    throw syntaxFault(`unexpected character found ${shown(cursor.character())}`, cursor.mark(), {
      doing: `while scanning an ${anchor ? 'anchor' : 'alias'}`,
      since: start,
    });
  }
  return { kind: anchor ? '<anchor>' : '<alias>', text, start, end: cursor.mark() };
}

const URI = /^[-\w;/?:@&=+$.!~*'()%]$/;
const URI_OF_PREFIX = /^[-\w;/?:@&=+$.!~*'()%,[\]]$/;

/** `!`, `!name`, `!!name`, `!handle!name` or `!<name>`. */
export function tag(cursor: Cursor): Token {
  const start = cursor.mark();
  const found = tagName(cursor, start);
  if (isSpaceOrEnd(cursor.peek())) return { kind: '<tag>', ...found, start, end: cursor.mark() };
  const char = cursor.character();
  throw syntaxFault(`expected ' ', but found '${char}' (${char.codePointAt(0)})`, cursor.mark(), {
    doing: 'while scanning a tag',
    since: start,
  });
}

function tagName(cursor: Cursor, start: Mark): Pick<Token, 'text' | 'handle'> {
  const next = cursor.peek(1);
  if (next === '<') {
    cursor.forward(2);
    const text = uri(cursor, 'tag', URI_OF_PREFIX, start);
    if (cursor.peek() !== '>') {
      const char = cursor.character();
      throw syntaxFault(`expected '>', but found '${char}' (${char.codePointAt(0)})`, cursor.mark(), {
        doing: 'while scanning a tag',
        since: start,
      });
    }
    cursor.forward();
    return { text };
  }
  if (isGap(next)) {
    cursor.forward();
    return { text: '!' };
  }
  let at = 1;
  while (!isSpaceOrEnd(cursor.peek(at)) && cursor.peek(at) !== '!') at += 1;
  const named = cursor.peek(at) === '!';
  const handle = named ? tagHandle(cursor, 'tag', start) : cursor.take(1);
  return { handle, text: uri(cursor, 'tag', URI, start) };
}

/** `!`, `!!` or `!name!`. */
export function tagHandle(cursor: Cursor, what: string, since: Mark): string {
  const doing = { doing: `while scanning a ${what}`, since };
  if (cursor.peek() !== '!') {
    throw syntaxFault(`expected '!', but found ${shown(cursor.character())}`, cursor.mark(), doing);
  }
  if (cursor.peek(1) === ' ') return cursor.take(1);
  let length = 1;
  while (isWordCharacter(cursor.peek(length))) length += 1;
  if (cursor.peek(length) === '!') return cursor.take(length + 1);
  cursor.forward(length);
  throw syntaxFault(`expected '!', but found ${shown(cursor.character())}`, cursor.mark(), doing);
}

/** The beginning of the names of tags, as a directive gives it. */
export const tagPrefix = (cursor: Cursor, since: Mark): string =>
  uri(cursor, 'directive', URI_OF_PREFIX, since);

function uri(cursor: Cursor, what: string, allowed: RegExp, since: Mark): string {
  let text = '';
  while (true) {
    text += cursor.takeUntil((char) => char === '%' || !allowed.test(char));
    if (cursor.peek() !== '%') break;
    text += uriEscapes(cursor, what, since);
  }
  if (text !== '') return text;
  const doing = { doing: `while scanning a ${what}`, since };
  throw syntaxFault(`expected URI, but found ${shown(cursor.character())}`, cursor.mark(), doing);
}

const TWO_DIGITS = /^[\da-fA-F]{2}$/;

/** Bytes of UTF-8 as `%C3%A9`. */
function uriEscapes(cursor: Cursor, what: string, since: Mark): string {
  const doing = { doing: `while scanning a ${what}`, since };
  const beginning = cursor.mark();
  let escapes = '';
  while (cursor.peek() === '%') {
    cursor.forward();
    const [first, second] = [cursor.peek(), cursor.peek(1)];
    if (!TWO_DIGITS.test(first + second)) {
      const problem = 'expected URI escape sequence of 2 hexadecimal numbers, but found';
      throw syntaxFault(`${problem} ${shown(first)} and ${shown(second)}`, cursor.mark(), doing);
    }
    escapes += `%${cursor.take(2)}`;
  }
  try {
    return decodeURIComponent(escapes);
  } catch {
    throw syntaxFault('expected URI in UTF-8: Input length = 1', beginning, doing);
  }
}

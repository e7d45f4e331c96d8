import { END, isBlank, isGap, shown } from './characters.js';
import type { Cursor } from './cursor.js';
import { LoadFault, type Mark, syntaxFault } from './fault.js';
import type { Token } from './token.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A text in quotes. */
export function quotedScalar(cursor: Cursor, style: 'single' | 'double'): Token {
  const start = cursor.mark();
  const quote = cursor.peek();
  cursor.forward();
  const parts = [nonBlanks(cursor, style, start)];
  while (cursor.peek() !== quote) parts.push(blanks(cursor, start), nonBlanks(cursor, style, start));
  cursor.forward();
  return { kind: '<scalar>', text: parts.join(''), style, start, end: cursor.mark() };
}

function nonBlanks(cursor: Cursor, style: 'single' | 'double', start: Mark): string {
  const double = style === 'double';
  let text = '';
  while (true) {
    text += cursor.takeUntil((char) => isGap(char) || char === "'" || char === '"' || char === '\\');
    const char = cursor.peek();
    if (!double && char === "'" && cursor.peek(1) === "'") {
      text += "'";
      cursor.forward(2);
    } else if (double ? char === "'" : char === '"' || char === '\\') {
      text += char;
      cursor.forward();
    } else if (double && char === '\\') text += escaped(cursor, start);
    else return text;
  }
}

function escaped(cursor: Cursor, since: Mark): string {
  cursor.forward();
  const char = cursor.peek();
  const replacement = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
  if (replacement !== undefined) {
    cursor.forward();
    return replacement;
  }
  const length = Object.hasOwn(CODE_LENGTHS, char) ? CODE_LENGTHS[char] : undefined;
  if (length !== undefined) return codePoint(cursor, length, since);
  if (cursor.lineBreak() !== '') return emptyLines(cursor, since);
  throw syntaxFault(`found unknown escape character ${shown(cursor.character())}`, cursor.mark(), {
    doing: 'while scanning a double-quoted scalar',
    since,
  });
}

const HEXADECIMAL = /^[\da-fA-F]*$/;
const LARGEST = 0x10ffff;
const INT_MAX = 2 ** 31 - 1;

function codePoint(cursor: Cursor, length: number, since: Mark): string {
  cursor.forward();
  let digits = '';
  while (digits.length < length && cursor.peek(digits.length) !== END) digits += cursor.peek(digits.length);
  const doing = 'while scanning a double-quoted scalar';
  if (!HEXADECIMAL.test(digits)) {
    const problem = `expected escape sequence of ${length} hexadecimal numbers, but found: ${digits}`;
    throw syntaxFault(problem, cursor.mark(), { doing, since });
  }
  const code = Number.parseInt(digits, 16);
  if (Number.isNaN(code) || code > INT_MAX) {
    throw new LoadFault(
      'NumberFormatException',
      `For input string: "${digits}" under radix 16`,
      cursor.mark(),
    );
  }
  if (code > LARGEST) {
    throw syntaxFault(`found unknown escape character ${digits}`, cursor.mark(), { doing, since });
  }
  cursor.forward(length);
  return String.fromCodePoint(code);
}

function blanks(cursor: Cursor, since: Mark): string {
  const spaces = cursor.takeUntil((char) => !isBlank(char));
  if (cursor.peek() === END) {
    throw syntaxFault('found unexpected end of stream', cursor.mark(), {
      doing: 'while scanning a quoted scalar',
      since,
    });
  }
  const ending = cursor.lineBreak();
  if (ending === '') return spaces;
  const breaks = emptyLines(cursor, since);
  return ending === '\n' ? breaks || ' ' : ending + breaks;
}

/** Lines with nothing in them, after the end of one; each is a break in the text. */
function emptyLines(cursor: Cursor, since: Mark): string {
  let breaks = '';
  while (true) {
    if ((cursor.startsWith('---') || cursor.startsWith('...')) && isGap(cursor.peek(3))) {
      throw syntaxFault('found unexpected document separator', cursor.mark(), {
        doing: 'while scanning a quoted scalar',
        since,
      });
    }
    cursor.skipBlanks();
    const ending = cursor.lineBreak();
    if (ending === '') return breaks;
    breaks += ending;
  }
}

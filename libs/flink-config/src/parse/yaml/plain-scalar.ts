import { isBlank, isGap } from './characters.js';
import type { Cursor } from './cursor.js';
import type { Token } from './token.js';

const FLOW_INDICATORS = ',[]{}';

interface PlainScalar {
  readonly token: Token;
  /** Whether a line ended after it, so that a key may begin where it stopped. */
  readonly atNewLine: boolean;
}

/** A text without quotes, over one line or more. */
export function plainScalar(cursor: Cursor, inFlow: boolean, indent: number): PlainScalar {
  const start = cursor.mark();
  let end = start;
  let spaces = '';
  let atNewLine = false;
  const parts: string[] = [];
  while (cursor.peek() !== '#') {
    const words = cursor.takeUntil((char, ahead) => endsWord(cursor, char, ahead, inFlow));
    if (words === '') break;
    parts.push(spaces, words);
    end = cursor.mark();
    const gap = spacesAfter(cursor);
    spaces = gap.text;
    atNewLine = gap.atNewLine;
    if (spaces === '' || cursor.peek() === '#' || (!inFlow && cursor.column < indent)) break;
  }
  return { token: { kind: '<scalar>', text: parts.join(''), style: 'plain', start, end }, atNewLine };
}

function endsWord(cursor: Cursor, char: string, ahead: number, inFlow: boolean): boolean {
  if (isGap(char)) return true;
  if (inFlow && FLOW_INDICATORS.includes(char)) return true;
  if (char !== ':') return false;
  const next = cursor.peek(ahead + 1);
  return isGap(next) || (inFlow && FLOW_INDICATORS.includes(next));
}

/** What stands between two words of a text: spaces, or a blank or breaks for the ends of lines; nothing where the text ends. */
function spacesAfter(cursor: Cursor): { readonly text: string; readonly atNewLine: boolean } {
  const blanks = cursor.takeUntil((char) => !isBlank(char));
  const first = cursor.lineBreak();
  if (first === '') return { text: blanks, atNewLine: false };
  let breaks = '';
  while (!isSeparator(cursor)) {
    cursor.skipSpaces();
    const ending = cursor.lineBreak();
    if (ending === '') return { text: first === '\n' ? breaks || ' ' : first + breaks, atNewLine: true };
    breaks += ending;
  }
  return { text: '', atNewLine: true };
}

const isSeparator = (cursor: Cursor): boolean =>
  cursor.startsWith('---') || (cursor.startsWith('...') && isGap(cursor.peek(3)));

import { UNPRINTABLE } from './characters.js';

const NAMED: Readonly<Record<string, string>> = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\x85': 'N',
  '\xa0': '_',
  '\u2028': 'L',
  '\u2029': 'P',
};

/** A text in double quotes, with escapes for what cannot stand there. */
export const doubleQuoted = (text: string): string => `"${[...text].map(escaped).join('')}"`;

function escaped(char: string): string {
  const name = Object.hasOwn(NAMED, char) ? NAMED[char] : undefined;
  if (name !== undefined) return `\\${name}`;
  if (!UNPRINTABLE.test(char)) return char;
  const code = (char.codePointAt(0) ?? 0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}

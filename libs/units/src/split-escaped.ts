import { type JavaResult, javaTrim, returned, thrown } from './java.js';

interface Token {
  readonly text: string;
  readonly kind: 'quoted' | 'plain' | 'delimiter';
  readonly at: number;
}

/** Blanks that do not part words are no white space to Java. */
const NON_BREAKING = '\u00a0\u2007\u202f\ufeff';
const SEPARATORS = '\u001c\u001d\u001e\u001f';

const isWhitespace = (sign: string): boolean =>
  SEPARATORS.includes(sign) || (sign.trim() === '' && !NON_BREAKING.includes(sign));

/**
 * A list of a Flink configuration (`a;b`): parts may stand in single or double quotes, a quote within them is doubled.
 * @see org.apache.flink.configuration.StructuredOptionsSplitter#splitEscaped
 */
export function splitEscaped(text: string, delimiter: string): JavaResult<readonly string[]> {
  const tokens = tokenize(text, delimiter);
  if (tokens === undefined) {
    return thrown('IllegalArgumentException', 'Could not split string. Quoting was not closed properly.');
  }
  const parts: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token.kind === 'quoted' && next !== undefined && next.kind !== 'delimiter') {
      const position = next.at - 1;
      return thrown(
        'IllegalArgumentException',
        `Could not split string. Illegal quoting at position: ${position}`,
      );
    }
    if (token.kind !== 'delimiter') parts.push(token.text);
    else if (next?.kind === 'delimiter') parts.push('');
  }
  return returned(parts);
}

function tokenize(text: string, delimiter: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const sign = text.charAt(at);
    if (sign === "'" || sign === '"') {
      const quoted = inQuotes(text, sign, at);
      if (quoted === undefined) return undefined;
      tokens.push({ kind: 'quoted', text: quoted.text, at });
      at = quoted.end;
    } else if (sign === delimiter) {
      tokens.push({ kind: 'delimiter', text: sign, at });
      at += 1;
    } else if (isWhitespace(sign)) {
      at += 1;
    } else {
      const found = text.indexOf(delimiter, at);
      const end = found < 0 ? text.length : found;
      tokens.push({ kind: 'plain', text: javaTrim(text.slice(at, end)), at });
      at = end;
    }
  }
  return tokens;
}

function inQuotes(text: string, quote: string, from: number): { text: string; end: number } | undefined {
  const parts: string[] = [];
  for (let start = from + 1; ; ) {
    const end = text.indexOf(quote, start);
    if (end < 0) return undefined;
    parts.push(text.slice(start, end));
    if (text.charAt(end + 1) !== quote) return { text: parts.join(quote), end: end + 1 };
    start = end + 2;
  }
}

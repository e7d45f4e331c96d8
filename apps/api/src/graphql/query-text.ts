import { Lexer, Source, TokenKind } from 'graphql';
import { ProblemException } from '../problem/problem-exception.js';
import { QUERY_LIMITS } from './query-limits.js';

const OPENING: readonly string[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const CLOSING: readonly string[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/**
 * Counts the tokens of a query and how deep its brackets go, before a parser that calls itself sees it.
 * Throws GRAPHQL_TOO_LONG, GRAPHQL_TOO_MANY_TOKENS, GRAPHQL_TOO_DEEP, or GraphQL's own syntax error.
 */
export function measureText(query: string): { readonly tokens: number } {
  const { characters, tokens: most, brackets } = QUERY_LIMITS;
  if (query.length > characters) {
    throw new ProblemException('GRAPHQL_TOO_LONG', {
      detail: `The query has ${query.length} characters, at most ${characters} are read: send values as variables.`,
    });
  }
  const lexer = new Lexer(new Source(query));
  let tokens = 0;
  let depth = 0;
  for (let kind = lexer.advance().kind; kind !== TokenKind.EOF; kind = lexer.advance().kind) {
    if (++tokens > most) {
      throw new ProblemException('GRAPHQL_TOO_MANY_TOKENS', {
        detail: `The query has more than ${most} tokens: send values as variables.`,
      });
    }
    if (OPENING.includes(kind)) depth++;
    else if (CLOSING.includes(kind)) depth--;
    if (depth > brackets) {
      throw new ProblemException('GRAPHQL_TOO_DEEP', {
        detail: `The query has more than ${brackets} brackets inside each other.`,
      });
    }
  }
  return { tokens };
}

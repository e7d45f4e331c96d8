import type { Mark } from './fault.js';

/** Words for kinds of tokens, as messages of the parser spell them. */
export type TokenKind =
  | '<alias>'
  | '<anchor>'
  | '<block end>'
  | '-'
  | '<block mapping start>'
  | '<block sequence start>'
  | '<directive>'
  | '<document end>'
  | '<document start>'
  | ','
  | '}'
  | '{'
  | ']'
  | '['
  | '?'
  | '<scalar>'
  | '<stream end>'
  | '<tag>'
  | ':';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface Token {
  readonly kind: TokenKind;
  readonly start: Mark;
  readonly end: Mark;
  /** Text of a scalar, name of an anchor, an alias or a directive, ending of a tag. */
  readonly text: string;
  readonly style?: ScalarStyle;
  /** Handle of a tag, none where it is spelled out. */
  readonly handle?: string;
  /** What follows the name of a directive that is known. */
  readonly values?: readonly string[];
}

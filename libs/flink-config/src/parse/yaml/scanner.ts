import { blockScalar } from './block-scalar.js';
import { END, isBreakOrEnd, isGap } from './characters.js';
import { Cursor } from './cursor.js';
import { directive } from './directive.js';
import { LoadFault, type Mark, syntaxFault } from './fault.js';
import { plainScalar } from './plain-scalar.js';
import { anchorOrAlias, tag } from './properties.js';
import { quotedScalar } from './quoted-scalar.js';
import type { Token, TokenKind } from './token.js';

/** A token that turns out to be a key once a colon follows on its line. */
interface PossibleKey {
  /** Count of the tokens before it. */
  readonly number: number;
  readonly required: boolean;
  readonly index: number;
  readonly mark: Mark;
}

const LONGEST_KEY = 1024;
const NEVER_FIRST = '-?:,[]{}#&*!|>\'"%@`';

/** Reads a text as tokens, as the YAML parser of Flink 1.19 and later does: with the same keys, blocks and refusals. */
export class Scanner {
  private readonly cursor: Cursor;
  private queue: Token[] = [];
  private head = 0;
  private taken = 0;
  private done = false;
  private flowLevel = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private keyAllowed = true;
  private readonly possibleKeys = new Map<number, PossibleKey>();

  constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  /** The next token, which stays. */
  peek(): Token {
    while (this.needsMore()) this.readToken();
    const token = this.queue[this.head];
    return token ?? { kind: '<stream end>', text: '', start: this.cursor.mark(), end: this.cursor.mark() };
  }

  is(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.peek().kind);
  }

  next(): Token {
    const token = this.peek();
    this.head += 1;
    this.taken += 1;
    if (this.head === this.queue.length) {
      this.queue = [];
      this.head = 0;
    }
    return token;
  }

  startDocument(): void {
    this.cursor.startDocument();
  }

  private needsMore(): boolean {
    if (this.done) return false;
    if (this.head === this.queue.length) return true;
    this.dropStaleKeys();
    const first = this.possibleKeys.values().next();
    return first.done !== true && first.value.number === this.taken;
  }

  private readToken(): void {
    this.cursor.checkSize();
    this.skipToToken();
    this.dropStaleKeys();
    this.unwind(this.cursor.column);
    const char = this.cursor.peek();
    if (char === END) this.streamEnd();
    else if (char === '%' && this.cursor.column === 0) this.directive();
    else if (this.isSeparator('---')) this.separator('<document start>');
    else if (this.isSeparator('...')) this.separator('<document end>');
    else if (char === '[' || char === '{') this.flowStart(char);
    else if (char === ']' || char === '}') this.flowEnd(char);
    else if (char === ',') this.flowEntry();
    else if (char === '-' && isGap(this.cursor.peek(1))) this.blockEntry();
    else if (char === '?' && isGap(this.cursor.peek(1))) this.key();
    else if (char === ':' && (this.flowLevel !== 0 || isGap(this.cursor.peek(1)))) this.value();
    else if ((char === '|' || char === '>') && this.flowLevel === 0) this.block(char);
    else this.content(char);
  }

  private content(char: string): void {
    if (char === '*' || char === '&') this.add(this.keyable(() => anchorOrAlias(this.cursor)));
    else if (char === '!') this.add(this.keyable(() => tag(this.cursor)));
    else if (char === "'") this.add(this.keyable(() => quotedScalar(this.cursor, 'single')));
    else if (char === '"') this.add(this.keyable(() => quotedScalar(this.cursor, 'double')));
    else if (this.beginsPlain(char)) this.plain();
    else throw this.strayCharacter();
  }

  private strayCharacter(): LoadFault {
    const char = this.cursor.character();
    const name = char === '\t' ? '\\t(TAB)' : char;
    const problem = `found character '${name}' that cannot start any token. (Do not use ${name} for indentation)`;
    return syntaxFault(problem, this.cursor.mark(), { doing: 'while scanning for the next token' });
  }

  private beginsPlain(char: string): boolean {
    if (!isGap(char) && !NEVER_FIRST.includes(char)) return true;
    const next = this.cursor.peek(1);
    return this.flowLevel === 0
      ? '-?:'.includes(char) && !isGap(next)
      : '-?'.includes(char) && !isGap(next) && !',]'.includes(next);
  }

  private isSeparator(marker: string): boolean {
    return this.cursor.column === 0 && this.cursor.startsWith(marker) && isGap(this.cursor.peek(3));
  }

  private skipToToken(): void {
    if (this.cursor.index === 0 && this.cursor.peek() === '\ufeff') this.cursor.forward();
    do {
      this.cursor.skipSpaces();
      if (this.cursor.peek() === '#') this.cursor.takeUntil(isBreakOrEnd);
    } while (this.endOfLine());
  }

  private endOfLine(): boolean {
    if (this.cursor.lineBreak() === '') return false;
    if (this.flowLevel === 0) this.keyAllowed = true;
    return true;
  }

  private dropStaleKeys(): void {
    for (const [level, key] of this.possibleKeys) {
      if (key.mark.line === this.cursor.line && this.cursor.index - key.index <= LONGEST_KEY) continue;
      if (key.required) throw this.missingColon(key);
      this.possibleKeys.delete(level);
    }
  }

  private savePossibleKey(): void {
    const required = this.flowLevel === 0 && this.indent === this.cursor.column;
    if (this.keyAllowed) {
      this.removePossibleKey();
      const number = this.taken + this.queue.length - this.head;
      const { index } = this.cursor;
      this.possibleKeys.set(this.flowLevel, { number, required, index, mark: this.cursor.mark() });
    } else if (required) {
      const message = 'A simple key is required only if it is the first token in the current line';
      throw new LoadFault('YamlEngineException', message, this.cursor.mark());
    }
  }

  private removePossibleKey(): void {
    const key = this.possibleKeys.get(this.flowLevel);
    this.possibleKeys.delete(this.flowLevel);
    if (key?.required === true) throw this.missingColon(key);
  }

  private missingColon({ mark }: PossibleKey): LoadFault {
    const context = { doing: 'while scanning a simple key', since: mark };
    return syntaxFault("could not find expected ':'", this.cursor.mark(), context);
  }

  private unwind(column: number): void {
    if (this.flowLevel !== 0) return;
    while (this.indent > column) {
      this.add(this.here('<block end>'));
      this.indent = this.indents.pop() ?? -1;
    }
  }

  /** Whether a block begins at this column: it stands further in than the one around it. */
  private indentTo(column: number): boolean {
    if (this.indent >= column) return false;
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

  private streamEnd(): void {
    this.unwind(-1);
    this.removePossibleKey();
    this.keyAllowed = false;
    this.possibleKeys.clear();
    this.add(this.here('<stream end>'));
    this.done = true;
  }

  private directive(): void {
    this.unwind(-1);
    this.removePossibleKey();
    this.keyAllowed = false;
    this.add(directive(this.cursor));
  }

  private separator(kind: '<document start>' | '<document end>'): void {
    this.unwind(-1);
    this.removePossibleKey();
    this.keyAllowed = false;
    this.indicator(kind, 3);
  }

  private flowStart(kind: '[' | '{'): void {
    this.savePossibleKey();
    this.flowLevel += 1;
    this.keyAllowed = true;
    this.indicator(kind);
  }

  private flowEnd(kind: ']' | '}'): void {
    this.removePossibleKey();
    this.flowLevel -= 1;
    this.keyAllowed = false;
    this.indicator(kind);
  }

  private flowEntry(): void {
    this.keyAllowed = true;
    this.removePossibleKey();
    this.indicator(',');
  }

  private blockEntry(): void {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) {
        throw syntaxFault('sequence entries are not allowed here', this.cursor.mark(), { doing: '' });
      }
      if (this.indentTo(this.cursor.column)) this.add(this.here('<block sequence start>'));
    }
    this.keyAllowed = true;
    this.removePossibleKey();
    this.indicator('-');
  }

  private key(): void {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) throw syntaxFault('mapping keys are not allowed here', this.cursor.mark());
      if (this.indentTo(this.cursor.column)) this.add(this.here('<block mapping start>'));
    }
    this.keyAllowed = this.flowLevel === 0;
    this.removePossibleKey();
    this.indicator('?');
  }

  private value(): void {
    const key = this.possibleKeys.get(this.flowLevel);
    if (key === undefined) this.valueWithoutKey();
    else {
      this.possibleKeys.delete(this.flowLevel);
      const at = { text: '', start: key.mark, end: key.mark };
      const inserted: Token[] = [{ kind: '?', ...at }];
      if (this.flowLevel === 0 && this.indentTo(key.mark.column)) {
        inserted.unshift({ kind: '<block mapping start>', ...at });
      }
      this.queue.splice(key.number - this.taken + this.head, 0, ...inserted);
      this.keyAllowed = false;
    }
    this.indicator(':');
  }

  private valueWithoutKey(): void {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) throw syntaxFault('mapping values are not allowed here', this.cursor.mark());
      if (this.indentTo(this.cursor.column)) this.add(this.here('<block mapping start>'));
    }
    this.keyAllowed = this.flowLevel === 0;
  }

  private block(char: string): void {
    this.keyAllowed = true;
    this.removePossibleKey();
    this.add(blockScalar(this.cursor, char === '|' ? 'literal' : 'folded', this.indent));
  }

  private plain(): void {
    const { token, atNewLine } = this.keyable(() =>
      plainScalar(this.cursor, this.flowLevel !== 0, this.indent + 1),
    );
    this.keyAllowed = atNewLine;
    this.add(token);
  }

  private keyable<T>(scan: () => T): T {
    this.savePossibleKey();
    this.keyAllowed = false;
    return scan();
  }

  private indicator(kind: TokenKind, length = 1): void {
    const start = this.cursor.mark();
    this.cursor.forward(length);
    this.add({ kind, text: '', start, end: this.cursor.mark() });
  }

  private here(kind: TokenKind): Token {
    const mark = this.cursor.mark();
    return { kind, text: '', start: mark, end: mark };
  }

  private add(token: Token): void {
    this.queue.push(token);
  }
}

import type { Position } from './answer.js';

export interface ShellWord {
  readonly text: string;
  readonly at: Position;
  /** Whether the shell would put the value of a variable or the output of a command into it. */
  readonly expands: boolean;
}

export interface ShellText {
  readonly words: readonly ShellWord[];
  /** Where a character ends the command, so that the rest of the line is none of it. */
  readonly ends: readonly (Position & { readonly char: string })[];
  /** Where a quote opens that nothing closes. */
  readonly open: Position | null;
}

const ENDS_COMMAND = ';&|<>()';
const ESCAPED_IN_QUOTES = '$`"\\\n';

/** The words of a command line, as a POSIX shell splits them. */
export function shellWords(text: string): ShellText {
  return new ShellReader(text).read();
}

class ShellReader {
  private readonly words: ShellWord[] = [];
  private readonly ends: (Position & { readonly char: string })[] = [];
  private open: Position | null = null;
  private index = 0;
  private line = 1;
  private lineStart = 0;
  private word: { text: string; at: Position; expands: boolean } | null = null;

  constructor(private readonly text: string) {}

  read(): ShellText {
    while (this.index < this.text.length && this.open === null) this.step(this.text.charAt(this.index));
    this.endWord();
    return { words: this.words, ends: this.ends, open: this.open };
  }

  private step(char: string): void {
    if (char === "'") this.quoted(char, false);
    else if (char === '"') this.quoted(char, true);
    else if (char === '\\') this.escaped();
    else if (/\s/.test(char)) {
      this.endWord();
      this.advance();
    } else if (ENDS_COMMAND.includes(char)) {
      this.ends.push({ ...this.position(), char });
      this.endWord();
      this.skipLine();
    } else if (char === '#' && this.word === null) this.skipLine();
    else this.add(char, /^(?:\$[\w{(]|`)/.test(this.text.slice(this.index, this.index + 2)));
  }

  private quoted(quote: string, expands: boolean): void {
    const at = this.position();
    this.begin();
    this.advance();
    while (this.index < this.text.length) {
      const char = this.text.charAt(this.index);
      if (char === quote) {
        this.advance();
        return;
      }
      const next = this.text.charAt(this.index + 1);
      if (expands && char === '\\' && next !== '' && ESCAPED_IN_QUOTES.includes(next)) {
        this.advance();
        if (next === '\n') this.advance();
        else this.add(next, false);
      } else this.add(char, expands && /^(?:\$[\w{(]|`)/.test(char + next));
    }
    this.open = at;
  }

  private escaped(): void {
    this.advance();
    const char = this.text.charAt(this.index);
    if (char === '\n' || char === '\r') {
      this.advance();
      if (char === '\r' && this.text.charAt(this.index) === '\n') this.advance();
    } else if (char !== '') this.add(char, false);
  }

  private skipLine(): void {
    while (this.index < this.text.length && this.text.charAt(this.index) !== '\n') this.advance();
  }

  private begin(): { text: string; at: Position; expands: boolean } {
    this.word ??= { text: '', at: this.position(), expands: false };
    return this.word;
  }

  private add(char: string, expands: boolean): void {
    const word = this.begin();
    word.text += char;
    word.expands ||= expands;
    this.advance();
  }

  private endWord(): void {
    if (this.word !== null) this.words.push(this.word);
    this.word = null;
  }

  private advance(): void {
    if (this.text.charAt(this.index) === '\n') {
      this.line += 1;
      this.lineStart = this.index + 1;
    }
    this.index += 1;
  }

  private position(): Position {
    return { line: this.line, column: this.index - this.lineStart + 1 };
  }
}

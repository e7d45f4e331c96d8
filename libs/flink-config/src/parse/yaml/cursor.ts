import { END, isBlank, UNPRINTABLE } from './characters.js';
import { LoadFault, type Mark } from './fault.js';

/** Code points that Flink’s parser reads of one document; 3 MiB. */
const MOST_CODE_POINTS = 3 * 1024 * 1024;
/** The parser looks for unprintable characters in pieces of so many. */
const PIECE = 1024;
const SEPARATORS = '\u2028\u2029';
const LINE_ENDS = `\n\r\x85${SEPARATORS}`;
const BYTE_ORDER_MARK = '\ufeff';

/** A place in a text that moves forward, and what lies ahead of it. */
export class Cursor {
  index = 0;
  line = 0;
  column = 0;
  private readonly text: string;
  private readonly unprintable: boolean;
  private documentStart = 0;

  constructor(text: string) {
    const content = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    const bad = content.search(UNPRINTABLE);
    this.unprintable = bad >= 0;
    this.text = bad < 0 ? content : content.slice(0, pieceStart(content, bad));
  }

  /** The character so far ahead, as a code point or half of one; `END` where the text is over. */
  peek(ahead = 0): string {
    const char = this.text[this.index + ahead];
    if (char !== undefined) return char;
    if (this.unprintable) {
      throw new LoadFault('ReaderException', 'special characters are not allowed', this.mark());
    }
    return END;
  }

  startsWith(text: string): boolean {
    return this.peek(text.length - 1) !== END && this.text.startsWith(text, this.index);
  }

  /** The whole character here. */
  character(): string {
    this.peek();
    return String.fromCodePoint(this.text.codePointAt(this.index) ?? 0);
  }

  forward(count = 1): void {
    for (let moved = 0; moved < count; moved++) {
      const char = this.text[this.index];
      if (char === undefined) return;
      this.index += 1;
      if (char === '\n' || (char === '\r' && this.peek() !== '\n' && this.peek() !== END)) {
        this.line += 1;
        this.column = 0;
      } else if (char !== BYTE_ORDER_MARK && !isSecondHalf(char)) this.column += 1;
    }
  }

  /** The characters up to one that ends them, which is the next one then. */
  takeUntil(ends: (char: string, ahead: number) => boolean): string {
    let length = 0;
    while (!ends(this.peek(length), length)) length += 1;
    return this.take(length);
  }

  /** So many characters of the same line. */
  take(length: number): string {
    const taken = this.text.slice(this.index, this.index + length);
    this.index += length;
    for (let at = 0; at < taken.length; at++) if (!isSecondHalf(taken.charAt(at))) this.column += 1;
    return taken;
  }

  skipSpaces(): void {
    while (this.peek() === ' ') this.forward();
  }

  skipBlanks(): void {
    while (isBlank(this.peek())) this.forward();
  }

  /** Reads the end of a line, if there is one here. @returns what it is in a text: nothing, `\n`, or a separator that stays */
  lineBreak(): string {
    const char = this.peek();
    if (!LINE_ENDS.includes(char)) return '';
    this.forward(char === '\r' && this.peek(1) === '\n' ? 2 : 1);
    return SEPARATORS.includes(char) ? char : '\n';
  }

  mark(): Mark {
    return { line: this.line, column: this.column };
  }

  startDocument(): void {
    this.documentStart = this.index;
  }

  checkSize(): void {
    if (this.index - this.documentStart <= MOST_CODE_POINTS) return;
    throw new LoadFault(
      'YamlEngineException',
      `The incoming YAML document exceeds the limit: ${MOST_CODE_POINTS} code points.`,
      this.mark(),
    );
  }
}

const pieceStart = (text: string, at: number): number => at - (at % Math.min(PIECE, text.length));

const isSecondHalf = (char: string): boolean => char >= '\udc00' && char <= '\udfff';

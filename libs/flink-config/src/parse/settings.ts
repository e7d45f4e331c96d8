import type { ParseProblem, ParseProblemCode, Position } from './answer.js';
import { MOST_CHARACTERS, tooManyCharacters } from './too-much.js';

const MOST_PROBLEMS = 1000;
const LONGEST_MESSAGE = 1000;

/** What has been read of one document so far: values with the places of their keys, and what is wrong. */
export class Settings {
  private readonly values = new Map<string, { readonly text: string; readonly position: Position }>();
  private readonly found: ParseProblem[] = [];
  private count = 0;
  private characters = 0;

  set(key: string, text: string, position: Position): void {
    this.characters += key.length + text.length;
    if (this.characters > MOST_CHARACTERS) throw tooManyCharacters();
    this.values.set(key, { text, position });
  }

  has(key: string): boolean {
    return this.values.has(key);
  }

  value(key: string): string | undefined {
    return this.values.get(key)?.text;
  }

  position(key: string): Position | undefined {
    return this.values.get(key)?.position;
  }

  delete(key: string): void {
    this.values.delete(key);
  }

  problem(code: ParseProblemCode, { line, column }: Position, message: string, key?: string): void {
    this.count += 1;
    if (this.count > MOST_PROBLEMS) return;
    const short = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
    this.found.push({ line, column, code, message: short, ...(key === undefined ? {} : { key }) });
  }

  config(): Record<string, string> {
    return Object.fromEntries([...this.values].map(([key, { text }]) => [key, text]));
  }

  positions(): Record<string, Position> {
    return Object.fromEntries([...this.values].map(([key, { position }]) => [key, position]));
  }

  /** By place. */
  problems(): ParseProblem[] {
    const sorted = this.found.toSorted((a, b) => a.line - b.line || a.column - b.column);
    const last = sorted.at(-1);
    if (this.count <= MOST_PROBLEMS || last === undefined) return sorted;
    const message = `There are ${this.count - MOST_PROBLEMS} more problems: mend these first.`;
    return [...sorted, { line: last.line, column: last.column, code: 'more-problems', message }];
  }
}

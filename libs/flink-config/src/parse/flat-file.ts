import { javaTrim } from '@plimsoll/units';
import type { Position } from './answer.js';
import { flatLineProblem, flatValueProblems } from './flat-problems.js';
import { Settings } from './settings.js';

const LINE_END = /\r\n|\r|\n/;

/**
 * `flink-conf.yaml`, as Flink up to 1.20 reads it: no YAML but lines of `key: value`. A `#` anywhere ends a line, the first colon
 * with a blank after it ends the key, both sides are trimmed, and what is no such line is dropped with no more than a warning.
 * @see org.apache.flink.configuration.GlobalConfiguration#loadLegacyYAMLResource
 */
export function flatFile(text: string): Settings {
  const settings = new Settings();
  const parents = new FlatParents();
  for (const [at, line] of text.split(LINE_END).entries()) {
    const read = flatLine(line);
    if (read === null) flatLineProblem(settings, line, at + 1, parents);
    else {
      const position = { line: at + 1, column: line.indexOf(read.key) + 1 };
      flatValueProblems(settings, line, read, position, parents.above(line));
      settings.set(read.key, read.value, position);
    }
  }
  return settings;
}

/** The lines above that open blocks in YAML, and do nothing here. */
export class FlatParents {
  private parents: readonly { readonly key: string; readonly indent: number }[] = [];

  /** The key of the block that a line would be in; empty where it is in none. */
  above(line: string): string {
    this.parents = this.parents.filter(({ indent }) => indent < indentOf(line));
    return this.parents.map(({ key }) => key).join('.');
  }

  open(key: string, line: string): void {
    this.above(line);
    this.parents = [...this.parents, { key, indent: indentOf(line) }].slice(0, MOST_PARENTS);
  }
}

const MOST_PARENTS = 20;

export interface FlatLine {
  readonly key: string;
  readonly value: string;
}

/** What Flink reads of a line; null where it drops it. */
export function flatLine(line: string): FlatLine | null {
  const hash = line.indexOf('#');
  const content = javaTrim(hash < 0 ? line : line.slice(0, hash));
  const colon = content.indexOf(': ');
  if (colon < 0) return null;
  const [key, value] = [javaTrim(content.slice(0, colon)), javaTrim(content.slice(colon + 2))];
  return key === '' || value === '' ? null : { key, value };
}

export const indentOf = (line: string): number => line.length - line.trimStart().length;

export const startOf = (line: string, number: number): Position => ({
  line: number,
  column: indentOf(line) + 1,
});

import { javaTrim } from '@plimsoll/units';
import type { ParseProblemCode, Position } from './answer.js';
import { type FlatLine, type FlatParents, startOf } from './flat-file.js';
import type { Settings } from './settings.js';

const KEY = /^[\w.<>/-]+$/;

/** Says what is wrong with a line that Flink drops, if anything. */
export function flatLineProblem(
  settings: Settings,
  line: string,
  number: number,
  parents: FlatParents,
): void {
  const content = javaTrim(line.split('#', 1)[0] ?? '');
  if (content === '' || /^(?:---|\.\.\.)$/.test(content)) {
    if (content === '' && line.includes('#') && /^\s*[^\s#]/.test(line)) hashProblem(settings, line, number);
    return;
  }
  const at = startOf(line, number);
  const colon = content.indexOf(':');
  const key = javaTrim(colon < 0 ? '' : content.slice(0, colon));
  const dropped = (code: ParseProblemCode, message: string, column = at.column): void =>
    settings.problem(code, { line: number, column }, message, KEY.test(key) ? key : undefined);
  if (/^-(?:\s|$)/.test(content)) {
    const remedy = 'write the items in one line after the key, separated by ";"';
    dropped('list-item-dropped', `Flink drops items of YAML lists here: ${remedy}.`);
    return;
  }
  const column = at.column + content.indexOf(':');
  if (colon >= 0 && key === '') {
    dropped('key-missing', 'Flink drops this line, as nothing stands before its colon: write "key: value".');
  } else if (colon === content.length - 1 || (colon >= 0 && javaTrim(content.slice(colon + 1)) === '')) {
    if (line.includes('#')) {
      dropped('value-missing', `Flink drops ${named(key)}: a "#" ends the line before its value.`, column);
    } else {
      const remedy = 'write "key: value" in one line, with the whole key';
      dropped(
        'value-missing',
        `Flink drops ${named(key)}, as it has no value in its line: ${remedy}.`,
        column,
      );
    }
    parents.open(key, line);
  } else if (content[colon + 1] === '\t') {
    dropped(
      'tab-after-colon',
      `Flink drops ${named(key)}: write a blank, no tab, after the colon.`,
      column + 1,
    );
  } else if (colon >= 0) {
    const remedy = `write "${KEY.test(key) ? key : 'key'}: …"`;
    dropped(
      'missing-space-after-colon',
      `Flink drops ${named(key)}, as no blank follows its colon: ${remedy}.`,
      column,
    );
  } else dropped('line-dropped', 'Flink drops this line, as it is no "key: value".');
}

const named = (key: string): string => (KEY.test(key) ? `"${key}"` : 'this line');

function hashProblem(settings: Settings, line: string, number: number): void {
  const column = line.indexOf('#') + 1;
  const message = 'Flink drops the line from "#" on, and nothing is left of it.';
  settings.problem('text-after-hash-dropped', { line: number, column }, message);
}

/** Says what Flink misreads of a line that it takes. */
export function flatValueProblems(
  settings: Settings,
  line: string,
  { key, value }: FlatLine,
  at: Position,
  parent: string,
): void {
  const report = (code: ParseProblemCode, column: number, message: string): void =>
    settings.problem(code, { line: at.line, column }, message, key);
  const valueColumn = line.indexOf(value, at.column - 1 + key.length) + 1;
  nesting(report, key, at.column, parent);
  const hash = line.indexOf('#');
  if (hash >= 0 && (!/\s/.test(line.charAt(hash - 1)) || opensQuote(value))) {
    const remedy = 'Flink’s flat parser cannot hold a "#", in quotes or not: use config.yaml from 1.19 on';
    report(
      'text-after-hash-dropped',
      hash + 1,
      `Flink drops "#" and what follows it from "${key}": ${remedy}.`,
    );
  }
  if (/^(["']).*\1$/s.test(value) && value.length > 1) {
    report('quotes-kept', valueColumn, `The quotes become a part of the value of "${key}": leave them out.`);
  }
  if (/^(["']).*\1$/s.test(key)) {
    report('quotes-kept', at.column, `The quotes become a part of the key ${key}: leave them out.`);
  }
  if (/^(?:[|>][-+\d]*|\[.*\]|\{.*\})$/s.test(value)) {
    const remedy = 'write one line, lists as "a;b" and maps as "k:v,k:v"';
    report(
      'yaml-value-kept-as-text',
      valueColumn,
      `Flink takes this YAML in "${key}" for plain text: ${remedy}.`,
    );
  }
  if (settings.has(key)) {
    const before = settings.position(key)?.line;
    report(
      'duplicate-key',
      at.column,
      `"${key}" stands in line ${before} too; Flink takes the last: remove one.`,
    );
  }
  if (/[^\p{ASCII}]/u.test(key + value)) {
    const remedy = 'write ASCII, or start Flink with -Dfile.encoding=UTF-8';
    report(
      'platform-encoding',
      valueColumn,
      `How Flink reads "${key}" depends on the locale of its machine: ${remedy}.`,
    );
  }
  if (key.startsWith('\ufeff')) {
    report(
      'byte-order-mark',
      at.column,
      `A byte order mark becomes a part of the key: save the file without one.`,
    );
  }
}

const opensQuote = (value: string): boolean => /^["'][^"']*$/.test(value);

function nesting(
  report: (code: ParseProblemCode, column: number, message: string) => void,
  key: string,
  column: number,
  parent: string,
): void {
  if (parent === '') return;
  const remedy = `write "${parent}.${key}: …"`;
  report(
    'nesting-lost',
    column,
    `Flink does not see that this is within "${parent}" and reads the key "${key}": ${remedy}.`,
  );
}

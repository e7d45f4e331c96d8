import { UNITS } from '@plimsoll/units';
import { compileExpression, KNOWN_WORDS } from './formula-language.js';

export interface NamedValue {
  readonly name: string;
  readonly value: number;
}

/**
 * The value of a formula's text over its recorded inputs, read as a person reads it: `records per second × record bytes ÷
 * machines`. Names of inputs may have spaces and signs in them; where several fit, the longest is meant. `1 s` is a number of
 * milliseconds, `4 KiB` one of bytes; `Σ(i = 0 … n − 1: term)` adds up.
 * @throws Error which says what cannot be read or which name is not known, with the whole text
 */
export function evaluateFormula(text: string, inputs: readonly NamedValue[]): number {
  const values = byName(text, inputs);
  const names = [...values.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const expression = translate(text, names);
  const scope = new Map(names.map((name, index) => [placeholder(index), values.get(name) ?? 0]));
  try {
    return Number(compiled(expression).evaluate(scope));
  } catch (error) {
    throw new Error(`"${text}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function byName(text: string, inputs: readonly NamedValue[]): Map<string, number> {
  const values = new Map<string, number>();
  for (const { name, value } of inputs) {
    const known = values.get(name);
    if (known !== undefined && known !== value) {
      throw new Error(`"${text}" has two inputs named "${name}": ${known} and ${value}`);
    }
    values.set(name, value);
  }
  return values;
}

const SIGNS: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '⌈': 'ceil(',
  '⌉': ')',
  '⌊': 'floor(',
  '⌋': ')',
  '√': 'sqrt',
  π: `(${Math.PI})`,
};

const UNIT_FACTORS: ReadonlyMap<string, number> = new Map([
  ...Object.entries(UNITS.ms),
  ...Object.entries(UNITS.bytes),
]);
const NUMBER_WITH_UNIT = /(\d+(?:\.\d+)?)\s([A-Za-z]+)(?![A-Za-z0-9])/y;
const SUM = /Σ\s*\(\s*([A-Za-z]\w*)\s*=([^…]*)…([^:]*):/y;
const WORD = /[A-Za-z]\w*/y;
const LETTER_OR_DIGIT = /[\p{L}\p{N}_]/u;

const placeholder = (index: number): string => `input${index}`;

/** The text with inputs as placeholders and signs as operators, in the grammar of `compileExpression`. */
function translate(
  text: string,
  names: readonly string[],
  variables: ReadonlySet<string> = new Set(),
): string {
  let expression = '';
  let loops = variables;
  for (let at = 0; at < text.length; ) {
    const index = afterWord(text, at) ? -1 : names.findIndex((name) => standsAt(text, name, at));
    const name = names[index];
    if (name !== undefined) {
      expression += placeholder(index);
      at += name.length;
      continue;
    }
    const sum = matchAt(SUM, text, at);
    if (sum !== null) {
      const [whole, variable = '', from = '', to = ''] = sum;
      loops = new Set([...loops, variable]);
      expression += `series(${variable}, ${translate(from, names, loops)}, ${translate(to, names, loops)},`;
      at += whole.length;
      continue;
    }
    const quantity = matchAt(NUMBER_WITH_UNIT, text, at);
    const factor = quantity === null ? undefined : UNIT_FACTORS.get(quantity[2] ?? '');
    if (quantity !== null && factor !== undefined) {
      expression += `(${Number(quantity[1]) * factor})`;
      at += quantity[0].length;
      continue;
    }
    const word = matchAt(WORD, text, at)?.[0];
    if (word !== undefined) {
      if (!KNOWN_WORDS.has(word) && !loops.has(word)) throw unknownName(text, word, names);
      expression += word;
      at += word.length;
      continue;
    }
    const sign = text[at] ?? '';
    expression += SIGNS[sign] ?? sign;
    at += 1;
  }
  return expression;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const afterWord = (text: string, at: number): boolean => at > 0 && LETTER_OR_DIGIT.test(text[at - 1] ?? '');

/** Whether a name stands there whole, not as the beginning of a longer word. */
function standsAt(text: string, name: string, at: number): boolean {
  if (name === '' || !text.startsWith(name, at)) return false;
  const last = name.at(-1) ?? '';
  const next = text[at + name.length] ?? '';
  return !(LETTER_OR_DIGIT.test(last) && LETTER_OR_DIGIT.test(next));
}

const unknownName = (text: string, word: string, names: readonly string[]): Error =>
  new Error(
    `"${text}" speaks of "${word}", which is none of its inputs (${names.map((name) => `"${name}"`).join(', ') || 'none'})`,
  );

/** Few texts, many figures: what was compiled once is kept. */
const cache = new Map<string, ReturnType<typeof compileExpression>>();
const MOST_KEPT = 5_000;

function compiled(expression: string): ReturnType<typeof compileExpression> {
  const kept = cache.get(expression);
  if (kept !== undefined) return kept;
  if (cache.size >= MOST_KEPT) cache.clear();
  const made = compileExpression(expression);
  cache.set(expression, made);
  return made;
}

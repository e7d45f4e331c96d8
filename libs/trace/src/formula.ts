import type { QuantityOf, Unit } from '@plimsoll/units';
import type { Evidence } from './evidence.js';

/** Names of a formula's inputs with their units. */
export type InputUnits = Readonly<Record<string, Unit>>;
export type InputValues<I extends InputUnits> = { readonly [Name in keyof I]: QuantityOf[I[Name]] };

/**
 * One piece of arithmetic, written once: its text for people, and the function that computes it over the same named inputs.
 * A test evaluates the text on recorded inputs and compares it with what `compute` gave.
 */
export interface Formula<U extends Unit = Unit, I extends InputUnits = InputUnits> {
  /** Number in the formula table: `F1.3`. Several expressions may belong to one number. */
  readonly reference: string;
  /** What it gives, for people: `Source read`. */
  readonly label: string;
  readonly unit: U;
  readonly inputs: I;
  /** Words and symbols over the names of the inputs; `× ÷ − ⌈ ⌉ ⌊ ⌋ min max exp` and `D(keys, records)`. */
  readonly text: string;
  readonly evidence: Evidence;
  readonly compute: (values: InputValues<I>) => number;
  /** The names of the inputs, in their order. */
  readonly names: readonly (keyof I & string)[];
  /** The same as they stand in the text. */
  readonly words: readonly string[];
}

export type FormulaRow<U extends Unit, I extends InputUnits> = Omit<
  Formula<U, I>,
  'names' | 'words' | 'evidence'
> & {
  readonly evidence?: Evidence;
};

/** A formula as it is shown: all but the function. */
export type FormulaText = Omit<Formula, 'compute'>;

/** Declares a formula. Its text names inputs as the code does (`recordBytes`); people read them as words (`record bytes`). */
export function formula<U extends Unit, const I extends InputUnits>(row: FormulaRow<U, I>): Formula<U, I> {
  const names: (keyof I & string)[] = Object.keys(row.inputs);
  const words = names.map(inWords);
  const text = row.text.replace(/[A-Za-z]\w*/g, (word) => words[names.indexOf(word)] ?? word);
  return { ...row, evidence: row.evidence ?? 'derived', text, names, words };
}

/** `recordBytes` as people read it: `record bytes`. */
export const inWords = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

import type { Unit } from '@plimsoll/units';
import type { Evidence } from './evidence.js';
import { weaker } from './evidence.js';
import { type FormulaText, type InputUnits, inWords } from './formula.js';
import type { Parameter } from './parameter.js';

/** Sizes are whole and may exceed 2^53 − 1, so they are `bigint`; every other unit is a number. */
export type ExactOf<U extends Unit> = U extends 'bytes' ? bigint : number;
export type Exact = bigint | number;

/** A value whose origin is known: a leaf, or what a derivation gave. */
export interface Known<U extends Unit = Unit> {
  readonly unit: U;
  readonly value: ExactOf<U>;
  /** A JSON pointer into the request, a parameter's id, `flink:<option>`, or the key of an earlier step. */
  readonly from: string;
  readonly evidence: Evidence;
}

/** A formula over exact values. Its text and its inputs are shown as those of every formula are. */
export interface ExactFormula<U extends Unit = Unit, I extends InputUnits = InputUnits> extends FormulaText {
  readonly unit: U;
  readonly inputs: I;
  readonly names: readonly (keyof I & string)[];
  readonly compute: (values: { readonly [Name in keyof I]: ExactOf<I[Name]> }) => ExactOf<U>;
}

type ExactFormulaRow<U extends Unit, I extends InputUnits> = Pick<
  ExactFormula<U, I>,
  'reference' | 'label' | 'unit' | 'inputs' | 'text' | 'compute'
> & { readonly evidence?: Evidence };

/** Declares a formula over exact values; `⌊ ⌋` in its text is where the arithmetic drops fractions of a byte. */
export function exactFormula<U extends Unit, const I extends InputUnits>(
  row: ExactFormulaRow<U, I>,
): ExactFormula<U, I> {
  const names: (keyof I & string)[] = Object.keys(row.inputs);
  const words = names.map(inWords);
  const text = row.text.replace(/[A-Za-z]\w*/g, (word) => words[names.indexOf(word)] ?? word);
  return { ...row, evidence: row.evidence ?? 'derived', text, names, words };
}

export interface ExactInput {
  readonly name: string;
  readonly value: Exact;
  readonly unit: Unit;
  readonly from: string;
}

/** One derived figure of an exact trace. */
export interface ExactStep {
  readonly key: string;
  readonly label: string;
  readonly value: Exact;
  readonly unit: Unit;
  readonly formula: string;
  readonly inputs: readonly ExactInput[];
  readonly reference: string;
  readonly evidence: Evidence;
  readonly note?: string;
  /** Of a figure that has limits: what it was before them. */
  readonly uncapped?: Exact;
  /** The option, parameter or pointer of the limit that bound; null where none did. */
  readonly boundBy?: string | null;
}

/** What a step says besides its arithmetic. */
export type Remark = Pick<ExactStep, 'note' | 'uncapped' | 'boundBy'>;

/** A leaf from the request, a default of Flink, or a constant of ours. */
export const known = <U extends Unit>(
  unit: U,
  value: ExactOf<U>,
  from: string,
  evidence: Evidence = 'stated',
): Known<U> => ({ unit, value, from, evidence });

export const knownDefault = <U extends Unit>(unit: U, value: ExactOf<U>, option: string): Known<U> =>
  known(unit, value, `flink:${option}`, 'verified');

/** A constant of ours that is no size. */
export const knownParameter = <U extends Exclude<Unit, 'bytes'>>(row: Parameter<U>): Known<U> =>
  known<Unit>(row.unit, row.value, row.id, row.evidence) as Known<U>;

/** A size among our constants. */
export const knownSize = (row: Parameter<'bytes'>): Known<'bytes'> =>
  known('bytes', BigInt(row.value), row.id, row.evidence);

/**
 * Exact arithmetic that can show its steps. The inputs of a step are the arguments of the function that computed it; untraced
 * it computes the same and keeps nothing.
 */
export class Derivation {
  readonly steps: ExactStep[] = [];

  constructor(readonly traced: boolean) {}

  derive<U extends Unit, I extends InputUnits>(
    key: string,
    by: ExactFormula<U, I>,
    inputs: { readonly [Name in keyof I]: Known<I[Name]> },
    remark?: Remark,
  ): Known<U> {
    const values: Partial<Record<keyof I, Exact>> = {};
    for (const name of by.names) values[name] = inputs[name].value;
    const value = by.compute(values as Parameters<typeof by.compute>[0]);
    if (this.traced) this.steps.push(step(key, by, inputs, value, remark));
    return { unit: by.unit, value, from: key, evidence: 'derived' };
  }
}

function step<I extends InputUnits>(
  key: string,
  by: ExactFormula<Unit, I>,
  figures: { readonly [Name in keyof I]: Known },
  value: Exact,
  remark?: Remark,
): ExactStep {
  let { evidence } = by;
  const inputs: ExactInput[] = [];
  for (const [at, name] of by.names.entries()) {
    const { value: given, unit, from, evidence: mark } = figures[name];
    evidence = weaker(evidence, mark);
    inputs.push({ name: by.words[at] ?? name, value: given, unit, from });
  }
  const { label, unit, text: formula, reference } = by;
  return { key, label, value, unit, formula, inputs, reference, evidence, ...remark };
}

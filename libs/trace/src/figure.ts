import { type QuantityOf, quantity, type Unit } from '@plimsoll/units';
import { type Evidence, weaker } from './evidence.js';
import type { Formula, InputUnits, InputValues } from './formula.js';

/**
 * A number that knows where it comes from.
 *
 * Invariant: the traced inputs of a derived figure are the arguments of the function that computed it, so an explanation
 * can leave none out and cannot drift from the code.
 */
export type Figure<U extends Unit = Unit> = DerivedFigure<U> | LeafFigure<U>;

/** Where a leaf comes from: the request, a parameter of ours, or a default of Flink. */
export interface LeafFigure<U extends Unit = Unit> {
  readonly kind: 'given' | 'parameter' | 'default';
  readonly unit: U;
  readonly value: QuantityOf[U];
  /** A JSON pointer into the request, a parameter's id, or `flink:<option>`. */
  readonly from: string;
  readonly evidence: Evidence;
}

export interface DerivedFigure<U extends Unit = Unit> {
  readonly kind: 'derived';
  readonly unit: U;
  readonly value: QuantityOf[U];
  /** Unique within one trace: `flow.source-read:events`. */
  readonly key: string;
  /** Short name for people: `Source read`. */
  readonly label: string;
  readonly formula: string;
  readonly reference: string;
  readonly evidence: Evidence;
  /** What entered the formula, in its order, as rows of the trace. */
  readonly inputs: readonly StepInput[];
  /** The figures of these rows. */
  readonly parents: readonly Figure[];
  /** Which branch of a case distinction was taken, or which limit bound. */
  readonly note?: string;
}

export interface StepInput {
  /** As it stands in the formula's text. */
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** A JSON pointer into the request, a parameter's id, `flink:<option>`, or the key of an earlier step. */
  readonly from: string;
}

const row = (name: string, figure: Figure): StepInput => ({
  name,
  value: figure.value,
  unit: figure.unit,
  from: figure.kind === 'derived' ? figure.key : figure.from,
});

export const given = <U extends Unit>(unit: U, value: number, pointer: string): LeafFigure<U> => ({
  kind: 'given',
  unit,
  value: quantity(unit, value),
  from: pointer,
  evidence: 'stated',
});

/** A default of Flink itself: `flink:taskmanager.numberOfTaskSlots`. */
export const flinkDefault = <U extends Unit>(unit: U, value: number, option: string): LeafFigure<U> => ({
  kind: 'default',
  unit,
  value: quantity(unit, value),
  from: `flink:${option}`,
  evidence: 'verified',
});

export type FiguresOf<I extends InputUnits> = { readonly [Name in keyof I]: Figure<I[Name]> };

/**
 * Computes a figure by a formula from traced inputs. Its evidence is the weakest of the formula's own and that of the
 * parameters that enter it directly; weaker steps further up keep their own marks.
 */
export function derive<U extends Unit, I extends InputUnits>(
  key: string,
  by: Formula<U, I>,
  figures: FiguresOf<I>,
  note?: string,
): DerivedFigure<U> {
  const values: Record<string, number> = {};
  const inputs: StepInput[] = [];
  const parents: Figure[] = [];
  let evidence = by.evidence;
  for (let at = 0; at < by.names.length; at++) {
    const name = by.names[at];
    if (name === undefined) continue;
    const figure: Figure = figures[name];
    values[name] = figure.value;
    inputs.push(row(by.words[at] ?? name, figure));
    parents.push(figure);
    if (figure.kind === 'parameter') evidence = weaker(evidence, figure.evidence);
  }
  return {
    kind: 'derived',
    unit: by.unit,
    value: quantity(by.unit, by.compute(values as InputValues<I>)),
    key,
    label: by.label,
    formula: by.text,
    reference: by.reference,
    evidence,
    inputs,
    parents,
    note,
  };
}

/** The sum of figures of one unit, each named as people would: the running order is the order given. */
export function sum<U extends Unit>(
  key: string,
  unit: U,
  about: { readonly label: string; readonly reference: string },
  terms: readonly { readonly name: string; readonly figure: Figure<U> }[],
): DerivedFigure<U> {
  let total = 0;
  for (const term of terms) total += term.figure.value;
  return {
    kind: 'derived',
    unit,
    value: quantity(unit, total),
    key,
    label: about.label,
    formula: terms.map((term) => term.name).join(' + ') || '0',
    reference: about.reference,
    evidence: 'derived',
    inputs: terms.map(({ name, figure }) => row(name, figure)),
    parents: terms.map(({ figure }) => figure),
    note: undefined,
  };
}

import type { Unit } from '@plimsoll/units';
import type { Evidence } from './evidence.js';
import type { DerivedFigure, Figure } from './figure.js';

export interface StepInput {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** A JSON pointer into the request, a parameter's id, `flink:<option>`, or the key of an earlier step. */
  readonly from: string;
}

/** One derived figure of the flat trace. */
export interface Step {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly unit: Unit;
  readonly formula: string;
  readonly inputs: readonly StepInput[];
  readonly reference: string;
  readonly evidence: Evidence;
  /** Which branch of a case distinction was taken, or which limit bound. */
  readonly note?: string;
}

/** The inputs of a derived figure as rows, in the order in which the formula names them. */
export const inputRows = (figure: DerivedFigure): StepInput[] =>
  figure.inputs.map(({ name, figure: input }) => ({
    name,
    value: input.value,
    unit: input.unit,
    from: input.kind === 'derived' ? input.key : input.from,
  }));

/** Every derived figure below the roots, once, each after those that it is made of. Shared inputs are shared steps. */
export function flatten(roots: Iterable<Figure>): Step[] {
  const steps: Step[] = [];
  const seen = new Set<DerivedFigure>();
  const visit = (figure: Figure): void => {
    if (figure.kind !== 'derived' || seen.has(figure)) return;
    seen.add(figure);
    for (const input of figure.inputs) visit(input.figure);
    steps.push(toStep(figure));
  };
  for (const root of roots) visit(root);
  return steps;
}

const toStep = (figure: DerivedFigure): Step => ({
  key: figure.key,
  label: figure.label,
  value: figure.value,
  unit: figure.unit,
  formula: figure.formula,
  inputs: inputRows(figure),
  reference: figure.reference,
  evidence: figure.evidence,
  ...(figure.note === undefined ? {} : { note: figure.note }),
});

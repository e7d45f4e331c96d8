import type { Unit } from '@plimsoll/units';
import type { Evidence } from './evidence.js';
import type { DerivedFigure, Figure, StepInput } from './figure.js';

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

/**
 * Every derived figure below the roots, once, each after those that it is made of. Shared inputs are shared steps. Walks by a
 * stack of its own: a chain of operators may be longer than the call stack.
 */
export function flatten(roots: Iterable<Figure>): Step[] {
  const steps: Step[] = [];
  const seen = new Set<DerivedFigure>();
  const path: DerivedFigure[] = [];
  /** How many parents of each figure on the path were entered. */
  const entered: number[] = [];
  const enter = (figure: Figure): void => {
    if (figure.kind !== 'derived' || seen.has(figure)) return;
    seen.add(figure);
    path.push(figure);
    entered.push(0);
  };
  for (const root of roots) {
    enter(root);
    for (let figure = path.at(-1); figure !== undefined; figure = path.at(-1)) {
      const last = entered.length - 1;
      const next = entered[last] ?? 0;
      const parent = figure.parents[next];
      entered[last] = next + 1;
      if (parent !== undefined) enter(parent);
      else {
        steps.push(toStep(figure));
        path.pop();
        entered.pop();
      }
    }
  }
  return steps;
}

function toStep(figure: DerivedFigure): Step {
  const { key, label, value, unit, formula, inputs, reference, evidence, note } = figure;
  return note === undefined
    ? { key, label, value, unit, formula, inputs, reference, evidence }
    : { key, label, value, unit, formula, inputs, reference, evidence, note };
}

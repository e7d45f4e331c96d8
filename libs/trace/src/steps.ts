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
  for (const root of roots) {
    const path: { figure: DerivedFigure; next: number }[] = [];
    const enter = (figure: Figure): void => {
      if (figure.kind !== 'derived' || seen.has(figure)) return;
      seen.add(figure);
      path.push({ figure, next: 0 });
    };
    enter(root);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const parent = at.figure.parents[at.next];
      at.next += 1;
      if (parent !== undefined) enter(parent);
      else {
        steps.push(toStep(at.figure));
        path.pop();
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

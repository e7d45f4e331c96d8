import type { Step, StepInput } from '@plimsoll/trace';
import { arithmeticFigure } from './figures.js';

/** A formula with its inputs' figures in place of their names: `1 000 000/s × 2 kB`. */
export function inNumbers({ formula, inputs }: Pick<Step, 'formula' | 'inputs'>): string {
  if (inputs.length === 0) return formula;
  const byName = new Map(inputs.map((input) => [input.name, input]));
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(literally);
  const anyName = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return formula.replace(anyName, (name) => figureOf(byName.get(name), formula) ?? name);
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Figures of one unit that are only added need that unit once, at the result. */
function figureOf(input: StepInput | undefined, formula: string): string | undefined {
  if (input === undefined) return undefined;
  const text = arithmeticFigure(input.unit, Number(input.value));
  return isSum(formula) ? text.replace(/\u202f[A-Za-zµ/]+$/, '') : text;
}

const isSum = (formula: string): boolean => /^[^×÷−(⌈⌊]*( \+ [^×÷−(⌈⌊]*)+$/.test(formula);

const MOST_TERMS = 8;

/** The arithmetic on the summary line: short enough to be taken in at a glance. */
export function inShort(step: Step): string {
  if (step.inputs.length > MOST_TERMS && isSum(step.formula)) return `${step.inputs.length} figures, added`;
  const text = inNumbers(step);
  return step.note === undefined ? text : `${text}: ${step.note}`;
}

import type { Step, StepInput } from '@plimsoll/trace';
import { arithmeticFigure } from './figures.js';

/** How a figure is written within an arithmetic. */
export type Writing = (unit: StepInput['unit'], value: number) => string;

/** A formula with its inputs' figures in place of their names: `1 000 000/s × 2 kB`. */
export function inNumbers(
  { formula, inputs }: Pick<Step, 'formula' | 'inputs'>,
  writing: Writing = arithmeticFigure,
): string {
  if (inputs.length === 0) return formula;
  const names = [...new Set(inputs.map(({ name }) => name))]
    .sort((a, b) => b.length - a.length)
    .map(literally);
  const anyName = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  const texts = new Map(inputs.map(({ name, unit, value }) => [name, writing(unit, Number(value))]));
  const unitOnce = isSum(formula) && new Set([...texts.values()].map(unitOf)).size === 1;
  return formula.replace(anyName, (name) => {
    const text = texts.get(name);
    return text === undefined ? name : unitOnce ? text.replace(UNIT, '') : text;
  });
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Figures of one unit that are only added need that unit once, at the result. */
const UNIT = /\u202f[A-Za-zµ/]+$/;
const unitOf = (text: string): string => UNIT.exec(text)?.[0] ?? '';

const isSum = (formula: string): boolean => /^[^×÷−(⌈⌊]*( \+ [^×÷−(⌈⌊]*)+$/.test(formula);

const MOST_TERMS = 8;

/** The arithmetic on the summary line: short enough to be taken in at a glance. */
export function inShort(step: Step, writing: Writing = arithmeticFigure): string {
  if (step.inputs.length > MOST_TERMS && isSum(step.formula)) return `${step.inputs.length} figures, added`;
  const text = inNumbers(step, writing);
  return step.note === undefined ? text : `${text}: ${step.note}`;
}

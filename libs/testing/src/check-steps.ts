import type { ExactStep, Step } from '@plimsoll/trace';
import { evaluateFormula } from './evaluate-formula.js';

const TOLERANCE = 1e-9;
const SHOWN = 20;
/** What rounding may leave of a difference between large sizes, relative to them. */
const EPSILON = 2 ** -48;

/**
 * What is wrong with a flat trace; empty where every step's formula gives its value, every input that is a step's key names
 * an earlier step of the same value, and no key stands twice.
 * @param parameterIds ids of the parameters that a step may name. Left out: whatever is no pointer, no default and no step's key
 */
export function stepFaults(steps: readonly Step[], parameterIds?: Iterable<string>): string[] {
  const parameters = parameterIds === undefined ? null : new Set(parameterIds);
  const all = new Set(steps.map(({ key }) => key));
  const earlier = new Map<string, number>();
  const faults: string[] = [];
  for (const step of steps) {
    if (earlier.has(step.key)) faults.push(`${step.key}: this key stands twice`);
    for (const { name, value, from } of step.inputs) {
      const known = earlier.get(from);
      if (known !== undefined) {
        if (!Object.is(known, value))
          faults.push(`${step.key}: "${name}" is ${value}, but ${from} is ${known}`);
      } else if (all.has(from)) faults.push(`${step.key}: "${name}" is from ${from}, which comes later`);
      else if (!isLeaf(from, parameters)) {
        faults.push(
          `${step.key}: "${name}" is from "${from}", which is no pointer, default, parameter or step`,
        );
      }
    }
    faults.push(...formulaFault(step));
    earlier.set(step.key, step.value);
  }
  return faults;
}

/** @throws Error with the first faults of `stepFaults`, one to a line */
export function checkSteps(steps: readonly Step[], parameterIds?: Iterable<string>): void {
  const faults = stepFaults(steps, parameterIds);
  if (faults.length === 0) return;
  const more = faults.length > SHOWN ? `\n… and ${faults.length - SHOWN} more` : '';
  throw new Error(
    `${faults.length} faults in ${steps.length} steps:\n${faults.slice(0, SHOWN).join('\n')}${more}`,
  );
}

const isLeaf = (from: string, parameters: ReadonlySet<string> | null): boolean =>
  from.startsWith('/') ||
  from.startsWith('flink:') ||
  (parameters === null ? from !== '' : parameters.has(from));

function formulaFault({ key, formula, inputs, value, unit }: Step): string[] {
  try {
    const text = evaluateFormula(formula, inputs);
    const largest = Math.max(...inputs.map((input) => Math.abs(input.value)));
    const rounding = unit === 'bytes' ? Math.max(largest * EPSILON, formula.includes('⌊') ? 1 : 0) : 0;
    return near(text, value) || Math.abs(text - value) <= rounding
      ? []
      : [`${key}: "${formula}" gives ${text}, but the figure is ${value}`];
  } catch (error) {
    return [`${key}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

const near = (got: number, want: number): boolean =>
  Math.abs(got - want) <= TOLERANCE * Math.max(Math.abs(want), 1e-12);

/**
 * The same for a trace of exact figures. A text is evaluated in double precision, so it may miss a figure by what rounding
 * makes of its largest input.
 * @throws Error with the first faults, one to a line
 */
export function checkExactSteps(steps: readonly ExactStep[], parameterIds?: Iterable<string>): void {
  checkSteps(steps.map(inDoubles), parameterIds);
}

function inDoubles({ inputs, value, uncapped: _uncapped, boundBy: _boundBy, ...step }: ExactStep): Step {
  const numbers = inputs.map((input) => ({ ...input, value: Number(input.value) }));
  return { ...step, value: Number(value), inputs: numbers };
}

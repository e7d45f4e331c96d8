import type { StepInput } from './figure.js';
import type { Step } from './steps.js';

/**
 * A trace as JSON, the very text that `JSON.stringify` gives, in half of its time: names, labels and formulas come again in
 * every plan, so each is quoted once.
 */
export function stepsJson(steps: readonly Step[]): string {
  let text = '[';
  for (const step of steps) {
    if (text !== '[') text += ',';
    text += `{"key":${quoted(step.key)},"label":${quoted(step.label)},"value":${step.value},"unit":${quoted(step.unit)},`;
    text += `"formula":${quoted(step.formula)},"inputs":${inputsJson(step.inputs)},"reference":${quoted(step.reference)},`;
    text += `"evidence":${quoted(step.evidence)}`;
    text += step.note === undefined ? '}' : `,"note":${quoted(step.note)}}`;
  }
  return `${text}]`;
}

function inputsJson(inputs: readonly StepInput[]): string {
  let text = '[';
  for (const { name, value, unit, from } of inputs) {
    if (text !== '[') text += ',';
    text += `{"name":${quoted(name)},"value":${value},"unit":${quoted(unit)},"from":${quoted(from)}}`;
  }
  return `${text}]`;
}

/** Callers name operators, so the texts have no end: what comes after the first thousands is quoted anew each time. */
const MOST_KEPT = 4096;
const LONGEST_KEPT = 100;
const kept = new Map<string, string>();

function quoted(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const json = JSON.stringify(text);
  if (kept.size < MOST_KEPT && text.length <= LONGEST_KEPT) kept.set(text, json);
  return json;
}

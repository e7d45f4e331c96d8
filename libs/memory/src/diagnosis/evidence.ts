import type { ExactInput, Known } from '@plimsoll/trace';
import type { Sighting } from './cause.js';
import type { DiagnosisEvidence } from './diagnosis.js';
import { type Facts, observedUse, poolSize } from './facts.js';
import type { PoolName } from './pools.js';

export const operand = (name: string, { value, unit, from }: Known): ExactInput => ({
  name,
  value,
  unit,
  from,
});

/** What the symptom says, quoted where it is a text. */
export const said = (
  { by, quote, line }: Sighting,
  statement: string,
  ...operands: readonly ExactInput[]
): DiagnosisEvidence => ({
  statement,
  quote: by === 'text' ? quote : null,
  line: by === 'text' ? line : null,
  operands,
});

/** What follows from the configuration or the observations. */
export const found = (statement: string, ...operands: readonly ExactInput[]): DiagnosisEvidence => ({
  statement,
  quote: null,
  line: null,
  operands,
});

/** The pool's size by the configuration, and its use where it was observed. */
export function poolEvidence(facts: Facts, pool: PoolName, words: string): DiagnosisEvidence[] {
  const { pools } = facts;
  const used = observedUse(facts, pool);
  if (pools === null) return used === null ? [] : [found(`${words} was seen in use.`, operand('used', used))];
  const size = operand('size', poolSize(pools, pool));
  if (used === null) return [found(`The configuration gives ${words} this size.`, size)];
  return [
    found(
      `The configuration gives ${words} this size, and this much was seen in use.`,
      size,
      operand('used', used),
    ),
  ];
}

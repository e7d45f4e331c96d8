import type { Unit } from '@plimsoll/units';
import fc from 'fast-check';
import type { Step } from './steps.js';
import { stepsJson } from './steps-json.js';

const text = fc.string({ unit: 'binary', maxLength: 120 });
const value = fc.double({ noNaN: true, noDefaultInfinity: true });
const unit = fc.constantFrom<Unit>('bytes', 'ms');
const step: fc.Arbitrary<Step> = fc.record(
  {
    key: text,
    label: text,
    value,
    unit,
    formula: text,
    inputs: fc.array(fc.record({ name: text, value, unit, from: text }), { maxLength: 3 }),
    reference: text,
    evidence: fc.constantFrom('derived' as const, 'heuristic' as const),
    note: text,
  },
  { requiredKeys: ['key', 'label', 'value', 'unit', 'formula', 'inputs', 'reference', 'evidence'] },
);

describe('a trace as JSON', () => {
  it('is the text that JSON.stringify gives', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
        const ordered = steps.map(
          ({ key, label, value, unit, formula, inputs, reference, evidence, note }) => ({
            key,
            label,
            value,
            unit,
            formula,
            inputs: inputs.map((input) => ({
              name: input.name,
              value: input.value,
              unit: input.unit,
              from: input.from,
            })),
            reference,
            evidence,
            note,
          }),
        );
        expect(stepsJson(ordered)).toBe(JSON.stringify(ordered));
      }),
    );
  });
});

import { formula } from './formula.js';
import { type FormulaHeading, formulaTable, joinedTables } from './formula-table.js';
import type { Parameter } from './parameter.js';

const heading = (id: string): FormulaHeading => ({
  id,
  title: id,
  source: 'arithmetic',
  evidence: 'derived',
});
const twice = formula({
  reference: 'F1.2',
  label: 'Twice',
  unit: 'count',
  inputs: { someCount: 'count' },
  text: '2 × someCount',
  compute: ({ someCount }) => 2 * someCount,
});

const PREFIX: Parameter = {
  id: 'state.keyGroupPrefixBytes',
  unit: 'bytes',
  value: 1,
  description: 'Key-group prefix of a state key',
  reference: 'F2.3',
  evidence: 'verified',
  versions: 'all',
};

describe('the formula table', () => {
  const table = formulaTable(
    [heading('F1.2'), heading('F1.10'), heading('F2.3')],
    [
      { calculator: 'capacity', formulas: [twice], parameters: [PREFIX] },
      { calculator: 'recovery', formulas: [twice], parameters: [] },
    ],
  );

  it('shows a formula once, with every calculator that uses it', () => {
    expect(table[0]).toMatchObject({
      id: 'F1.2',
      expressions: [{ text: '2 × some count', inputs: [{ name: 'some count', unit: 'count' }] }],
      usedBy: ['capacity', 'recovery'],
    });
    expect(table[1]).toMatchObject({ expressions: [], usedBy: [] });
  });

  it('names the calculators that use a constant of a number without a formula', () => {
    expect(table[2]).toMatchObject({ expressions: [], usedBy: ['capacity'] });
  });

  it('joins with another by number: 1.9 before 1.10, and a number of both once', () => {
    const thrice = { ...twice, label: 'Thrice', text: '3 × some count' };
    const other = formulaTable(
      [heading('F1.9'), { ...heading('F1.2'), title: 'of the other' }],
      [{ calculator: 'memory', formulas: [twice, thrice], parameters: [] }],
    );
    const both = joinedTables(table, other);
    expect(both.map(({ id }) => id)).toEqual(['F1.2', 'F1.9', 'F1.10', 'F2.3']);
    expect(both[0]).toMatchObject({ title: 'F1.2', usedBy: ['capacity', 'recovery', 'memory'] });
    expect(both[0]?.expressions.map(({ label }) => label)).toEqual(['Twice', 'Thrice']);
  });
});

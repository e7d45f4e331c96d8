import { ledgerRows } from './ledger-rows.js';
import type { LedgerView } from './ledger-view.js';

const ledger = (values: readonly number[]): LedgerView => {
  let running = 0;
  const flows = values.map((value, at) => {
    running += value;
    return { id: `source-read:op${at}`, label: 'Source read', value, running, step: `flow.${at}` };
  });
  const figures = {
    load: running,
    peak: running,
    peakMs: 0,
    capacity: null,
    utilization: null,
    step: 'total',
  };
  return { resource: 'networkIn', measure: 'bytesPerSecond', ...figures, flows };
};

describe('the rows of a ledger', () => {
  it('have the flows that only the talk counts at the end', () => {
    const talk = ledger([1, 2, 3]);
    const rows = ledgerRows(ledger([10, 20]), talk);
    expect(rows.map(({ id, value, talk: other }) => [id, value, other])).toEqual([
      ['source-read:op0', 10, 1],
      ['source-read:op1', 20, 2],
      ['source-read:op2', undefined, 3],
    ]);
  });

  it('add up small neighbours where there are too many to read, and lose nothing', () => {
    const values = Array.from({ length: 900 }, (_, at) => (at % 3 === 0 ? 1000 + at : 1));
    const rows = ledgerRows(ledger(values), null);
    expect(rows.length).toBeLessThan(420);
    const total = rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
    expect(total).toBe(values.reduce((sum, value) => sum + value, 0));
    expect(rows.at(-1)?.running).toBe(total);
    expect(rows.some(({ label }) => label === '2 more')).toBe(true);
  });
});

import { composePlan, type PlanInputs } from '@plimsoll/planner';
import { comparison } from './comparison.js';
import { planText } from './plan-document.js';
import { planFigures } from './plan-figures.js';

const inputs = (entryBytes: number | string): PlanInputs => ({
  workload: {
    operators: [
      { id: 'events', kind: 'source', recordsPerSecond: 1000, recordBytes: 100 },
      {
        id: 'perUser',
        kind: 'window',
        window: { assigner: 'tumbling', size: 1000 },
        keys: 1e6,
        state: { entryBytes },
        output: { recordBytes: 40 },
      },
      { id: 'results', kind: 'sink' },
    ],
    edges: [
      { from: 'events', to: 'perUser', shipStrategy: 'HASH' },
      { from: 'perUser', to: 'results', shipStrategy: 'FORWARD' },
    ],
  },
  cluster: { machines: 2, machine: { networkIn: 1e9, networkOut: 1e9 } },
});

function stored(id: string, from: PlanInputs) {
  const outcome = composePlan(from);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  const identity = { id, profileId: 'p', profileVersion: 1, createdAt: new Date(0) };
  return { id, document: planText(identity, from, outcome.value) };
}

describe('plans with sizes above 2^53 − 1', () => {
  const [small, large] = [stored('small', inputs(40)), stored('large', inputs(9e13))];

  it('are stored as digits and read as numbers', () => {
    const [, digits] = /"state":\{"totalBytes":"(\d{16,})"/.exec(large.document) ?? [];
    expect(planFigures(large.document).capacity.state.totalBytes).toBe(Number(digits));
    expect(planFigures(small.document).capacity.state.totalBytes).toBe(
      JSON.parse(small.document).capacity.state.totalBytes,
    );
  });

  it('are compared as numbers and answered as digits', () => {
    const { results } = comparison(small, large);
    const row = results.find(({ key }) => key === 'state.totalBytes');
    expect(row).toMatchObject({
      unit: 'bytes',
      base: expect.any(Number),
      head: expect.stringMatching(/^\d{16,}$/),
      absolute: expect.stringMatching(/^\d{16,}$/),
      relative: expect.any(Number),
    });
    expect(row?.relative).toBeCloseTo(9e13 / 40, -6);
  });
});

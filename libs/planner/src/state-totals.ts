import { type DerivedFigure, derive, type Figure, formula, sum } from '@plimsoll/trace';
import type { OperatorState } from './state.js';

/** The state of the job, and what the machine that holds the most of it holds. */
export interface StateTotals {
  readonly total: DerivedFigure<'bytes'>;
  readonly here: DerivedFigure<'bytes'>;
}

const STATE_HERE = formula({
  reference: 'F4.1',
  label: 'State of one operator, on this machine',
  unit: 'bytes',
  inputs: { stateBytes: 'bytes', machineShare: 'ratio' },
  text: 'stateBytes × machineShare',
  compute: ({ stateBytes, machineShare }) => stateBytes * machineShare,
});

export function stateTotals(
  states: readonly OperatorState[],
  shareOf: (operator: number) => Figure<'ratio'>,
  idOf: (operator: number) => string,
): StateTotals {
  const named = (figures: readonly Figure<'bytes'>[]) =>
    figures.map((figure, at) => ({
      name: figures.length === 1 ? 'state bytes' : `state bytes ${at + 1}`,
      figure,
    }));
  const total = sum(
    'state.total',
    'bytes',
    { label: 'State', reference: 'F4.1' },
    named(states.map((each) => each.snapshotBytes)),
  );
  const here = sum(
    'state.perMachine',
    'bytes',
    { label: 'State per machine', reference: 'F4.1' },
    named(
      states.map((each) =>
        derive(`state.${idOf(each.index)}.here`, STATE_HERE, {
          stateBytes: each.snapshotBytes,
          machineShare: shareOf(each.index),
        }),
      ),
    ),
  );
  return { total, here };
}

export const STATE_TOTAL_FORMULAS = [STATE_HERE];

import { type DerivedFigure, derive, type Figure, formula } from '@plimsoll/trace';
import { lambertWAboveBranch } from './lambert-w.js';

/**
 * Intervals of high-performance computing, for comparison (F5.1). They charge a failure the work that is repeated; the cost of a
 * checkpoint is the time that work is lost to it, not its duration.
 */
export interface ClassicalOptima {
  readonly young: DerivedFigure<'ms'>;
  /** From one checkpoint to the next: Daly's own time of computing with the cost added. */
  readonly daly: DerivedFigure<'ms'>;
  readonly utilization: DerivedFigure<'ms'>;
}

const YOUNG = formula({
  reference: 'F5.1',
  label: 'Young’s interval',
  unit: 'ms',
  inputs: { cost: 'ms', mtbf: 'ms' },
  text: '√(2 × cost × mtbf)',
  evidence: 'verified',
  compute: ({ cost, mtbf }) => Math.sqrt(2 * cost * mtbf),
});

const DALY_COMPUTE = formula({
  reference: 'F5.1',
  label: 'Daly’s time of computing between two checkpoints',
  unit: 'ms',
  inputs: { cost: 'ms', mtbf: 'ms' },
  text: '√(2 × cost × mtbf) × (1 + √(cost ÷ (2 × mtbf)) ÷ 3 + cost ÷ (2 × mtbf) ÷ 9) − cost',
  evidence: 'verified',
  compute: ({ cost, mtbf }) => {
    const half = cost / (2 * mtbf);
    return Math.sqrt(2 * cost * mtbf) * (1 + Math.sqrt(half) / 3 + half / 9) - cost;
  },
});

/** A checkpoint that costs twice the time between failures: as much computing as there is between two of them. */
const DALY_COSTLY = formula({
  reference: 'F5.1',
  label: 'Daly’s time of computing where a checkpoint outlasts two failures',
  unit: 'ms',
  inputs: { mtbf: 'ms' },
  text: 'mtbf',
  evidence: 'verified',
  compute: ({ mtbf }) => mtbf,
});

const DALY = formula({
  reference: 'F5.1',
  label: 'Daly’s interval',
  unit: 'ms',
  inputs: { computeTime: 'ms', cost: 'ms' },
  text: 'computeTime + cost',
  evidence: 'verified',
  compute: ({ computeTime, cost }) => computeTime + cost,
});

/** branchW(x) = 1 + W₀(−exp(−1 − x)). */
const UTILIZATION = formula({
  reference: 'F5.1',
  label: 'Interval of the highest utilization under random failures',
  unit: 'ms',
  inputs: { cost: 'ms', mtbf: 'ms' },
  text: '(cost ÷ mtbf + branchW(cost ÷ mtbf)) × mtbf',
  compute: ({ cost, mtbf }) => (cost / mtbf + lambertWAboveBranch(cost / mtbf)) * mtbf,
});

export function classicalOptima(cost: Figure<'ms'>, mtbf: Figure<'ms'>): ClassicalOptima {
  const computeTime =
    cost.value < 2 * mtbf.value
      ? derive('optimum.dalyCompute', DALY_COMPUTE, { cost, mtbf })
      : derive('optimum.dalyCompute', DALY_COSTLY, { mtbf });
  return {
    young: derive('optimum.young', YOUNG, { cost, mtbf }),
    daly: derive('optimum.daly', DALY, { computeTime, cost }),
    utilization: derive(
      'optimum.utilization',
      UTILIZATION,
      { cost, mtbf },
      'branchW(x) = 1 + W₀(−exp(−1 − x)), Lambert’s W',
    ),
  };
}

export const CLASSICAL_OPTIMA_FORMULAS = [YOUNG, DALY_COMPUTE, DALY_COSTLY, DALY, UTILIZATION];

import { type DerivedFigure, derive, type Figure, formula } from '@plimsoll/trace';

/**
 * F5.5: what checkpoints and failures together take from a stream, as a share of the time. A batch job repeats a rewind once; a
 * stream must also work through what came in meanwhile, with what its load leaves: ρ ÷ (1 − ρ) times as long.
 */
export interface CostTerms {
  /** Time in which a checkpoint keeps tasks from their records. */
  readonly stallMs: number;
  readonly slowdown: number;
  readonly downtimeMs: number;
  readonly mtbfMs: number;
  readonly load: number;
}

/** Plainly, for search; infinite where checkpoints leave nothing to catch up with. */
export function streamingCost(terms: CostTerms, intervalMs: number, durationMs: number): number {
  const overhead = (terms.stallMs + terms.slowdown * durationMs) / intervalMs;
  const spare = 1 - overhead - terms.load;
  if (!(spare > 0)) return Number.POSITIVE_INFINITY;
  const behind = ((terms.downtimeMs + intervalMs / 2 + durationMs) * terms.load) / spare;
  return overhead + (terms.downtimeMs + behind) / terms.mtbfMs;
}

const OVERHEAD = formula({
  reference: 'F5.5',
  label: 'Share of the capacity that checkpoints take',
  unit: 'ratio',
  inputs: { cost: 'ms', interval: 'ms' },
  text: 'cost ÷ interval',
  compute: ({ cost, interval }) => cost / interval,
});

const COST = formula({
  reference: 'F5.5',
  label: 'Unavailability: checkpoints, downtime and catch-up',
  unit: 'ratio',
  inputs: { overhead: 'ratio', downtime: 'ms', interval: 'ms', duration: 'ms', load: 'ratio', mtbf: 'ms' },
  text: 'overhead + (downtime + (downtime + interval ÷ 2 + duration) × load ÷ (1 − overhead − load)) ÷ mtbf',
  compute: ({ overhead, downtime, interval, duration, load, mtbf }) =>
    overhead + (downtime + ((downtime + interval / 2 + duration) * load) / (1 - overhead - load)) / mtbf,
});

const APPROXIMATE = formula({
  reference: 'F5.5',
  label: 'Streaming optimum, closed form',
  unit: 'ms',
  inputs: { cost: 'ms', mtbf: 'ms', load: 'ratio' },
  text: '√(2 × cost × mtbf × (1 − load) ÷ load)',
  compute: ({ cost, mtbf, load }) => Math.sqrt((2 * cost * mtbf * (1 - load)) / load),
});

const CHECKPOINT_COST = formula({
  reference: 'F5.1',
  label: 'Time that one checkpoint costs',
  unit: 'ms',
  inputs: { sync: 'ms', alignment: 'ms', slowdown: 'ratio', duration: 'ms' },
  text: 'sync + alignment + slowdown × duration',
  compute: ({ sync, alignment, slowdown, duration }) => sync + alignment + slowdown * duration,
});

const LOAD = formula({
  reference: 'F5.5',
  label: 'Load: what comes in of what can be worked through',
  unit: 'ratio',
  inputs: { recordsPerSecond: 'perSecond', capacity: 'perSecond' },
  text: 'recordsPerSecond ÷ capacity',
  compute: ({ recordsPerSecond, capacity }) => recordsPerSecond / capacity,
});

export const loadOf = (recordsPerSecond: Figure<'perSecond'>, capacity: Figure<'perSecond'>) =>
  derive('load', LOAD, { recordsPerSecond, capacity });

export const checkpointCost = (
  key: string,
  operands: {
    readonly sync: Figure<'ms'>;
    readonly alignment: Figure<'ms'>;
    readonly slowdown: Figure<'ratio'>;
    readonly duration: Figure<'ms'>;
  },
): DerivedFigure<'ms'> => derive(`${key}.cost`, CHECKPOINT_COST, operands);

/** Null where the job never catches up. */
export function costFigure(
  key: string,
  operands: {
    readonly cost: Figure<'ms'>;
    readonly interval: Figure<'ms'>;
    readonly duration: Figure<'ms'>;
    readonly downtime: Figure<'ms'>;
    readonly load: Figure<'ratio'>;
    readonly mtbf: Figure<'ms'>;
  },
): DerivedFigure<'ratio'> | null {
  const { cost, interval, duration, downtime, load, mtbf } = operands;
  const overhead = derive(`${key}.overhead`, OVERHEAD, { cost, interval });
  if (overhead.value + load.value >= 1) return null;
  return derive(`${key}.unavailability`, COST, { overhead, downtime, interval, duration, load, mtbf });
}

/** Null without load: nothing that is repeated takes time. */
export const approximateOptimum = (cost: Figure<'ms'>, mtbf: Figure<'ms'>, load: Figure<'ratio'>) =>
  load.value > 0 && load.value < 1 ? derive('optimum.approximate', APPROXIMATE, { cost, mtbf, load }) : null;

export const STREAMING_COST_FORMULAS = [OVERHEAD, COST, APPROXIMATE, CHECKPOINT_COST, LOAD];

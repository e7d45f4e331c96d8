import { derive, type Figure, formula, given } from '@plimsoll/trace';
import type { CheckpointModel } from '../duration/checkpoint-duration.js';
import { greatestInterval, leastInterval } from '../duration/fixed-point.js';
import { LONGEST_INTERVAL, SHORTEST_INTERVAL } from './parameters.js';
import type { Bandwidth } from './request.js';
import type { BoundingObjective, IntervalBound } from './result.js';
import type { TuningScope } from './scope.js';

/**
 * F5.4: how far each objective lets the interval go. A duration that grows with the interval makes each bound a fixed point: it is
 * searched plainly, and the step that shows it takes the duration of a checkpoint at that very interval.
 */
export interface Bound {
  readonly objective: BoundingObjective;
  readonly side: 'lower' | 'upper';
  /** Null: no interval meets the objective. */
  readonly value: number | null;
  /** What interval and duration may be together; only of an upper bound that there is. */
  readonly limit: Figure<'ms'> | null;
  readonly reason: string;
}

export interface Range {
  readonly model: CheckpointModel;
  readonly bounds: readonly Bound[];
  readonly lower: Bound;
  /** Null: no objective bounds the interval from above. */
  readonly upper: Bound | null;
  readonly feasible: boolean;
}

const OF_DUTY = formula({
  reference: 'F5.4',
  label: 'Shortest interval that the duty allows',
  unit: 'ms',
  inputs: { duration: 'ms', maxDuty: 'ratio' },
  text: 'duration ÷ maxDuty',
  compute: ({ duration, maxDuty }) => duration / maxDuty,
});

const OF_PAUSE = formula({
  reference: 'F5.4',
  label: 'Shortest interval that leaves the pause',
  unit: 'ms',
  inputs: { duration: 'ms', minPause: 'ms' },
  text: 'duration + minPause',
  compute: ({ duration, minPause }) => duration + minPause,
});

const BUDGET = formula({
  reference: 'F1.10',
  label: 'Network that the target leaves for checkpoints on average',
  unit: 'bytesPerSecond',
  inputs: { targetUtilization: 'ratio', capacity: 'bytesPerSecond', load: 'bytesPerSecond' },
  text: 'targetUtilization × capacity − load',
  compute: ({ targetUtilization, capacity, load }) => targetUtilization * capacity - load,
});

const OF_BUDGET = formula({
  reference: 'F1.10',
  label: 'Shortest interval that the network carries',
  unit: 'ms',
  inputs: { machineBytes: 'bytes', perByte: 'ratio', budget: 'bytesPerSecond' },
  text: 'machineBytes × perByte ÷ budget × 1 s',
  compute: ({ machineBytes, perByte, budget }) => ((machineBytes * perByte) / budget) * 1000,
});

const UPPER = formula({
  reference: 'F5.4',
  label: 'Longest interval that the objective allows',
  unit: 'ms',
  inputs: { limit: 'ms', duration: 'ms' },
  text: 'limit − duration',
  compute: ({ limit, duration }) => limit - duration,
});

/** Every objective's bound for one kind of checkpoints. */
export function intervalRange(scope: TuningScope, model: CheckpointModel): Range {
  const bounds = [...lowerBounds(scope, model), ...upperBounds(scope, model)];
  const lowers = bounds.filter(({ side }) => side === 'lower');
  const uppers = bounds.filter(({ side }) => side === 'upper');
  const lower = lowers.reduce((most, bound) => (orInfinite(bound) > orInfinite(most) ? bound : most));
  const upper = uppers.reduce<Bound | null>(
    (least, bound) => (least === null || orNothing(bound) < orNothing(least) ? bound : least),
    null,
  );
  const first = Math.ceil(orInfinite(lower));
  const last = upper === null ? LONGEST_INTERVAL.value : Math.floor(orNothing(upper));
  return { model, bounds, lower, upper, feasible: first <= last };
}

const orInfinite = ({ value }: Bound): number => value ?? Number.POSITIVE_INFINITY;
const orNothing = ({ value }: Bound): number => value ?? Number.NEGATIVE_INFINITY;

function lowerBounds({ maxDuty, minPause, objectives, facts }: TuningScope, model: CheckpointModel): Bound[] {
  const durationAt = (interval: number): number => model.durationAt(interval);
  const least = (
    objective: BoundingObjective,
    needed: (duration: number) => number,
    reason: string,
  ): Bound => ({
    objective,
    side: 'lower',
    value: leastInterval(durationAt, needed, LONGEST_INTERVAL.value),
    limit: null,
    reason,
  });
  const bounds: Bound[] = [
    least(
      'maxDutyRatio',
      (duration) => duration / maxDuty.value,
      'a shorter interval keeps a checkpoint in progress for more of the time',
    ),
    {
      objective: 'flinkMinimum',
      side: 'lower',
      value: SHORTEST_INTERVAL.value,
      limit: null,
      reason: 'Flink refuses a shorter interval',
    },
  ];
  if (minPause.value > 0) {
    bounds.push(
      least(
        'minPause',
        (duration) => duration + minPause.value,
        'a shorter interval is never met: the pause that is set moves the next checkpoint',
      ),
    );
  }
  const { targetUtilization } = objectives;
  if (targetUtilization !== undefined) {
    const carried = carriedBy(targetUtilization, model, facts.networkOut, facts.networkIn);
    bounds.push({
      objective: 'targetUtilization',
      side: 'lower',
      value: carried,
      limit: null,
      reason:
        carried === null
          ? 'without any checkpoint the network is above its target already, or it carries none of them'
          : 'a shorter interval fills the network, uploads included, above its target',
    });
  }
  return bounds;
}

/** Null: the network carries no checkpoint at all. */
function carriedBy(target: number, model: CheckpointModel, out: Bandwidth, back: Bandwidth): number | null {
  const readBack = model.facts.readBackRatio?.value ?? 0;
  const ways = [{ way: out, perByte: 1 }, ...(readBack > 0 ? [{ way: back, perByte: readBack }] : [])];
  let longest = 0;
  for (const { way, perByte } of ways) {
    const budget = target * way.capacity.value - way.load.value;
    const nothing = model.machineBytesAt(LONGEST_INTERVAL.value) === 0;
    if (budget < 0 || (budget === 0 && !nothing)) return null;
    if (nothing) continue;
    const needs = (interval: number): number => (model.machineBytesAt(interval) * perByte * 1000) / budget;
    const interval = leastInterval(needs, (needed) => needed, LONGEST_INTERVAL.value);
    if (interval === null) return null;
    longest = Math.max(longest, interval);
  }
  return longest;
}

function upperBounds(scope: TuningScope, model: CheckpointModel): Bound[] {
  return scope.limits.map(({ objective, limit, reason }) => {
    if (limit === null) return { objective, side: 'upper', value: null, limit, reason };
    const longest = model.uploads
      ? greatestInterval((interval) => model.durationAt(interval), limit.value)
      : null;
    return { objective, side: 'upper', value: longest, limit, reason };
  });
}

/** The bounds as they are shown, with the figures behind them. */
export function shownBounds(
  scope: TuningScope,
  { model, bounds }: Range,
): { readonly shown: readonly IntervalBound[]; readonly figures: readonly Figure[] } {
  const figures: Figure[] = [];
  const shown = bounds.map((bound): IntervalBound => {
    const { objective, side, value, reason } = bound;
    if (bound.limit !== null) figures.push(bound.limit);
    const figure = boundFigure(scope, model, bound);
    if (figure !== null) figures.push(figure);
    return { objective, side, intervalMs: value, reason };
  });
  return { shown, figures };
}

function boundFigure(scope: TuningScope, model: CheckpointModel, bound: Bound): Figure<'ms'> | null {
  const { objective, value, limit } = bound;
  if (value === null || objective === 'flinkMinimum') return null;
  const key = `bound.${objective}`;
  const note = model.kind.incremental
    ? 'a fixed point: the duration is that at this very interval'
    : undefined;
  const figures = model.figuresAt(
    given('ms', Math.max(value, 0), `fixed point of ${key}`),
    `at.${objective}`,
  );
  const { duration, machineBytes } = figures;
  if (limit !== null) return derive(key, UPPER, { limit, duration }, note);
  if (objective === 'maxDutyRatio') return derive(key, OF_DUTY, { duration, maxDuty: scope.maxDuty }, note);
  if (objective === 'minPause') return derive(key, OF_PAUSE, { duration, minPause: scope.minPause }, note);
  return budgetFigure(scope, machineBytes, value, key, note);
}

/** The direction whose budget gives the bound. */
function budgetFigure(
  { objectives, facts }: TuningScope,
  machineBytes: Figure<'bytes'>,
  bound: number,
  key: string,
  note: string | undefined,
): Figure<'ms'> {
  const targetUtilization = given(
    'ratio',
    objectives.targetUtilization ?? 1,
    '/objectives/targetUtilization',
  );
  const through = (way: Bandwidth, perByte: Figure<'ratio'>, name: string): Figure<'ms'> => {
    const budget = derive(`${key}.budget.${name}`, BUDGET, { targetUtilization, ...way });
    return derive(`${key}.${name}`, OF_BUDGET, { machineBytes, perByte, budget }, note);
  };
  const out = through(facts.networkOut, given('ratio', 1, 'one upload of each byte'), 'networkOut');
  const { readBackRatio } = facts;
  if (readBackRatio === undefined || readBackRatio.value === 0) return out;
  const back = through(facts.networkIn, readBackRatio, 'networkIn');
  return Math.abs(back.value - bound) < Math.abs(out.value - bound) ? back : out;
}

export const INTERVAL_BOUND_FORMULAS = [OF_DUTY, OF_PAUSE, BUDGET, OF_BUDGET, UPPER];

import { isFrom } from '@plimsoll/units';
import type { BarrierKind } from '../duration/alignment.js';
import type { CheckpointModel } from '../duration/checkpoint-duration.js';
import { cheapestInterval } from './cheapest-interval.js';
import { intervalRange, type Range } from './interval-bounds.js';
import { LONG_ALIGNMENT, LONG_ENOUGH, LONGEST_INTERVAL, NEXT_TO_NOTHING } from './parameters.js';
import { costTerms, type TuningScope } from './scope.js';
import { streamingCost } from './streaming-cost.js';

/** One kind of checkpoints at its best interval. */
export interface Candidate {
  readonly range: Range;
  /** The cheapest interval within the objectives; null where there is none. */
  readonly intervalMs: number | null;
  readonly costRatio: number;
  /** Cheaper ones are longer, but by next to nothing. */
  readonly longEnough: boolean;
}

export interface Choice {
  readonly chosen: Candidate;
  readonly whyIncremental: string;
  readonly whyBarriers: string;
}

/**
 * Full or incremental: whichever costs the stream less. Barriers that wait, as long as that is a small part of a checkpoint: then
 * smaller buffers, which write nothing more, and only then barriers that overtake.
 */
export function chooseKind(scope: TuningScope): Choice {
  const aligned = bestOf(scope, 'aligned');
  const range = aligned.chosen.range;
  const share = alignmentShare(range);
  if (range.feasible && share <= LONG_ALIGNMENT.value) {
    return { ...aligned, whyBarriers: 'alignment is a small part of a checkpoint, so barriers may wait' };
  }
  if (scope.facts.exchanges.length === 0) return { ...aligned, whyBarriers: 'barriers pass no exchange' };
  const why = range.feasible
    ? `alignment takes ${Math.round(share * 100)} % of a checkpoint`
    : 'no interval is feasible while barriers wait behind full buffers';
  for (const barriers of faster(scope)) {
    const other = bestOf(scope, barriers);
    const { range: found } = other.chosen;
    if (!found.feasible || alignmentShare(found) > LONG_ALIGNMENT.value) continue;
    const remedy =
      barriers === 'debloated'
        ? 'buffers that hold a second of what passes let barriers through'
        : 'barriers overtake what is in flight and write it into the checkpoint';
    return { ...other, whyBarriers: `${why}; ${remedy}` };
  }
  return { ...aligned, whyBarriers: `${why}, and no faster barriers change that` };
}

const faster = ({ version }: TuningScope): BarrierKind[] => [
  ...(isFrom(version, 1, 14) ? (['debloated'] as const) : []),
  ...(isFrom(version, 1, 11) ? (['unaligned'] as const) : []),
];

/** Of the longest checkpoint in the range that matters: the shortest has the largest share. */
function alignmentShare({ model, lower }: Range): number {
  const duration = model.durationAt(lower.value ?? 0);
  return Number.isFinite(duration) && duration > 0 ? model.alignment.value / duration : 0;
}

function bestOf(scope: TuningScope, barriers: BarrierKind): Omit<Choice, 'whyBarriers'> {
  const full = candidate(scope, scope.model({ incremental: false, barriers }));
  if (scope.facts.stateBackend === 'hashmap') {
    return { chosen: full, whyIncremental: 'hashmap writes its whole state whatever is set' };
  }
  const incremental = candidate(scope, scope.model({ incremental: true, barriers }));
  if (incremental.range.feasible !== full.range.feasible) {
    return incremental.range.feasible
      ? { chosen: incremental, whyIncremental: 'only with incremental checkpoints an interval is feasible' }
      : {
          chosen: full,
          whyIncremental: 'new files with what compaction wrote anew are more than the state itself',
        };
  }
  const cheaper = full.range.feasible
    ? incremental.costRatio < full.costRatio
    : shortest(incremental) < shortest(full);
  return cheaper
    ? { chosen: incremental, whyIncremental: 'what changes within an interval is less than the whole state' }
    : {
        chosen: full,
        whyIncremental:
          'so much changes within an interval that its new files are no less than the whole state',
      };
}

const shortest = ({ range }: Candidate): number => range.lower.value ?? Number.POSITIVE_INFINITY;

function candidate(scope: TuningScope, model: CheckpointModel): Candidate {
  const range = intervalRange(scope, model);
  if (!range.feasible || range.lower.value === null)
    return { range, intervalMs: null, costRatio: Number.POSITIVE_INFINITY, longEnough: false };
  const upper = Math.min(range.upper?.value ?? LONGEST_INTERVAL.value, LONGEST_INTERVAL.value);
  const costAt = costOf(scope, model);
  const cheapest = cheapestInterval(costAt, range.lower.value, upper) ?? upper;
  const shorter = Math.max(range.lower.value, LONG_ENOUGH.value);
  const longEnough =
    range.upper === null && cheapest > shorter && costAt(shorter) <= costAt(cheapest) + NEXT_TO_NOTHING.value;
  const intervalMs = longEnough ? shorter : cheapest;
  return { range, intervalMs, costRatio: costAt(intervalMs), longEnough };
}

/** Plainly: the streaming cost at an interval. */
export function costOf(scope: TuningScope, model: CheckpointModel): (intervalMs: number) => number {
  const terms = costTerms(scope, model);
  return (interval) => streamingCost(terms, interval, model.durationAt(interval));
}

import { derive, type Figure, given, parameter } from '@plimsoll/trace';
import { FAR_OUT, LARGER_RATIO, MAD_TO_DEVIATION } from './parameters.js';
import type { NeighbourJob, WindowsKeptRequest } from './request.js';
import type { WindowsKept } from './result.js';
import { BYTES_PER_RATE, DEVIATIONS, RATIO_TO_MEDIAN } from './window-formulas.js';

/** A job’s checkpoint among those of its neighbours. */
export interface AmongNeighbours {
  readonly result: NonNullable<WindowsKept['neighbours']>;
  readonly figures: readonly Figure[];
}

/**
 * A checkpoint is larger than its neighbours’ where it is a multiple of their median and far out among them. Median and median
 * deviation of the logarithms are not moved by a neighbour that has the same trouble. Where every job has a rate of records,
 * sizes are compared for one record per second.
 */
export function amongNeighbours({
  own,
  others,
}: NonNullable<WindowsKeptRequest['neighbours']>): AmongNeighbours {
  const byRate = [own, ...others].every(({ recordsPerSecond }) => recordsPerSecond !== undefined);
  const size = (job: NeighbourJob) => job.checkpointBytes / (byRate ? (job.recordsPerSecond ?? 1) : 1);
  const sizes = others.map(size);
  const medianSize = median(sizes);
  const ratio = derive('windowsKept.ratioToMedian', RATIO_TO_MEDIAN, {
    own: ownSize(own, byRate),
    median: given('bytes', medianSize, '/neighbours/others'),
  });
  const spread = median(sizes.map((one) => Math.abs(Math.log(one / medianSize))));
  const deviations =
    spread === 0
      ? null
      : derive('windowsKept.deviations', DEVIATIONS, {
          ratio,
          medianDeviation: given('ratio', spread, '/neighbours/others'),
          scale: parameter(MAD_TO_DEVIATION),
        });
  const isFarOut = deviations === null || deviations.value >= FAR_OUT.value;
  const larger = ratio.value >= LARGER_RATIO.value && isFarOut;
  return {
    result: {
      verdict: larger ? 'LARGER' : 'LIKE_OTHERS',
      ratioToMedian: ratio.value,
      deviations: deviations?.value ?? null,
      comparedBy: byRate ? 'BYTES_PER_RECORD_RATE' : 'BYTES',
    },
    figures: deviations === null ? [ratio] : [ratio, deviations],
  };
}

function ownSize({ checkpointBytes, recordsPerSecond = 1 }: NeighbourJob, byRate: boolean): Figure<'bytes'> {
  const bytes = given('bytes', checkpointBytes, '/neighbours/own/checkpointBytes');
  if (!byRate) return bytes;
  return derive('windowsKept.bytesPerRate', BYTES_PER_RATE, {
    checkpointBytes: bytes,
    recordsPerSecond: given('perSecond', recordsPerSecond, '/neighbours/own/recordsPerSecond'),
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

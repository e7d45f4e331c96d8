import { derive, type Figure, flatten, given } from '@plimsoll/trace';
import { type Outcome, ok, rejected } from '@plimsoll/units';
import { checkWindowsKept } from './check-windows.js';
import { unlessEndless } from './endless.js';
import { amongNeighbours } from './neighbours.js';
import type { CheckpointSizePoint, WindowsKeptRequest } from './request.js';
import type { WindowsKept } from './result.js';
import { type StalledWindows, stalledWindows } from './stalled-windows.js';
import { trendOf } from './trend.js';
import { CHECKPOINT_TREND, SHARE_OF_STALLED, TIME_TO_FILL } from './window-formulas.js';
import { windowRemarks } from './window-remarks.js';

interface ObservedGrowth {
  readonly result: NonNullable<WindowsKept['observed']>;
  readonly figures: readonly Figure[];
}

/**
 * F10.3: windows that stay because the watermark stands still: how fast state grows then and when space is full, whether a series of
 * checkpoint sizes grows (least squares, 95 % confidence interval), and whether a job’s checkpoint is larger than those of jobs
 * like it. Bytes, milliseconds, records per second. Rejected: values out of bounds, none of the three, a series of fewer than three
 * points or out of order, fewer than three neighbours.
 */
export function windowsKept(request: WindowsKeptRequest): Outcome<WindowsKept> {
  const rejections = checkWindowsKept(request);
  if (rejections.length > 0) return rejected(...rejections);
  const { window, observed, neighbours } = request;
  const freeBytes = request.freeBytes === undefined ? null : given('bytes', request.freeBytes, '/freeBytes');
  const stalled = window === undefined ? null : stalledWindows(window, freeBytes);
  const growing = observed === undefined ? null : observedGrowth(observed, freeBytes, stalled);
  const among = neighbours === undefined ? null : amongNeighbours(neighbours);
  const kept: Omit<WindowsKept, 'remarks'> = {
    stalled: stalled?.result ?? null,
    observed: growing?.result ?? null,
    neighbours: among?.result ?? null,
    steps: flatten([stalled, growing, among].flatMap((part) => part?.figures ?? [])),
  };
  return ok({ ...kept, remarks: windowRemarks(kept) });
}

function observedGrowth(
  points: readonly CheckpointSizePoint[],
  freeBytes: Figure<'bytes'> | null,
  stalled: StalledWindows | null,
): ObservedGrowth {
  const begin = points[0]?.atMs ?? 0;
  const series = points.map(({ atMs, checkpointBytes }) => ({
    x: (atMs - begin) / 1000,
    y: checkpointBytes,
  }));
  const { slope, low, high } = trendOf('windowsKept.growth', CHECKPOINT_TREND, series, '/observed');
  const grows = low.value > 0;
  const fillAt = (key: string, growth: Figure<'bytesPerSecond'>) =>
    freeBytes === null || !grows ? null : unlessEndless(derive(key, TIME_TO_FILL, { freeBytes, growth }));
  const fill = fillAt('windowsKept.observedFill', slope);
  const soonest = fillAt('windowsKept.observedFill.soonest', high);
  const share =
    stalled === null || stalled.growth.value === 0
      ? null
      : unlessEndless(
          derive('windowsKept.shareOfStalled', SHARE_OF_STALLED, {
            observed: slope,
            stalled: stalled.growth,
          }),
        );
  const others = [fill, soonest, share].filter((figure) => figure !== null);
  return {
    result: {
      verdict: grows ? 'GROWING' : 'NOT_GROWING',
      growthBytesPerSecond: { value: slope.value, low: low.value, high: high.value },
      fillMs: fill?.value ?? null,
      soonestFillMs: soonest?.value ?? null,
      shareOfStalledRatio: share?.value ?? null,
    },
    figures: [slope, low, high, ...others],
  };
}

import { duration } from './figures.js';

/** An axis of times on which each tenfold takes the same width. */
export interface LogAxis {
  /** Where a time lies, as a share of the width; at an end where it lies beyond. */
  readonly at: (ms: number) => number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

const ROUND = [
  1, 10, 100, 1000, 10_000, 60_000, 600_000, 3_600_000, 36_000_000, 86_400_000, 864_000_000, 8_640_000_000,
  86_400_000_000, 864_000_000_000,
];
const FINER = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000,
  1_800_000, 3_600_000, 7_200_000, 18_000_000, 43_200_000, 86_400_000, 172_800_000, 432_000_000, 864_000_000,
];
const LEAST_TICKS = 3;
const MOST_TICKS = 6;
/** Room beyond the outermost times, as a factor. */
const MARGIN = 1.6;

/** An axis that holds all these times; those that are not positive have no place on it. */
export function logAxis(times: readonly number[]): LogAxis {
  const shown = times.filter((ms) => ms > 0 && Number.isFinite(ms));
  const least = Math.min(...shown, ...(shown.length === 0 ? [1000] : [])) / MARGIN;
  const most = Math.max(...shown, ...(shown.length === 0 ? [60_000] : [])) * MARGIN;
  const width = Math.log(most / least);
  const at = (ms: number): number => (ms <= 0 ? 0 : Math.min(Math.max(Math.log(ms / least) / width, 0), 1));
  const within = (marks: readonly number[]): number[] => marks.filter((ms) => ms >= least && ms <= most);
  const round = within(ROUND);
  const marks = round.length >= LEAST_TICKS ? round : within(FINER);
  const every = Math.ceil(marks.length / MOST_TICKS);
  return {
    at,
    ticks: marks.filter((_, nth) => nth % every === 0).map((ms) => ({ at: at(ms), text: duration(ms) })),
  };
}

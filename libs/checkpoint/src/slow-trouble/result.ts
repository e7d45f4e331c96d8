import type { Step } from '@plimsoll/trace';

export const METASPACE_VERDICTS = ['LEAK', 'NO_LEAK'] as const;
export const GROWTH_BASES = ['GIVEN', 'OBSERVED_BY_SUBMISSIONS', 'OBSERVED_BY_TIME'] as const;
export const KEPT_VERDICTS = ['GROWING', 'NOT_GROWING'] as const;
export const NEIGHBOUR_VERDICTS = ['LARGER', 'LIKE_OTHERS'] as const;
export const NEIGHBOUR_MEASURES = ['BYTES', 'BYTES_PER_RECORD_RATE'] as const;

/** An estimate with its 95 % confidence interval; the ends are the value itself where it was given and not observed. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface MetaspaceGrowth {
  /** NO_LEAK: none was given, or the observed growth cannot be told from none. */
  readonly verdict: (typeof METASPACE_VERDICTS)[number];
  readonly basis: (typeof GROWTH_BASES)[number];
  /** Null where growth was observed over time only. */
  readonly leakBytesPerSubmission: Estimate | null;
  /** Null where it is not known how often jobs are submitted. */
  readonly growthBytesPerSecond: Estimate | null;
  readonly baseBytes: number;
  /** From a fresh start to an OutOfMemoryError; null: no leak, or not counted. `soonest` holds at the upper end of the interval. */
  readonly submissionsToOom: number | null;
  readonly oomAfterMs: number | null;
  readonly soonestOomAfterMs: number | null;
  /** From the last point of the series on. */
  readonly oomInMs: number | null;
  readonly restartEveryMs: number | null;
  readonly remarks: readonly string[];
  readonly steps: readonly Step[];
}

export interface WindowsKept {
  /** From the windows’ own arithmetic: what a stalled watermark adds; null where no window was given. */
  readonly stalled: {
    readonly entriesPerWindow: number | null;
    readonly growthBytesPerSecond: number;
    /** Null: no free space was given, or nothing grows. */
    readonly fillMs: number | null;
    /** Kept in steady operation by the watermark’s delay and the allowed lateness. */
    readonly steadyExtraBytes: number;
  } | null;
  readonly observed: {
    readonly verdict: (typeof KEPT_VERDICTS)[number];
    readonly growthBytesPerSecond: Estimate;
    /** From the last point on; null where it is not growing, or no free space was given. */
    readonly fillMs: number | null;
    readonly soonestFillMs: number | null;
    /** Observed growth ÷ that of a stalled watermark; about 1 is its sign. Null without both. */
    readonly shareOfStalledRatio: number | null;
  } | null;
  readonly neighbours: {
    readonly verdict: (typeof NEIGHBOUR_VERDICTS)[number];
    /** This job ÷ the median of the others. */
    readonly ratioToMedian: number;
    /** Distance from the median in robust standard deviations of the logarithms; null where the others are all alike. */
    readonly deviations: number | null;
    readonly comparedBy: (typeof NEIGHBOUR_MEASURES)[number];
  } | null;
  readonly remarks: readonly string[];
  readonly steps: readonly Step[];
}

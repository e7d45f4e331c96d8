import type { Step } from '@plimsoll/trace';
import type { Regime } from '../timeline/index.js';

export const BOUNDING_OBJECTIVES = [
  'maxDutyRatio',
  'minPause',
  'targetUtilization',
  'flinkMinimum',
  'maxReprocessMs',
  'maxSinkLatencyMs',
  'maxLagMs',
  'maxRecoveryMs',
] as const;
export type BoundingObjective = (typeof BOUNDING_OBJECTIVES)[number];

/** How far one objective lets the interval go. */
export interface IntervalBound {
  readonly objective: BoundingObjective;
  readonly side: 'lower' | 'upper';
  /** Null: no interval meets the objective. An upper bound that is not positive means the same. */
  readonly intervalMs: number | null;
  readonly reason: string;
}

export interface FeasibleInterval {
  readonly lowerMs: number | null;
  readonly lowerBoundBy: BoundingObjective;
  /** Null: no objective bounds it from above, or no interval meets the one in `upperBoundBy`. */
  readonly upperMs: number | null;
  /** Null: none. */
  readonly upperBoundBy: BoundingObjective | null;
}

/** Intervals that different notions of cost would choose, before any objective. */
export interface IntervalOptima {
  /** Least unavailability of a stream that must catch up: F5.5. Null: no interval leaves capacity to catch up. */
  readonly streamingMs: number | null;
  /** Unavailability there. */
  readonly costRatio: number | null;
  /** √(2·cost·MTBF·(1 − ρ)/ρ), its closed form. */
  readonly approximateMs: number | null;
  readonly youngMs: number;
  readonly dalyMs: number;
  readonly utilizationMs: number;
  readonly why: string;
}

/** One checkpoint: what it writes and how long it takes. */
export interface CheckpointShape {
  readonly incremental: boolean;
  readonly unaligned: boolean;
  readonly bytes: number;
  readonly fullBytes: number;
  /** Of the machine with most state. */
  readonly machineBytes: number;
  /** Null: nothing is left for an upload. */
  readonly durationMs: number | null;
  readonly parts: {
    readonly triggerMs: number;
    readonly alignmentMs: number;
    readonly syncMs: number;
    readonly uploadMs: number | null;
  };
  readonly uploadBytesPerSecond: number;
  readonly boundBy: string;
}

/** How checkpoints follow each other. */
export interface CheckpointPace {
  readonly intervalMs: number;
  readonly minPauseMs: number;
  readonly effectiveIntervalMs: number;
  readonly dutyRatio: number;
  readonly checkpointFreeMs: number;
  readonly regime: Regime;
  readonly worstRewindMs: number;
  readonly meanRewindMs: number;
}

/** What a checkpoint leaves of the network of the fullest machine. */
export interface NetworkLeft {
  /** On average over the interval. */
  readonly outBytesPerSecond: number;
  readonly inBytesPerSecond: number;
  /** While a checkpoint uploads. */
  readonly outWhileUploadingBytesPerSecond: number;
}

/** Settings with what they lead to. */
export interface JudgedCheckpointing {
  readonly checkpoint: CheckpointShape;
  /** Null: checkpoints never end. */
  readonly pace: CheckpointPace | null;
  readonly networkLeft: NetworkLeft | null;
  /** Unavailability (F5.5); null: the job never catches up. */
  readonly costRatio: number | null;
  readonly recoveryMs: number | null;
  /** Objectives that do not hold. */
  readonly misses: readonly BoundingObjective[];
}

/** A setting as Flink of the given version reads it. */
export interface ProposedSetting {
  readonly key: string;
  readonly value: string;
  readonly reason: string;
}

/** One capacity that alone would make an interval feasible. */
export interface CapacityNeed {
  readonly resource:
    | 'uploadBytesPerSecond'
    | 'capacityRecordsPerSecond'
    | 'networkOutBytesPerSecond'
    | 'networkInBytesPerSecond';
  readonly have: number;
  /** Null: no amount of it would. */
  readonly need: number | null;
  readonly reason: string;
}

export interface TuningFinding {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly message: string;
  /** A JSON pointer when it begins with `/`, else a configuration key. */
  readonly path: string;
  readonly evidence: readonly {
    readonly name: string;
    readonly value: number | string | boolean;
    readonly unit: string;
    readonly from: string;
  }[];
  readonly fix?: { readonly set: Readonly<Record<string, string>>; readonly unset: readonly string[] };
  readonly reference: string;
}

export interface CheckpointTuning {
  /** Whether some interval meets every objective. */
  readonly feasible: boolean;
  /** Null where none is feasible; so is what follows from it. */
  readonly intervalMs: number | null;
  readonly minPauseMs: number | null;
  readonly timeoutMs: number | null;
  readonly maxConcurrent: number;
  readonly mode: 'EXACTLY_ONCE' | 'AT_LEAST_ONCE';
  readonly unaligned: boolean;
  readonly incremental: boolean;
  readonly localRecovery: boolean;
  readonly tolerableFailures: number | null;
  readonly retainedCheckpoints: number;
  readonly feasibleInterval: FeasibleInterval;
  readonly bounds: readonly IntervalBound[];
  /** What decides the interval: an objective, or the optimum within them. */
  readonly chosenBy: BoundingObjective | 'streamingOptimum' | null;
  readonly optima: IntervalOptima;
  readonly proposal: JudgedCheckpointing | null;
  /** Checkpointing as it is set now. */
  readonly current: JudgedCheckpointing | null;
  /** Null: nothing but a person restarts the job. */
  readonly downtimeMs: number | null;
  readonly needs: readonly CapacityNeed[];
  /** Complete: keys of the given version of Flink. Empty where no interval is feasible. */
  readonly config: Readonly<Record<string, string>>;
  readonly settings: readonly ProposedSetting[];
  readonly findings: readonly TuningFinding[];
  readonly steps: readonly Step[];
}

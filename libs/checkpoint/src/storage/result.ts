import type { Step } from '@plimsoll/trace';
import type { RecoveryFinding } from '../recovery/finding.js';

export const DIMENSIONS = ['bytes', 'iops', 'bytesPerSecond', 'mustSurviveInstance'] as const;
/** What an option may fail in. */
export type Dimension = (typeof DIMENSIONS)[number];

export interface JudgedOption {
  readonly id: string;
  readonly label: string;
  readonly asOf: string | null;
  readonly source: string | null;
  readonly usdPerMonth: number;
  readonly usdPerMonthPerIops: number;
  /** At the asked size of one read or write. A megabyte is 10^6 bytes. */
  readonly usdPerMonthPerMegabytePerSecond: number;
  /** At a size that reaches the rated throughput; null where none is stated. */
  readonly usdPerMonthPerRatedMegabytePerSecond: number | null;
  readonly usableBytesPerSecond: number;
  readonly meets: boolean;
  readonly fails: readonly Dimension[];
}

export interface DiskAdvice {
  readonly options: readonly JudgedOption[];
  /** The cheapest that meets the need; null: there is none. */
  readonly choice: string | null;
  /** Where there is no choice: in what the options fail. What none of them meets, or all that they fail in where each is met by some. */
  readonly failing: readonly Dimension[];
}

export type StateBackendName = 'hashmap' | 'rocksdb' | 'forst';

export interface BackendCandidate {
  readonly stateBackend: StateBackendName;
  readonly available: boolean;
  readonly fits: boolean;
  /** Memory or disk of one TaskManager that its state takes. */
  readonly takesBytes: number;
  readonly accessMicros: number | null;
  /** Cores of one TaskManager that are busy with state; null where the rate of accesses is not known. */
  readonly accessCores: number | null;
  readonly why: string;
}

export interface BackendAdvice {
  readonly stateBackend: StateBackendName | null;
  /** As this version of Flink spells it. */
  readonly config: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
  readonly candidates: readonly BackendCandidate[];
  /** How slow RocksDB is, for what. */
  readonly speeds: readonly SpeedRatio[];
  readonly predefinedOptions: string | null;
}

/** RocksDB against hashmap. */
export interface SpeedRatio {
  readonly of: string;
  readonly low: number;
  readonly high: number | null;
  readonly reference: string;
}

export interface StorageAdvice {
  readonly disk: DiskAdvice | null;
  readonly backend: BackendAdvice | null;
  readonly findings: readonly RecoveryFinding[];
  readonly steps: readonly Step[];
}

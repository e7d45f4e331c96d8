import type { Workload } from '../request.js';

export const REMARK_CODES = [
  'kind-guessed',
  'kind-changed',
  'edge-guessed',
  'ship-strategy-unknown',
  'ship-strategy-changed',
  'chain-not-split',
  'committer-left-out',
  'parallelism-unknown',
  'name-changed',
  'rate-since-start',
  'rate-throttled',
  'record-size-of-flink',
  'selectivity-above-one',
  'share-measured',
  'metrics-incomplete',
  'metrics-unknown',
  'interval-measured',
] as const;
export type RemarkCode = (typeof REMARK_CODES)[number];

/** What was decided where the export leaves a choice; `path` points into the request, or into the workload. */
export interface ImportRemark {
  readonly code: RemarkCode;
  readonly path: string;
  readonly message: string;
}

/** A field of the workload that the export does not tell. */
export interface MissingField {
  readonly path: string;
  /** Whether a capacity plan is refused without it. */
  readonly needed: boolean;
  readonly why: string;
}

export interface ObservedVertex {
  readonly id: string;
  readonly name: string;
  /** Ids in the workload. */
  readonly operators: readonly string[];
  readonly parallelism: number | null;
  readonly maxParallelism: number | null;
  readonly runningMs: number | null;
  /** Over the network; of all subtasks. */
  readonly recordsInPerSecond: number | null;
  readonly recordsOutPerSecond: number | null;
  readonly bytesInPerSecond: number | null;
  readonly bytesOutPerSecond: number | null;
  /** Mean over the subtasks. */
  readonly busyRatio: number | null;
  readonly backPressuredRatio: number | null;
  readonly idleRatio: number | null;
  /** Of the subtask that is busiest. */
  readonly mostBusyRatio: number | null;
  /** In the latest completed checkpoint that has details. */
  readonly stateBytes: number | null;
}

export interface ObservedOperator {
  readonly id: string;
  readonly vertexId: string;
  readonly recordsInPerSecond: number | null;
  readonly recordsOutPerSecond: number | null;
}

export interface ObservedEdge {
  readonly from: string;
  readonly to: string;
  /** What the sender emits into it; a record that is broadcast counts once. */
  readonly recordsPerSecond: number | null;
  /** What one record takes on the wire. */
  readonly recordBytes: number | null;
}

export interface ObservedCheckpoints {
  readonly completed: number;
  readonly failed: number;
  readonly intervalMs: number | null;
  readonly minPauseMs: number | null;
  readonly timeoutMs: number | null;
  readonly medianDurationMs: number | null;
  readonly longestDurationMs: number | null;
  readonly medianBytes: number | null;
  readonly stateBytes: number | null;
  readonly stateBackend: string | null;
}

export interface ImportObservations {
  readonly vertices: readonly ObservedVertex[];
  readonly operators: readonly ObservedOperator[];
  readonly edges: readonly ObservedEdge[];
  readonly checkpoints: ObservedCheckpoints | null;
}

/** In the shape in which a lint takes it. */
export interface ImportedCheckpointing {
  readonly durationMs?: number;
  readonly bytes?: number;
  readonly savepointBytes?: number;
  readonly savepointPeriodMs?: number;
}

export interface JobImport {
  readonly jobName: string | null;
  readonly workload: Workload;
  readonly checkpointing: ImportedCheckpointing | null;
  readonly observations: ImportObservations;
  readonly missing: readonly MissingField[];
  readonly remarks: readonly ImportRemark[];
}

import type { Step } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

/** Into what the end-to-end time of a checkpoint falls, in the order in which its last subtask passes through. */
export const CHECKPOINT_PARTS = [
  'startDelay',
  'alignment',
  'sync',
  'async',
  'finalisation',
  'waiting',
] as const;
export type CheckpointPart = (typeof CHECKPOINT_PARTS)[number];

/**
 * End-to-end time of a checkpoint, as the subtask that acknowledged last spent it. The parts sum to Flink's
 * `end_to_end_duration`; where two of them ran side by side (an unaligned checkpoint aligns while it writes), the time counts once.
 */
export interface CheckpointParts {
  /** From the trigger to the first barrier: coordinator, sources, and the way through the buffers. */
  readonly startDelayMs: number;
  /** From the first barrier to the last. */
  readonly alignmentMs: number;
  /** Snapshot during which the subtask processes nothing. */
  readonly syncMs: number;
  /** Upload, and the wait for its thread. */
  readonly asyncMs: number;
  /** What no part explains: the way of the acknowledgement, and a last subtask whose row is missing. */
  readonly finalisationMs: number;
  /** Of a checkpoint that failed or still runs: after the last acknowledgement. */
  readonly waitingMs: number;
}

/**
 * What a slow or failed checkpoint is.
 * - `BACK_PRESSURE`: barriers stand behind records that are processed too slowly
 * - `TRIGGER_DELAYED`: the coordinator or the sources were late, before any barrier was under way
 * - `LONG_SYNC`: the part of the snapshot that stops processing is long
 * - `UPLOAD`: the time goes with the bytes that are written
 * - `STORE_LATENCY`: the asynchronous part is long without bytes to explain it
 * - `HOT_SUBTASK`: one subtask is far above its siblings
 * - `JVM_PAUSE`: everything in one process stood still
 * - `DECLINED`: a task could not take its snapshot
 * - `EXPIRED`: the timeout came first, and nothing tells what it waited for
 * - `OUTSIDE`: it failed for a reason that is not the checkpoint's own: a task failed, the job ended, nothing was running
 */
export const CHECKPOINT_CAUSES = [
  'NONE',
  'BACK_PRESSURE',
  'TRIGGER_DELAYED',
  'LONG_SYNC',
  'UPLOAD',
  'STORE_LATENCY',
  'HOT_SUBTASK',
  'JVM_PAUSE',
  'DECLINED',
  'EXPIRED',
  'OUTSIDE',
  'UNKNOWN',
] as const;
export type CheckpointCause = (typeof CHECKPOINT_CAUSES)[number];

export const JUDGE_CONFIDENCES = ['high', 'medium', 'low'] as const;

/** How far the statistics carry the answer, and why so far and no further. */
export interface JudgeConfidence {
  readonly level: (typeof JUDGE_CONFIDENCES)[number];
  readonly reasons: readonly string[];
}

/** A value of the statistics, or derived from them, that speaks for the cause; `from` is a pointer into the request or a step's key. */
export interface JudgeEvidence {
  readonly name: string;
  readonly value: number | string;
  readonly unit: Unit | null;
  readonly from: string;
}

export interface LastSubtask {
  readonly vertexId: string;
  /** Null where the answer of the vertex is not given. */
  readonly vertexName: string | null;
  readonly subtask: number;
  readonly taskManagerId: string | null;
  /** Of its row in the request. */
  readonly pointer: string;
}

export const CHECKPOINT_STATUSES = ['COMPLETED', 'FAILED', 'IN_PROGRESS'] as const;

export interface JudgedCheckpoint {
  readonly id: number;
  readonly status: (typeof CHECKPOINT_STATUSES)[number];
  readonly isSavepoint: boolean;
  /** Null where Flink has not said: nothing has been acknowledged yet. */
  readonly durationMs: number | null;
  /** Bytes that this checkpoint wrote; before 1.15 the whole state. */
  readonly bytes: number | null;
  /** Null without rows of subtasks. */
  readonly parts: CheckpointParts | null;
  readonly dominantPart: CheckpointPart | null;
  /** Of the end-to-end time. */
  readonly dominantRatio: number | null;
  /** That acknowledged last. */
  readonly lastSubtask: LastSubtask | null;
  readonly cause: CheckpointCause;
  readonly explanation: string;
  readonly confidence: JudgeConfidence;
  readonly evidence: readonly JudgeEvidence[];
}

/** Something to do, and why it helps or does not. */
export interface JudgeAdvice {
  readonly kind: 'setting' | 'capacity' | 'job';
  readonly action: string;
  readonly reason: string;
  /** Options in the spelling of the given version; empty where it is none. */
  readonly config: Readonly<Record<string, string>>;
}

/** Whether a longer `execution.checkpointing.timeout` would help. */
export interface TimeoutJudgement {
  readonly timeoutMs: number;
  /** Null: nothing tells. */
  readonly helps: boolean | null;
  /** With which checkpoints like these would complete; null where a longer one does not help or it cannot be told. */
  readonly neededMs: number | null;
  readonly reason: string;
}

/** All checkpoints of one cause. */
export interface CauseOfMany {
  readonly cause: CheckpointCause;
  readonly checkpointIds: readonly number[];
  readonly helps: readonly JudgeAdvice[];
  readonly doesNotHelp: readonly JudgeAdvice[];
}

export interface JudgeMeasurement {
  readonly what: string;
  readonly how: string;
  readonly tells: string;
}

export interface CheckpointJudgement {
  /** The one that costs most: failed checkpoints before slow ones, then by time. */
  readonly cause: CheckpointCause;
  readonly explanation: string;
  readonly confidence: JudgeConfidence;
  /** Mean over the checkpoints that have them, savepoints left out. */
  readonly parts: CheckpointParts | null;
  readonly dominantPart: CheckpointPart | null;
  readonly dominantRatio: number | null;
  readonly evidence: readonly JudgeEvidence[];
  readonly helps: readonly JudgeAdvice[];
  readonly doesNotHelp: readonly JudgeAdvice[];
  readonly timeout: TimeoutJudgement;
  /** By number of checkpoints, the overall cause first. */
  readonly causes: readonly CauseOfMany[];
  /** Newest first, as Flink lists them. */
  readonly checkpoints: readonly JudgedCheckpoint[];
  readonly measureNext: readonly JudgeMeasurement[];
  readonly steps: readonly Step[];
}

/**
 * Flink's checkpoint statistics, read. Times are milliseconds, sizes bytes; null is what Flink did not report (it writes −1, or
 * its version has no such field).
 *
 * Terms: a checkpoint is *acknowledged* by each subtask in turn and completes with the last; a *pending* row is a subtask that has
 * not acknowledged; an *aborted* one reported its figures without completing.
 */
export interface Subtask {
  readonly vertex: string;
  readonly index: number;
  readonly pointer: string;
  readonly aborted: boolean;
  readonly unaligned: boolean;
  /** From the trigger to the acknowledgement. */
  readonly durationMs: number;
  /** Null before 1.11. */
  readonly startDelayMs: number | null;
  readonly alignmentMs: number;
  readonly syncMs: number;
  readonly asyncMs: number;
  /** Written by this checkpoint; before 1.15 the whole state. */
  readonly bytes: number;
  readonly taskManager: string | null;
}

export interface Vertex {
  readonly id: string;
  readonly pointer: string;
  readonly name: string | null;
  /** Ids of the vertices that feed it; null where the plan is not given. */
  readonly inputs: readonly string[] | null;
  readonly durationMs: number | null;
  readonly bytes: number;
  readonly subtasks: number;
  readonly acknowledged: number;
  /** Rows of subtasks that reported. */
  readonly rows: readonly Subtask[];
  readonly hasRows: boolean;
}

export interface Checkpoint {
  readonly id: number;
  readonly pointer: string;
  readonly status: 'COMPLETED' | 'FAILED' | 'IN_PROGRESS';
  readonly isSavepoint: boolean;
  readonly triggerMs: number;
  readonly durationMs: number | null;
  readonly bytes: number;
  readonly stateBytes: number;
  readonly subtasks: number;
  readonly acknowledged: number;
  readonly failureMessage: string | null;
  readonly vertices: readonly Vertex[];
}

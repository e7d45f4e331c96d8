/** One JSON answer of Flink's REST API, as it came. Fields that are not known are left alone: versions differ in them. */
export type FlinkAnswer = Readonly<Record<string, unknown>>;

/**
 * What Flink says of a job's checkpoints. Only `checkpoints` is needed; each further answer makes the judgement firmer.
 * - `checkpoints`: `/jobs/:id/checkpoints`
 * - `details`: checkpoint id → `/jobs/:id/checkpoints/details/:checkpoint`
 * - `subtasks`: checkpoint id → vertex id → `/jobs/:id/checkpoints/details/:checkpoint/subtasks/:vertex`
 * - `job`: `/jobs/:id`, whose plan says which vertex feeds which
 * - `vertices`: vertex id → `/jobs/:id/vertices/:vertex`, which says what TaskManager runs which subtask
 */
export interface CheckpointAnswers {
  readonly checkpoints?: FlinkAnswer;
  readonly details?: Readonly<Record<string, FlinkAnswer>>;
  readonly subtasks?: Readonly<Record<string, Readonly<Record<string, FlinkAnswer>>>>;
  readonly job?: FlinkAnswer;
  readonly vertices?: Readonly<Record<string, FlinkAnswer>>;
}

/** Measured checkpoints of one job. */
export interface JudgeRequest {
  /** `1.20` or `1.20.5`; from 1.10. */
  readonly flinkVersion: string;
  readonly config?: Readonly<Record<string, string>>;
  /** The answers together, or the answer of `/jobs/:id/checkpoints` alone. */
  readonly statistics: CheckpointAnswers | FlinkAnswer;
}

import type { FlinkAnswer } from '@plimsoll/checkpoint';

/** Answers of Flink’s REST API about one job, as they came. */
export interface JobImportRequest {
  /** `1.20` or `1.20.5`; how durations in the text of operators are read. */
  readonly flinkVersion?: string;
  /** `/jobs/:id/plan`; may be left out where `job` has the plan within. */
  readonly plan?: FlinkAnswer;
  /** `/jobs/:id`: names, max parallelism, and what each vertex has read and written. */
  readonly job?: FlinkAnswer;
  /** `/jobs/:id/checkpoints` alone, or `{ checkpoints, details, config }`, as for the judgement of checkpoints. */
  readonly checkpoints?: FlinkAnswer;
  /** Vertex id → `/jobs/:id/vertices/:vertex/subtasks/metrics?get=…`, a list. */
  readonly metrics?: FlinkAnswer;
}

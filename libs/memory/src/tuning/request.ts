import type { FlinkConfig, Observed } from '../request.js';

/**
 * What a tuning is for. `give-to-managed`: the process stays as large as it is, and all that is unused becomes managed memory.
 * `shrink`: the process becomes as small as what is used allows. `fix-out-of-memory`: what is at its limit grows, out of what
 * is unused where there is enough, else with the process.
 */
export const TUNING_GOALS = ['give-to-managed', 'shrink', 'fix-out-of-memory'] as const;
export type TuningGoal = (typeof TUNING_GOALS)[number];

/** A TaskManager that runs, with what monitoring shows of it. */
export interface TuningRequest {
  /** `1.20` or `1.20.5`; from 1.10. */
  readonly flinkVersion: string;
  readonly config: FlinkConfig;
  readonly observed: Observed;
  /** Memory limit of the pod, a Kubernetes quantity: `8Gi`. */
  readonly podLimit?: string;
  /** What a pool keeps free over its observed use, as a share of that use, 0 to 10. Default: 0.2, as Flink's autoscaler has it. */
  readonly headroomRatio?: number;
  /** Default: give-to-managed. */
  readonly goal?: TuningGoal;
}

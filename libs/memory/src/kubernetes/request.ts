import type { FlinkConfig } from '../request.js';

/** Which process of Flink a pod runs. */
export type PodProcess = 'taskmanager' | 'jobmanager';

/**
 * Who makes the pods. `native`: Flink itself asks Kubernetes for them and derives their memory from the process size.
 * `standalone`: somebody else does. That is the Flink Kubernetes operator where `operatorVersion` or `resourceMemory` is given,
 * which sizes them as Flink does; otherwise a person, who states request and limit.
 */
export type KubernetesDeployment = 'native' | 'standalone';

/** A pod of Flink 1.10 or later whose memory is asked for. */
export interface KubernetesRequest {
  /** `1.20` or `1.20.5`. */
  readonly flinkVersion: string;
  readonly config: FlinkConfig;
  readonly deployment: KubernetesDeployment;
  /** Default: taskmanager. */
  readonly component?: PodProcess;
  /** `spec.taskManager.resource.memory` (or `jobManager`) of a FlinkDeployment: `2Gi`, `2048m`. Overrides the process size. */
  readonly resourceMemory?: string;
  /** Of the Flink Kubernetes operator: `1.7` or `1.7.0`. Default: the newest known. */
  readonly operatorVersion?: string;
  /** Memory limit of the container, a Kubernetes quantity: `8Gi`. */
  readonly podLimit?: string;
  /** Memory request of the container, a Kubernetes quantity. */
  readonly podRequest?: string;
  /** Default: `taskmanager.numberOfTaskSlots`. */
  readonly slots?: number;
  /** Share of the pod's limit to keep free where the process size is derived from it. Default: 0. */
  readonly headroomRatio?: number;
}

import type { ExactStep } from '@plimsoll/trace';
import type { FlinkConfig } from '../request.js';
import type { ConfigPatch, JobManagerMemory, TaskManagerMemory } from '../result.js';
import type { PodProcess } from './request.js';

/** What decided the size of the process. */
export type ProcessSizeOrigin = 'resource.memory' | 'config' | 'podLimit';

/** What Kubernetes is asked for one container. Sizes in bytes. */
export interface PodMemory {
  /** Null where it is not known: a standalone pod of which nothing is said. */
  readonly requestBytes: bigint | null;
  /** Null where it is not known. */
  readonly limitBytes: bigint | null;
  /** The limit less the process size; below 0 by less than one MiB where Flink rounds the pod down. */
  readonly headroomBytes: bigint | null;
  /** As Kubernetes is told: `8192Mi`. */
  readonly requestText: string | null;
  readonly limitText: string | null;
}

/** What one slot of the TaskManager gets; Flink divides evenly and drops what is left over. */
export interface SlotMemory {
  readonly slots: number;
  readonly taskHeapBytes: bigint;
  readonly taskOffHeapBytes: bigint;
  readonly networkBytes: bigint;
  readonly managedBytes: bigint;
}

/** The process size that follows the pod's limit, so that a change of the limit or of the slots cannot leave it behind. */
export interface ProcessSizeFromLimit {
  readonly processSizeBytes: bigint;
  readonly patch: ConfigPatch;
}

/** The memory of one pod, the process in it included. */
export interface KubernetesMemory {
  readonly component: PodProcess;
  readonly processSizeBytes: bigint;
  readonly processSizeOrigin: ProcessSizeOrigin;
  readonly pod: PodMemory;
  /** The configuration that the process gets: the one given, with the process size that the operator or the limit sets. */
  readonly config: FlinkConfig;
  readonly memory: TaskManagerMemory | JobManagerMemory;
  /** Null for a JobManager. */
  readonly perSlot: SlotMemory | null;
  /** Null where no limit is given. */
  readonly fromPodLimit: ProcessSizeFromLimit | null;
  /** What to know of these figures, for people. */
  readonly remarks: readonly string[];
  readonly steps: readonly ExactStep[];
}

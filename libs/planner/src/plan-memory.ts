import {
  type FlinkRefusal,
  type JobManagerMemory,
  jobManagerMemory,
  judgeMemory,
  type KubernetesMemory,
  kubernetesMemory,
  type MemoryAnswer,
  type MemoryJudgement,
  type Observed,
  type TaskManagerMemory,
  taskManagerMemory,
} from '@plimsoll/memory';
import { isFrom, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import type { FlinkConfig } from './config-values.js';
import type { PlannedBuffers } from './plan-buffers.js';
import { keepsStateOnDisk, type PlannedRocksDb, plannedRocksDb } from './plan-rocksdb.js';
import type { CapacityRequest } from './request.js';

/** The memory that a configuration gives to the processes of a plan. A part is null where nothing is said of it. */
export interface PlanMemory {
  /** The version whose rules were taken. */
  readonly flinkVersion: string;
  readonly taskManager: TaskManagerMemory | null;
  readonly jobManager: JobManagerMemory | null;
  /** Null unless there is state and its backend is rocksdb or forst. */
  readonly rocksDb: PlannedRocksDb | null;
  /** Of the TaskManager that needs most buffers. */
  readonly networkBuffers: PlannedBuffers | null;
  /** What Kubernetes is asked for, where Flink itself makes the pods. */
  readonly pods: {
    readonly taskManager: KubernetesMemory | null;
    readonly jobManager: KubernetesMemory | null;
  } | null;
  /** Pools of the TaskManager against what was observed of them. */
  readonly observed: Omit<MemoryJudgement, 'memory'> | null;
}

/** What a configuration comes to: memory, or Flink's refusal, or what is wrong with the profile itself. */
export type MemoryOutcome =
  | { readonly kind: 'memory'; readonly memory: Omit<PlanMemory, 'networkBuffers'> }
  | { readonly kind: 'silent' }
  | { readonly kind: 'refused'; readonly component: string; readonly refusal: FlinkRefusal }
  | { readonly kind: 'rejected'; readonly rejections: readonly Rejection[] };

/** The version whose rules a profile without one is judged by. */
export const NEWEST = '2.3';

export interface MemoryInputs {
  readonly flinkVersion?: string;
  readonly config?: FlinkConfig;
  readonly observed?: Observed;
}

/** A process is planned where the configuration says something of its memory. */
const says = (config: FlinkConfig, component: string): boolean =>
  Object.keys(config).some(
    (key) => key.startsWith(`${component}.memory.`) || key.startsWith(`${component}.heap.`),
  );

const hasKeysOf = (config: FlinkConfig, prefix: string): boolean =>
  Object.keys(config).some((key) => key.startsWith(prefix));

/** What the configuration of a profile gives to its processes. */
export function memoryOf(
  { flinkVersion = NEWEST, config = {}, observed }: MemoryInputs,
  request: CapacityRequest,
): MemoryOutcome {
  const version = parseFlinkVersion(flinkVersion);
  const silent =
    version === undefined ||
    !isFrom(version, 1, 10) ||
    !(says(config, 'taskmanager') || says(config, 'jobmanager'));
  if (silent) return { kind: 'silent' };
  const native = hasKeysOf(config, 'kubernetes.');
  const deployment = native || hasKeysOf(config, 'yarn.') ? 'container' : 'standalone';
  const asked = { flinkVersion, config, deployment } as const;
  const parts = new Parts();
  const taskManager = parts.take('TaskManager', says(config, 'taskmanager'), () => taskManagerMemory(asked));
  const jobManager = parts.take('JobManager', says(config, 'jobmanager') && isFrom(version, 1, 11), () =>
    jobManagerMemory(asked),
  );
  const judged = parts.take('TaskManager', taskManager !== null && observed !== undefined, () =>
    judgeMemory({ flinkVersion, config, observed: observed ?? {} }),
  );
  const rocksDb =
    taskManager === null || !keepsStateOnDisk(request)
      ? null
      : parts.take('TaskManager', true, () => plannedRocksDb(flinkVersion, config, request, taskManager));
  const pod = (component: 'taskmanager' | 'jobmanager', there: boolean) =>
    parts.take(component === 'taskmanager' ? 'TaskManager' : 'JobManager', native && there, () =>
      kubernetesMemory({ flinkVersion, config, component, deployment: 'native' }),
    );
  const pods = native
    ? {
        taskManager: pod('taskmanager', taskManager !== null),
        jobManager: pod('jobmanager', jobManager !== null),
      }
    : null;
  if (parts.stopped !== null) return parts.stopped;
  return {
    kind: 'memory',
    memory: { flinkVersion, taskManager, jobManager, rocksDb, pods, observed: withoutModel(judged) },
  };
}

/** Takes answers one after the other until one is no value. */
class Parts {
  stopped: Extract<MemoryOutcome, { kind: 'refused' | 'rejected' }> | null = null;

  take<T>(component: string, wanted: boolean, ask: () => MemoryAnswer<T>): T | null {
    if (!wanted || this.stopped !== null) return null;
    const answer = ask();
    if (answer.kind === 'ok') return answer.value;
    this.stopped = answer.kind === 'refused' ? { ...answer, component } : answer;
    return null;
  }
}

function withoutModel(judgement: MemoryJudgement | null): PlanMemory['observed'] {
  if (judgement === null) return null;
  const { memory: _, ...observed } = judgement;
  return observed;
}

import {
  type DataflowBuffers,
  type FlinkRefusal,
  type JobManagerMemory,
  jobManagerMemory,
  judgeMemory,
  type KubernetesMemory,
  kubernetesMemory,
  type MemoryAnswer,
  type MemoryJudgement,
  type Observed,
  type RocksDbMemory,
  rocksDbMemory,
  type TaskManagerMemory,
  taskManagerMemory,
} from '@plimsoll/memory';
import { isFrom, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import type { FlinkConfig } from './config-values.js';
import type { CapacityRequest, Operator, StateBackend } from './request.js';
import type { StateCache } from './state-cache.js';

/** The memory that a configuration gives to the processes of a plan. A part is null where nothing is said of it. */
export interface PlanMemory {
  /** The version whose rules were taken. */
  readonly flinkVersion: string;
  readonly taskManager: TaskManagerMemory | null;
  readonly jobManager: JobManagerMemory | null;
  /** Of each slot; null unless the state backend is rocksdb or forst. */
  readonly rocksDb: RocksDbMemory | null;
  /** Of the TaskManager that needs most buffers. */
  readonly networkBuffers: DataflowBuffers | null;
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
const NEWEST = '2.3';

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
  const rocksDb = parts.take('TaskManager', taskManager !== null && embedded(request), () =>
    rocksDbMemory(stateBackendOf(flinkVersion, config, request, taskManager?.components.managedBytes ?? 0n)),
  );
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

const EMBEDDED: readonly StateBackend[] = ['rocksdb', 'forst'];

const backendOf = ({ cluster }: CapacityRequest): StateBackend =>
  cluster.stateBackend ?? (cluster.machine.stateDisk === undefined ? 'hashmap' : 'rocksdb');

const embedded = (request: CapacityRequest): boolean =>
  EMBEDDED.includes(backendOf(request)) && columnFamilies(request.workload.operators) > 0;

/** Each state of a slot is a column family, and so are the timers of a window operator. */
const columnFamilies = (operators: readonly Operator[]): number =>
  operators.reduce(
    (count, { state, kind, window }) =>
      state === undefined ? count : count + (kind === 'window' && window?.assigner !== 'global' ? 2 : 1),
    0,
  );

function stateBackendOf(
  flinkVersion: string,
  config: FlinkConfig,
  request: CapacityRequest,
  managedBytes: bigint,
) {
  return {
    flinkVersion,
    config,
    managedBytes,
    managedFrom: '/memory/taskManager/components/managedBytes',
    slots: request.cluster.slotsPerTaskManager ?? 1,
    stateBackend: backendOf(request) === 'forst' ? ('forst' as const) : ('rocksdb' as const),
    states: columnFamilies(request.workload.operators),
  };
}

/** The block cache of a TaskManager: what its embedded databases keep for data when their memtables are full. */
export function stateCacheOf(
  { rocksDb }: Pick<PlanMemory, 'rocksDb'>,
  { cluster }: CapacityRequest,
): StateCache | undefined {
  const shared = rocksDb?.shared ?? null;
  if (shared === null) return undefined;
  const caches = BigInt(cluster.slotsPerTaskManager ?? 1) / BigInt(shared.slots);
  return {
    bytesPerTaskManager: Number(shared.blockBytes * caches),
    pointer: '/memory/rocksDb/shared/blockBytes',
  };
}

import { type Derivation, type ExactStep, type Known, known } from '@plimsoll/trace';
import { isFrom, memorySizeText } from '@plimsoll/units';
import { jobManagerMemory, taskManagerMemory } from '../memory.js';
import { JOB_MANAGER, type ProcessOptions, TASK_MANAGER } from '../process/options.js';
import type { Deployment, FlinkConfig } from '../request.js';
import type { ConfigPatch, JobManagerMemory, MemoryAnswer, TaskManagerMemory } from '../result.js';
import { KEPT_FREE, PROCESS_FROM_LIMIT } from './formulas.js';
import type { ReadRequest } from './read-request.js';
import type { KubernetesRequest, PodProcess } from './request.js';
import type { ProcessSizeFromLimit, ProcessSizeOrigin } from './result.js';

export const optionsOf = (component: PodProcess): ProcessOptions =>
  component === 'taskmanager' ? TASK_MANAGER : JOB_MANAGER;

/** The model of the process in the pod. */
export function processMemory(
  { flinkVersion, component = 'taskmanager', deployment }: KubernetesRequest,
  config: FlinkConfig,
  traced: boolean,
): MemoryAnswer<TaskManagerMemory | JobManagerMemory> {
  const model = component === 'taskmanager' ? taskManagerMemory : jobManagerMemory;
  return model({ flinkVersion, config, deployment: FLINK_DEPLOYMENT[deployment] }, traced);
}

/** Flink's own integration reads the heap options of Flink before 1.10 as those of a container. */
const FLINK_DEPLOYMENT: Readonly<Record<KubernetesRequest['deployment'], Deployment>> = {
  native: 'container',
  standalone: 'standalone',
};

/** Who decides the size of the process: the operator, the configuration, or nobody, so that it follows the limit of the pod. */
export function processSizeOrigin(
  { config, component = 'taskmanager' }: KubernetesRequest,
  { version, operator, podLimit }: ReadRequest,
): ProcessSizeOrigin {
  if (operator !== null) return 'resource.memory';
  if (podLimit === null) return 'config';
  const { processSize, flinkSize, fineGrained, heapSize, heapMegabytes } = optionsOf(component);
  const legacy = isFrom(version, 2, 0) ? [] : [heapSize, heapMegabytes];
  const has = (keys: readonly string[]): boolean => keys.some((key) => Object.hasOwn(config, key));
  const whole = [processSize, flinkSize, ...legacy].some(({ key, oldKeys }) => has([key, ...oldKeys]));
  const parts = fineGrained.every(({ key, oldKeys }) => has([key, ...oldKeys]));
  return whole || parts ? 'config' : 'podLimit';
}

/** The configuration with another process size. */
export const withProcessSize = (config: FlinkConfig, component: PodProcess, text: string): FlinkConfig => ({
  ...config,
  [optionsOf(component).processSize.key]: text,
});

/** The process size that a limit of the pod leaves room for. */
export function sizeFromLimit(
  derivation: Derivation,
  podLimit: bigint,
  { headroomRatio }: ReadRequest,
): Known<'bytes'> {
  const limit = known('bytes', podLimit, '/podLimit');
  const keptFree = derivation.derive('kubernetes.keptFree', KEPT_FREE, {
    podLimit: limit,
    headroomRatio: known('ratio', headroomRatio, '/headroomRatio'),
  });
  return derivation.derive('kubernetes.processSizeFromLimit', PROCESS_FROM_LIMIT, {
    podLimit: limit,
    keptFree,
  });
}

/**
 * How to let the process size follow the limit: set it, and drop only those other sizes with which Flink would not start.
 * @returns null where no such configuration was found
 */
export function followLimit(request: KubernetesRequest, size: Known<'bytes'>): ProcessSizeFromLimit | null {
  const component = request.component ?? 'taskmanager';
  const { processSize, flinkSize, fineGrained, heapSize, heapMegabytes } = optionsOf(component);
  const totals = [flinkSize, heapSize, heapMegabytes];
  for (const dropped of [[], totals, [...totals, ...fineGrained]]) {
    const keys = dropped.flatMap(({ key, oldKeys }) => [key, ...oldKeys]);
    const unset = keys.filter((key) => Object.hasOwn(request.config, key));
    const patch: ConfigPatch = { set: { [processSize.key]: memorySizeText(size.value) }, unset };
    const kept = Object.entries(request.config).filter(([key]) => !unset.includes(key));
    const answer = processMemory(request, { ...Object.fromEntries(kept), ...patch.set }, false);
    if (answer.kind === 'ok') return { processSizeBytes: size.value, patch };
  }
  return null;
}

/** Steps in which one origin of a value is named by another. */
export const renamed = (steps: readonly ExactStep[], from: string, to: string): readonly ExactStep[] =>
  from === to
    ? steps
    : steps.map((step) => ({
        ...step,
        inputs: step.inputs.map((input) => (input.from === from ? { ...input, from: to } : input)),
      }));

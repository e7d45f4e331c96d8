import { Derivation, type Known, known, knownDefault } from '@plimsoll/trace';
import { memorySizeText, type Rejection } from '@plimsoll/units';
import { SLOTS } from '../process/options.js';
import type { FlinkConfig } from '../request.js';
import type { JobManagerMemory, MemoryAnswer, TaskManagerMemory } from '../result.js';
import { limitFactor, limitFactorKey } from './limit-factor.js';
import { countable, limitFor, podAsStated, podOfFlink, quantityText, sizedByFlink } from './pod.js';
import { podRemarks } from './pod-remarks.js';
import {
  followLimit,
  optionsOf,
  processMemory,
  processSizeOrigin,
  renamed,
  sizeFromLimit,
  withProcessSize,
} from './process-size.js';
import { type ReadRequest, readRequest } from './read-request.js';
import type { KubernetesRequest } from './request.js';
import type { KubernetesMemory, PodMemory, ProcessSizeOrigin } from './result.js';
import { slotMemory } from './slot-memory.js';

/**
 * A Flink process in a Kubernetes pod: its size by the operator, the configuration or the pod's limit, what Kubernetes is asked
 * for it, and whether it fits. Sizes in bytes. Refused as Flink refuses; rejected where a value cannot be read, and where the
 * limit is below the process size, since the container would be ended for it (OOMKilled).
 * @see org.apache.flink.kubernetes.utils.KubernetesUtils#getResourceRequirements
 */
export function kubernetesMemory(request: KubernetesRequest, traced = true): MemoryAnswer<KubernetesMemory> {
  const read = readRequest(request);
  if (read.kind === 'rejected') return read;
  const derivation = new Derivation(traced);
  const { component = 'taskmanager' } = request;
  const origin = processSizeOrigin(request, read.value);
  const { podLimit, version } = read.value;
  const fromLimit = podLimit === null ? null : sizeFromLimit(derivation, podLimit, read.value);
  const config = effectiveConfig(request, read.value, origin, fromLimit);
  const answer = processMemory(request, config, traced);
  if (answer.kind !== 'ok') return answer;
  const factor = limitFactor(config, version, component);
  const flinkSizes = sizedByFlink(request);
  if (flinkSizes && factor.kind === 'refused') return factor;

  const memory = answer.value;
  const { processSize: option } = optionsOf(component);
  const stated = statedAt(origin, option.pointer, fromLimit);
  const processSize = known('bytes', memory.totalProcessBytes, `${optionsOf(component).trace}.totalProcess`);
  const factorKnown =
    factor.kind === 'factor' ? factor.factor : knownDefault('ratio', 1, limitFactorKey(component));
  const tooLarge = flinkSizes ? countable(processSize.value, factorKnown.value) : null;
  if (tooLarge !== null) return { kind: 'rejected', rejections: [tooLarge] };

  const outside = renamed(memory.steps, option.pointer, stated);
  if (traced) derivation.steps.push(...outside);
  const pod = flinkSizes
    ? podOfFlink(derivation, processSize, factorKnown)
    : podAsStated(derivation, processSize, read.value);
  const killed = wouldBeKilled(request, read.value, pod, processSize.value, option.key);
  if (killed !== null) return { kind: 'rejected', rejections: [killed] };
  const perSlot = isTaskManager(memory) ? slotMemory(derivation, request, config, memory) : null;
  return {
    kind: 'ok',
    value: {
      component,
      processSizeBytes: processSize.value,
      processSizeOrigin: origin,
      pod,
      config,
      memory,
      perSlot,
      fromPodLimit: fromLimit === null ? null : followLimit(request, fromLimit),
      remarks: podRemarks(request, read.value, pod, processSize.value, origin),
      steps: derivation.steps,
    },
  };
}

function effectiveConfig(
  { config: given, component = 'taskmanager', slots }: KubernetesRequest,
  { operator }: ReadRequest,
  origin: ProcessSizeOrigin,
  fromLimit: Known<'bytes'> | null,
): FlinkConfig {
  const config =
    slots === undefined || component === 'jobmanager' ? given : { ...given, [SLOTS.key]: `${slots}` };
  if (operator !== null) return withProcessSize(config, component, operator.configValue);
  if (origin !== 'podLimit' || fromLimit === null) return config;
  return withProcessSize(config, component, memorySizeText(fromLimit.value));
}

const statedAt = (origin: ProcessSizeOrigin, pointer: string, fromLimit: Known<'bytes'> | null): string => {
  if (origin === 'resource.memory') return '/resourceMemory';
  return origin === 'podLimit' && fromLimit !== null ? fromLimit.from : pointer;
};

/**
 * A limit below the process size. What Flink itself asks for is below it by the part of a mebibyte that it drops, which is no
 * reason to refuse.
 */
function wouldBeKilled(
  request: KubernetesRequest,
  { podLimit }: ReadRequest,
  pod: PodMemory,
  processSize: bigint,
  key: string,
): Rejection | null {
  const least = sizedByFlink(request) ? (pod.requestBytes ?? processSize) : processSize;
  if (podLimit === null || podLimit >= least) return null;
  const remedy = request.resourceMemory === undefined ? key : `resource.memory (which sets ${key})`;
  return {
    pointer: '/podLimit',
    received: request.podLimit,
    message: `a limit of ${podLimit} bytes (${quantityText(podLimit)}) is ${processSize - podLimit} bytes below the process size of ${processSize} (${quantityText(processSize)}): the container would be ended as OOMKilled. Raise the limit to ${limitFor(processSize)}, or lower ${remedy} to ${quantityText(podLimit)} or less`,
  };
}

const isTaskManager = (memory: TaskManagerMemory | JobManagerMemory): memory is TaskManagerMemory =>
  'taskHeapBytes' in memory.components;

import { isFrom } from '@plimsoll/units';
import { SLOTS } from '../process/options.js';
import { limitFactorKey } from './limit-factor.js';
import { limitFor, quantityText, sizedByFlink } from './pod.js';
import { optionsOf } from './process-size.js';
import type { ReadRequest } from './read-request.js';
import type { KubernetesRequest } from './request.js';
import type { PodMemory, ProcessSizeOrigin } from './result.js';

/** What to know of a pod, for people. */
export function podRemarks(
  request: KubernetesRequest,
  read: ReadRequest,
  pod: PodMemory,
  processSize: bigint,
  origin: ProcessSizeOrigin,
): readonly string[] {
  return [
    ...overriddenSize(request, origin),
    ...(sizedByFlink(request)
      ? flinkRemarks(request, read, pod, processSize)
      : statedRemarks(read, pod, processSize)),
    ...unreadFactor(request, read),
    ...slotRemarks(request),
  ];
}

function overriddenSize(
  { config, component = 'taskmanager', resourceMemory }: KubernetesRequest,
  origin: ProcessSizeOrigin,
): readonly string[] {
  const { key } = optionsOf(component).processSize;
  const stated = config[key];
  if (origin === 'podLimit') {
    return [`The configuration states no total, so ${key} follows the limit of the pod.`];
  }
  if (origin !== 'resource.memory' || stated === undefined) return [];
  return [`The operator puts resource.memory ("${resourceMemory}") over ${key} ("${stated}").`];
}

function flinkRemarks(
  { podLimit: stated }: KubernetesRequest,
  { podLimit }: ReadRequest,
  { requestBytes, limitBytes, limitText }: PodMemory,
  processSize: bigint,
): readonly string[] {
  const remarks: string[] = [];
  if (requestBytes !== null && requestBytes < processSize) {
    remarks.push(
      `The process size is no whole number of mebibytes: the pod asks for ${quantityText(requestBytes)}, ${processSize - requestBytes} bytes less than the process may take. ${limitFor(processSize)} would be whole.`,
    );
  }
  if (podLimit !== null && podLimit !== limitBytes) {
    remarks.push(
      `Flink itself sets the pod's limit, to ${limitText}; a limit of ${stated} in a pod template is replaced.`,
    );
  }
  return remarks;
}

function statedRemarks(
  { podRequest }: ReadRequest,
  { requestBytes, limitBytes }: PodMemory,
  processSize: bigint,
): readonly string[] {
  const remarks: string[] = [];
  if (limitBytes === null) {
    remarks.push('No limit is known of the pod, so nothing says whether the process fits it.');
  }
  if (requestBytes !== null && requestBytes < processSize) {
    remarks.push(
      `The request is ${processSize - requestBytes} bytes below the process size: when its node runs short of memory, this pod is among the first to be evicted.`,
    );
  }
  if (podRequest === null && requestBytes !== null) {
    remarks.push('Kubernetes takes the limit for the request, since none is given.');
  }
  return remarks;
}

function unreadFactor(request: KubernetesRequest, { version }: ReadRequest): readonly string[] {
  const key = limitFactorKey(request.component ?? 'taskmanager');
  if (!Object.hasOwn(request.config, key)) return [];
  if (!sizedByFlink(request)) return [`Nobody reads ${key} where Flink does not make the pods.`];
  return isFrom(version, 1, 15) ? [] : [`${key} came with Flink 1.15 and is not read before.`];
}

function slotRemarks({ config, slots }: KubernetesRequest): readonly string[] {
  const stated = config[SLOTS.key];
  if (slots === undefined || stated === undefined || stated === `${slots}`) return [];
  return [`${slots} slots are asked for, and ${SLOTS.key} says ${stated}: the former is calculated with.`];
}

import { exactFormula } from '@plimsoll/trace';
import { shortestDecimal } from '@plimsoll/units';
import { MIB } from '../mebibyte.js';
import { dividedUp } from '../whole-sizes.js';

const reference = 'F8.1';

/**
 * Flink tells Kubernetes whole mebibytes and drops the rest of the process size.
 * @see org.apache.flink.kubernetes.kubeclient.parameters.KubernetesTaskManagerParameters#getTaskManagerMemoryMB
 */
export const POD_REQUEST = exactFormula({
  reference,
  label: 'Memory request of the pod',
  unit: 'bytes',
  inputs: { processSize: 'bytes' },
  text: '⌊processSize ÷ 1 MiB⌋ × 1 MiB',
  compute: ({ processSize }) => (processSize / MIB) * MIB,
  evidence: 'verified',
});

/** @see org.apache.flink.kubernetes.utils.KubernetesUtils#getResourceRequirements */
export const POD_LIMIT = exactFormula({
  reference,
  label: 'Memory limit of the pod',
  unit: 'bytes',
  inputs: { podRequest: 'bytes', limitFactor: 'ratio' },
  text: '⌊podRequest ÷ 1 MiB × limitFactor⌋ × 1 MiB',
  compute: ({ podRequest, limitFactor }) => BigInt(Math.floor(Number(podRequest / MIB) * limitFactor)) * MIB,
  evidence: 'verified',
});

export const POD_HEADROOM = exactFormula({
  reference,
  label: 'Limit of the pod beyond the process',
  unit: 'bytes',
  inputs: { podLimit: 'bytes', processSize: 'bytes' },
  text: 'podLimit − processSize',
  compute: ({ podLimit, processSize }) => podLimit - processSize,
});

export const KEPT_FREE = exactFormula({
  reference,
  label: 'Kept free under the limit of the pod',
  unit: 'bytes',
  inputs: { podLimit: 'bytes', headroomRatio: 'ratio' },
  text: '⌈podLimit × headroomRatio⌉',
  compute: ({ podLimit, headroomRatio }) => {
    const { digits, scale } = shortestDecimal(headroomRatio);
    return dividedUp(podLimit * digits, scale);
  },
});

/** In whole mebibytes, so that Flink drops nothing on the way to the pod. */
export const PROCESS_FROM_LIMIT = exactFormula({
  reference,
  label: 'Process size out of the limit of the pod',
  unit: 'bytes',
  inputs: { podLimit: 'bytes', keptFree: 'bytes' },
  text: '⌊(podLimit − keptFree) ÷ 1 MiB⌋ × 1 MiB',
  compute: ({ podLimit, keptFree }) => ((podLimit - keptFree) / MIB) * MIB,
});

/** @see org.apache.flink.runtime.taskexecutor.TaskExecutorResourceUtils#generateDefaultSlotResourceProfile */
export const SLOT_SHARE = exactFormula({
  reference,
  label: 'Share of one slot',
  unit: 'bytes',
  inputs: { pool: 'bytes', slots: 'count' },
  text: '⌊pool ÷ slots⌋',
  compute: ({ pool, slots }) => pool / BigInt(slots),
  evidence: 'verified',
});

export const KUBERNETES_FORMULAS = [
  POD_REQUEST,
  POD_LIMIT,
  POD_HEADROOM,
  KEPT_FREE,
  PROCESS_FROM_LIMIT,
  SLOT_SHARE,
];

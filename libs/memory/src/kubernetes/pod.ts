import { type Derivation, type Known, known } from '@plimsoll/trace';
import type { Rejection } from '@plimsoll/units';
import { MIB } from '../mebibyte.js';
import { dividedUp } from '../whole-sizes.js';
import { POD_HEADROOM, POD_LIMIT, POD_REQUEST } from './formulas.js';
import type { ReadRequest } from './read-request.js';
import type { KubernetesRequest } from './request.js';
import type { PodMemory } from './result.js';

/** Flink counts the mebibytes of a pod in 32 bits. */
const MOST_MEBIBYTES = 2n ** 31n - 1n;

/** Whether Flink, or the operator with Flink's own code, tells Kubernetes what the pod needs. */
export const sizedByFlink = ({ deployment, operatorVersion, resourceMemory }: KubernetesRequest): boolean =>
  deployment === 'native' || operatorVersion !== undefined || resourceMemory !== undefined;

/** What Flink asks of Kubernetes for a process; what a pod template says of memory is replaced by it. */
export function podOfFlink(
  derivation: Derivation,
  processSize: Known<'bytes'>,
  limitFactor: Known<'ratio'>,
): PodMemory {
  const request = derivation.derive('kubernetes.podRequest', POD_REQUEST, { processSize });
  const limit = derivation.derive('kubernetes.podLimit', POD_LIMIT, { podRequest: request, limitFactor });
  return podMemory(derivation, processSize, request.value, limit);
}

/** Whether Flink's 32 bits hold the pod. */
export function countable(processSize: bigint, limitFactor: number): Rejection | null {
  const mebibytes = processSize / MIB;
  if (mebibytes <= MOST_MEBIBYTES && Number(mebibytes) * limitFactor <= Number(MOST_MEBIBYTES)) return null;
  return {
    pointer: '',
    message: `Flink counts the mebibytes of a pod in 32 bits: ${mebibytes} × ${limitFactor} are above ${MOST_MEBIBYTES}. Make the process or the limit factor smaller`,
  };
}

/** A pod that a person sizes. Kubernetes takes the limit for the request where none is made. */
export function podAsStated(
  derivation: Derivation,
  processSize: Known<'bytes'>,
  { podLimit, podRequest }: ReadRequest,
): PodMemory {
  const limit = podLimit === null ? null : known('bytes', podLimit, '/podLimit');
  return podMemory(derivation, processSize, podRequest ?? podLimit, limit);
}

function podMemory(
  derivation: Derivation,
  processSize: Known<'bytes'>,
  requestBytes: bigint | null,
  podLimit: Known<'bytes'> | null,
): PodMemory {
  const headroom =
    podLimit === null
      ? null
      : derivation.derive('kubernetes.headroom', POD_HEADROOM, { podLimit, processSize });
  return {
    requestBytes,
    limitBytes: podLimit?.value ?? null,
    headroomBytes: headroom?.value ?? null,
    requestText: requestBytes === null ? null : quantityText(requestBytes),
    limitText: podLimit === null ? null : quantityText(podLimit.value),
  };
}

/** Bytes as Kubernetes is told: `8192Mi`; a plain number where they are no whole mebibytes. */
export const quantityText = (bytes: bigint): string => (bytes % MIB === 0n ? `${bytes / MIB}Mi` : `${bytes}`);

/** The smallest limit in whole mebibytes that holds a process. */
export const limitFor = (processSize: bigint): string => `${dividedUp(processSize, MIB)}Mi`;

import { type OperatorMemory, operatorMemory, parseOperatorVersion } from '@plimsoll/flink-config';
import { type FlinkVersion, type Outcome, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import { milliRemark, parsePodQuantity } from './pod-quantity.js';
import type { KubernetesRequest } from './request.js';

/** The values of a request, read. */
export interface ReadRequest {
  readonly version: FlinkVersion;
  readonly podLimit: bigint | null;
  readonly podRequest: bigint | null;
  readonly operator: OperatorMemory | null;
  readonly headroomRatio: number;
}

/** Reads every value, so that all that is wrong is said at once. */
export function readRequest(request: KubernetesRequest): Outcome<ReadRequest> {
  const rejections: Rejection[] = [];
  const read = <T>(outcome: Outcome<T>): T | null => {
    if (outcome.kind === 'ok') return outcome.value;
    rejections.push(...outcome.rejections);
    return null;
  };
  const { operatorVersion, resourceMemory, slots, headroomRatio = 0 } = request;
  const version = parseFlinkVersion(request.flinkVersion);
  if (version === undefined) {
    rejections.push({
      pointer: '/flinkVersion',
      received: request.flinkVersion,
      message: 'no such version of Flink is known: 1.10 to 1.20 and 2.0 to 2.3 are',
    });
  }
  const podLimit = podSize(request.podLimit, '/podLimit', read, rejections);
  const podRequest = podSize(request.podRequest, '/podRequest', read, rejections);
  if (podLimit !== null && podRequest !== null && podRequest > podLimit) {
    rejections.push({
      pointer: '/podRequest',
      received: request.podRequest,
      message: `Kubernetes refuses a request above the limit: ${podRequest} bytes against ${podLimit}. Lower the request or raise the limit`,
    });
  }
  const operatorKnown =
    operatorVersion === undefined || read(parseOperatorVersion(operatorVersion, '/operatorVersion')) !== null;
  const operator =
    resourceMemory === undefined || !operatorKnown
      ? null
      : read(operatorMemory(resourceMemory, operatorVersion));
  if (slots !== undefined && !(Number.isSafeInteger(slots) && slots >= 1)) {
    rejections.push({
      pointer: '/slots',
      received: slots,
      message: 'a TaskManager has a whole number of slots from 1 up',
    });
  }
  if (!(headroomRatio >= 0 && headroomRatio < 1)) {
    rejections.push({
      pointer: '/headroomRatio',
      received: headroomRatio,
      message: 'the share of the limit to keep free is from 0 up and below 1: 0.1 keeps a tenth free',
    });
  }
  if (version === undefined || rejections.length > 0) return { kind: 'rejected', rejections };
  return { kind: 'ok', value: { version, podLimit, podRequest, operator, headroomRatio } };
}

function podSize(
  text: string | undefined,
  pointer: string,
  read: (outcome: Outcome<bigint>) => bigint | null,
  rejections: Rejection[],
): bigint | null {
  if (text === undefined) return null;
  const size = read(parsePodQuantity(text, pointer));
  const milli = milliRemark(text);
  if (size === 0n || (size !== null && milli !== null)) {
    rejections.push({
      pointer,
      received: text,
      message: milli ?? 'no process runs in a pod of 0 bytes: write a quantity as in "8Gi"',
    });
  }
  return size;
}

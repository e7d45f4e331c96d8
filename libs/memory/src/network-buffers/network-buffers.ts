import type { MemoryAnswer } from '../result.js';
import type { NetworkBuffersRequest } from './request.js';
import type { NetworkBuffers } from './result.js';

/**
 * Buffers that the exchanges of a TaskManager need: those without which no task starts, and those with which none waits. Too
 * little network memory is an answer with `starts: false`.
 */
export function networkBuffers(
  _request: NetworkBuffersRequest,
  _traced = true,
): MemoryAnswer<NetworkBuffers> {
  return { kind: 'rejected', rejections: [{ pointer: '', message: 'not calculated yet' }] };
}

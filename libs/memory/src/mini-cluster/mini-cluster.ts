import type { MemoryAnswer } from '../result.js';
import type { MiniClusterRequest } from './request.js';
import type { MiniClusterMemory } from './result.js';

/**
 * The memory of a MiniCluster, JobManager and TaskManager in one JVM: whether it starts, its parts, and what to paste. Sizes in
 * bytes. A heap that is too small is an answer with `starts: false`; values that are no sizes or counts are rejected.
 */
export function miniClusterMemory(
  _request: MiniClusterRequest,
  _traced = true,
): MemoryAnswer<MiniClusterMemory> {
  return { kind: 'rejected', rejections: [{ pointer: '', message: 'not calculated yet' }] };
}

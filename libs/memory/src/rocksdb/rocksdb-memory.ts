import type { MemoryAnswer } from '../result.js';
import type { RocksDbRequest } from './request.js';
import type { RocksDbMemory } from './result.js';

/**
 * Memory of RocksDB or ForSt in a TaskManager: what a slot's databases share, when they flush all the time, and how much of the
 * state they hold. Sizes in bytes.
 */
export function rocksDbMemory(_request: RocksDbRequest, _traced = true): MemoryAnswer<RocksDbMemory> {
  return { kind: 'rejected', rejections: [{ pointer: '', message: 'not calculated yet' }] };
}

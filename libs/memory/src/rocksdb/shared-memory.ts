import { type Derivation, type Known, knownParameter } from '@plimsoll/trace';
import type { Budget } from './budget.js';
import {
  BLOCKS,
  CACHE,
  HIGH_PRIORITY_POOL,
  MUTABLE_LIMIT,
  WRITE_BUFFER_MANAGER,
} from './memtable-formulas.js';
import { BUDGET_PARTS, MUTABLE_SHARE } from './parameters.js';
import type { SharedMemory } from './result.js';
import type { RocksDbSettings } from './settings.js';

/** One cache and the manager of the memtables that are charged to it. */
export interface CacheAndMemtables {
  readonly total: Known<'bytes'>;
  readonly cache: Known<'bytes'>;
  readonly writeBufferManager: Known<'bytes'>;
  readonly highPriorityPool: Known<'bytes'>;
  readonly mutableLimit: Known<'bytes'>;
  readonly blocks: Known<'bytes'>;
}

/** @see org.apache.flink.contrib.streaming.state.RocksDBMemoryControllerUtils */
export function cacheAndMemtables(
  d: Derivation,
  { total }: Budget,
  { writeBufferRatio, highPriorityRatio }: RocksDbSettings,
): CacheAndMemtables | undefined {
  if (total === undefined) return undefined;
  const parts = knownParameter(BUDGET_PARTS);
  const cache = d.derive('rocksdb.cache', CACHE, { total, writeBufferRatio, parts });
  const writeBufferManager = d.derive('rocksdb.writeBufferManager', WRITE_BUFFER_MANAGER, {
    total,
    writeBufferRatio,
    parts,
  });
  const share = knownParameter(MUTABLE_SHARE);
  return {
    total,
    cache,
    writeBufferManager,
    highPriorityPool: d.derive('rocksdb.highPriorityPool', HIGH_PRIORITY_POOL, { cache, highPriorityRatio }),
    mutableLimit: d.derive('rocksdb.mutableLimit', MUTABLE_LIMIT, { writeBufferManager, share }),
    blocks: d.derive('rocksdb.blocks', BLOCKS, { cache, writeBufferManager }),
  };
}

export const sharedMemory = (
  { total, cache, writeBufferManager, highPriorityPool, mutableLimit, blocks }: CacheAndMemtables,
  { slotsTogether }: Budget,
): SharedMemory => ({
  slots: slotsTogether.value,
  totalBytes: total.value,
  cacheBytes: cache.value,
  writeBufferManagerBytes: writeBufferManager.value,
  highPriorityPoolBytes: highPriorityPool.value,
  mutableLimitBytes: mutableLimit.value,
  blockBytes: blocks.value,
});

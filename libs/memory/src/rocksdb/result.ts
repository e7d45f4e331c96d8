import type { ExactStep } from '@plimsoll/trace';
import type { EmbeddedBackend } from './request.js';

/** What bounds the memory of the embedded databases, in the order in which Flink asks. */
export const MEMORY_BUDGETS = ['FIXED_PER_SLOT', 'MANAGED', 'FIXED_PER_TASK_MANAGER', 'UNMANAGED'] as const;
export type MemoryBudget = (typeof MEMORY_BUDGETS)[number];

/** What one cache holds, and what the memtables of its databases may take of it. */
export interface SharedMemory {
  /** Over how many slots one cache is shared: 1, or all where the memory is fixed for the TaskManager. */
  readonly slots: number;
  /** Of the budget; the rest is kept for what the write buffer manager overshoots. */
  readonly totalBytes: bigint;
  /** Capacity of the LRU cache, which the memtables are charged to. */
  readonly cacheBytes: bigint;
  readonly writeBufferManagerBytes: bigint;
  /** Of the cache, for index and filter blocks (and what else has high priority). */
  readonly highPriorityPoolBytes: bigint;
  /** Of the write buffer manager, above which active memtables are flushed. */
  readonly mutableLimitBytes: bigint;
  /** What is left of the cache for blocks when the memtables are full. */
  readonly blockBytes: bigint;
}

export interface Memtables {
  /** What one memtable allocates at a time. */
  readonly arenaBlockBytes: bigint;
  /** Whether the first block of a memtable is above the mutable limit: it is flushed as soon as it is begun. */
  readonly flushesAllTheTime: boolean;
  /** What Flink logs then; null otherwise. */
  readonly warning: string | null;
  /** The least memory of a slot at which that does not happen. */
  readonly leastTotalBytes: bigint | null;
  /** States × write buffer size × count, of all that share one cache. */
  readonly wantedBytes: bigint;
  /** Wanted over what the write buffer manager gives; above 1 memtables are flushed before they are full. Null where none manages. */
  readonly pressureRatio: number | null;
}

export interface BloomFilter {
  /** Whether the configuration turns it on. */
  readonly used: boolean;
  readonly bitsPerKey: number;
  readonly probes: number;
  readonly falsePositiveRatio: number;
  readonly filterBytes: bigint;
  readonly blocksPerLookupWith: number;
  readonly blocksPerLookupWithout: number;
  /** Estimate; null where the size of a key is not given. */
  readonly indexBytes: bigint | null;
  /** Whether filters and index fit what is left of the cache for blocks; null where there is no cache to compare with. */
  readonly fitsCache: boolean | null;
}

export interface CacheHits {
  /** What is left of the cache for data, after memtables, filters and index. */
  readonly usableBytes: bigint;
  readonly workingSetBytes: bigint;
  readonly hitRatio: number;
  /** Uniform access, whatever the exponent. */
  readonly uniformHitRatio: number;
  readonly readOperationsPerSecond: number;
}

export interface RocksDbMemory {
  readonly stateBackend: EmbeddedBackend;
  readonly budget: MemoryBudget;
  /** Managed memory of one slot: pages of the TaskManager's managed memory are not rounded. */
  readonly managedPerSlotBytes: bigint;
  /** The share of a slot's managed memory that the state backend gets. */
  readonly stateBackendFraction: number;
  /** Null where nothing bounds the databases. */
  readonly shared: SharedMemory | null;
  readonly memtables: Memtables;
  /** All caches of the TaskManager, or, unmanaged, the upper bound. */
  readonly taskManagerBytes: bigint;
  /** What the databases of one slot may reach when nothing bounds them, by Flink's documentation: 140 MiB for each state. */
  readonly unmanagedUpperBoundBytes: bigint;
  readonly bloomFilter: BloomFilter | null;
  readonly cacheHits: CacheHits | null;
  /** What Flink logs, and what costs speed. */
  readonly warnings: readonly string[];
  readonly steps: readonly ExactStep[];
}

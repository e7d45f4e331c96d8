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
  /** What one memtable allocates at a time, as Flink's own check computes it. */
  readonly arenaBlockBytes: bigint;
  /** What it allocates indeed: RocksDB 8 (from Flink 2.0) and ForSt take no more than 1 MiB at a time. */
  readonly allocatedArenaBlockBytes: bigint;
  /** Whether the first block of a memtable is above the mutable limit: it is flushed as soon as it is begun. */
  readonly flushesAllTheTime: boolean;
  /** What Flink logs where its own check fails, whether the database flushes or not; null otherwise. */
  readonly warning: string | null;
  /** Memory for one cache at which that does not happen, to 4 KiB. Null where none is shared. */
  readonly leastTotalBytes: bigint | null;
  /** States × write buffer size × count, of all that share one cache. */
  readonly wantedBytes: bigint;
  /** Wanted over what the write buffer manager gives; above 1 memtables are flushed before they are full. Null where none manages. */
  readonly pressureRatio: number | null;
}

/** Bloom filters and index of the state of one slot. */
export interface BloomFilter {
  /** Whether the configuration turns it on. */
  readonly used: boolean;
  /** Whether filters and index are cached in parts, so that what is not asked for need not fit. */
  readonly partitioned: boolean;
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
  /** State of the slot. */
  readonly workingSetBytes: bigint;
  readonly hitRatio: number;
  /** Uniform access, whatever the exponent. */
  readonly uniformHitRatio: number;
  readonly readOperationsPerSecond: number;
}

export interface RocksDbMemory {
  readonly stateBackend: EmbeddedBackend;
  readonly budget: MemoryBudget;
  /** Managed memory of one slot; not rounded to pages. */
  readonly managedPerSlotBytes: bigint;
  /** The share of a slot's managed memory that the state backend gets. */
  readonly stateBackendFraction: number;
  /** Null where nothing bounds the databases. */
  readonly shared: SharedMemory | null;
  readonly memtables: Memtables;
  /** The budget of all slots, or, where nothing bounds them, the upper bound. */
  readonly taskManagerBytes: bigint;
  /** What the databases of one slot may reach when nothing bounds them, 140 MiB for each state by Flink's documentation, or what is configured. */
  readonly unmanagedUpperBoundBytes: bigint;
  readonly bloomFilter: BloomFilter | null;
  readonly cacheHits: CacheHits | null;
  /** What Flink logs, and what costs speed. */
  readonly warnings: readonly string[];
  readonly steps: readonly ExactStep[];
}

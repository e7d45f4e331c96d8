import { SLOTS, slotsOf } from './embedded-memory.js';
import { configAt } from './evidence-items.js';
import type { LintFacts } from './facts.js';

const ARENAS = 'taskmanager.network.netty.num-arenas';
const BATCH_SHUFFLE = 'taskmanager.memory.framework.off-heap.batch-shuffle.size';

/** Chunk of an arena: 8192 B × 2^9, as Flink 1.10 to 2.3 sets it. */
export const NETTY_CHUNK = 4n * 2n ** 20n;

/** What Flink itself allocates out of the framework's off-heap memory. */
export interface FrameworkOffHeap {
  readonly arenas: number;
  /** Where their number comes from. */
  readonly arenasFrom: string;
  /** One chunk for each arena of Netty. */
  readonly nettyBytes: bigint;
  /** Buffers that read blocking results of a batch job; 0 of streaming jobs. */
  readonly batchBytes: bigint;
}

/** Netty has as many arenas as the TaskManager has slots, unless told otherwise (up to 1.20). */
export function frameworkOffHeap(facts: LintFacts): FrameworkOffHeap {
  const { config, job } = facts;
  const stated = config.isFrom(2, 0) ? null : config.number(ARENAS);
  const own = stated !== null && stated > 0;
  const arenas = own ? stated : slotsOf(facts);
  return {
    arenas,
    arenasFrom: configAt(config, own ? ARENAS : SLOTS),
    nettyBytes: BigInt(arenas) * NETTY_CHUNK,
    batchBytes: job?.type === 'batch' ? (config.bytes(BATCH_SHUFFLE) ?? 0n) : 0n,
  };
}

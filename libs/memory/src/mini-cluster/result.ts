import type { ExactStep } from '@plimsoll/trace';
import type { FlinkConfig } from '../request.js';
import type { GarbageCollector } from './request.js';

export const MINI_CLUSTER_PARTS = [
  'heap',
  'direct',
  'metaspace',
  'codeCache',
  'gc',
  'threadStacks',
  'rest',
] as const;
export type MiniClusterPartId = (typeof MINI_CLUSTER_PARTS)[number];

/** A size with its range, from our measurements, and what 'Tiny Flink' says of the same; null where it says nothing. */
export interface SizeRange {
  readonly bytes: bigint;
  readonly lowBytes: bigint;
  readonly highBytes: bigint;
  readonly talkBytes: bigint | null;
}

/** What of the process is resident; the parts sum to the process in each of the three columns. */
export interface MiniClusterPart extends SizeRange {
  readonly id: MiniClusterPartId;
  readonly label: string;
  /** The key of its figure in `steps`. */
  readonly step: string;
}

export const START_CONDITIONS = ['directMemory', 'liveHeap', 'networkBuffers'] as const;

/** One condition of starting: under the JVM's limit, in the heap, and enough buffers for the job's exchanges. */
export interface StartCondition {
  readonly id: (typeof START_CONDITIONS)[number];
  readonly fits: boolean;
  readonly neededBytes: bigint;
  readonly givenBytes: bigint;
  readonly reason: string;
}

export interface MiniClusterThroughput {
  /** What was asked for; null where nothing was. */
  readonly requestedBytesPerSecond: number | null;
  /** By the line of 'Tiny Flink', which holds for its job and 50 to 100 MB of heap alone; null outside. */
  readonly bytesPerSecond: number | null;
  /** Whether the heap carries what was asked for; null where it is not known. */
  readonly carries: boolean | null;
  readonly reason: string;
}

export interface ThreadStacks {
  readonly threads: number;
  /** Address space: threads × stack size. */
  readonly reservedBytes: bigint;
  /** What of it takes memory, by the talk's figure for a thread. */
  readonly committedBytes: bigint;
}

/** The smallest cluster of processes by the operator's defaults, and which of the two suits the job. */
export interface DistributedAlternative {
  readonly jobManagerBytes: bigint;
  readonly taskManagerBytes: bigint;
  readonly processBytes: bigint;
  /** Its process size over that of the MiniCluster. */
  readonly timesTheMiniCluster: number;
  readonly better: 'mini-cluster' | 'distributed';
  readonly reasons: readonly string[];
}

/** How a job moves between a MiniCluster and a cluster of processes, for people: one sentence each, in order. */
export interface JobMoves {
  readonly toDistributed: readonly string[];
  readonly toMiniCluster: readonly string[];
}

/** A figure that was measured or stated, and where. */
export interface FootprintSource {
  readonly id: 'talk' | 'measured';
  readonly title: string;
  readonly setup: string;
}

export interface MiniClusterMemory {
  readonly starts: boolean;
  readonly conditions: readonly StartCondition[];
  readonly gc: GarbageCollector;
  /** -Xmx. */
  readonly heapBytes: bigint;
  /** The smallest -Xmx, in whole MiB, with which everything asked for starts. */
  readonly smallestHeapBytes: bigint;
  /** The smallest -Xmx that also survives reading a Kafka backlog at full speed; null without Kafka. */
  readonly catchUpHeapBytes: bigint | null;
  /** The smallest that 'Tiny Flink' reports for this network memory and job; null where it reports none. */
  readonly talkSmallestHeapBytes: bigint | null;
  readonly networkBytes: bigint;
  readonly process: SizeRange;
  readonly parts: readonly MiniClusterPart[];
  readonly stacks: ThreadStacks;
  readonly throughput: MiniClusterThroughput;
  readonly jvmArgs: readonly string[];
  readonly config: FlinkConfig;
  readonly distributed: DistributedAlternative;
  readonly moves: JobMoves;
  readonly remarks: readonly string[];
  readonly sources: readonly FootprintSource[];
  readonly steps: readonly ExactStep[];
}

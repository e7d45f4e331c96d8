import type { ExactStep } from '@plimsoll/trace';
import type { FlinkConfig } from '../request.js';
import type { MemoryAnswer } from '../result.js';

/** A container that runs a TaskManager of Flink 1.3 to 1.9, on YARN or Mesos. A megabyte is 2^20 bytes, as it is in Flink. */
export interface LegacyContainerRequest {
  /** `1.9` or `1.9.3`; 1.3 to 1.9. */
  readonly flinkVersion: string;
  /** What the cluster grants the container, `taskmanager.heap.size` or `-tm` on YARN. */
  readonly containerMegabytes: number;
  /** Slots of the TaskManager. */
  readonly slots: number;
  readonly config: FlinkConfig;
}

/** How Flink divides such a container. */
export interface LegacyContainerMemory {
  /** What Flink leaves to all that is no Java memory. */
  readonly cutoffMegabytes: bigint;
  /** The container less the cut-off. */
  readonly javaMegabytes: bigint;
  /** -Xms and -Xmx. */
  readonly heapMegabytes: bigint;
  /** -XX:MaxDirectMemorySize; null where the JVM is given no such limit. */
  readonly directMegabytes: bigint | null;
  /** Out of the Java memory; up to 1.4 inside the heap unless `taskmanager.memory.off-heap` is set. */
  readonly networkBytes: bigint;
  /** Null where the process decides when it runs, by the heap that is free then. */
  readonly managedBytes: bigint | null;
  /** In Flink's order. */
  readonly jvmArgs: readonly string[];
  /** -Xmx by the arithmetic of the talk 'Keep it going', which knows a cut-off ratio and no cut-off minimum. */
  readonly talkHeapMegabytes: number;
  /** What to know of these figures, for people: where they differ from the talk's, and why. */
  readonly remarks: readonly string[];
  /** What Flink logs on the way: `LEVEL message`. */
  readonly warnings: readonly string[];
  readonly steps: readonly ExactStep[];
}

/**
 * How Flink 1.3 to 1.9 divides a container among heap, direct memory and what lies outside of both; or Flink's refusal.
 * @see org.apache.flink.runtime.clusterframework.ContaineredTaskManagerParameters#create
 */
export function legacyContainerMemory(
  _request: LegacyContainerRequest,
  _traced = true,
): MemoryAnswer<LegacyContainerMemory> {
  return { kind: 'rejected', rejections: [{ pointer: '', message: 'not calculated yet' }] };
}

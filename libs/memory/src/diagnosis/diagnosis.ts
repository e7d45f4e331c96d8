import type { ExactInput, ExactStep } from '@plimsoll/trace';
import type { Confidence } from '../confidence.js';
import type { FlinkConfig, Observed } from '../request.js';
import type { ConfigChange, ConfigPatch, JobManagerMemory, TaskManagerMemory } from '../result.js';

/** How a process failed: at least one of the three. */
export interface Symptom {
  /** Exception, log lines, or what the cluster says of the container; up to 1 MiB. */
  readonly text?: string;
  /** Of the process, as the shell counts it (128 + signal), or YARN's own negative one. */
  readonly exitCode?: number;
  /** Why the cluster ended the container: `OOMKilled`, `Evicted`, `Error`. */
  readonly reason?: string;
}

/** A process that failed, and what is known of it. */
export interface DiagnosisRequest {
  /** `1.20` or `1.20.5`; from 1.10. */
  readonly flinkVersion: string;
  readonly config?: FlinkConfig;
  readonly symptom: Symptom;
  readonly observed?: Observed;
  /** Memory limit of the pod, a Kubernetes quantity: `8Gi`. */
  readonly podLimit?: string;
}

/** Which memory ran out, or what else it was. */
export const MEMORY_POOLS = [
  /** -Xmx: framework heap and task heap. */
  'jvmHeap',
  /** -XX:MaxMetaspaceSize. */
  'jvmMetaspace',
  /** -XX:MaxDirectMemorySize: framework off-heap, task off-heap and network memory. */
  'direct',
  'network',
  'managed',
  /** What the JVM needs for itself: code cache, garbage collector, stacks of threads. */
  'jvmOverhead',
  /** Threads that the operating system grants; no size of Flink's. */
  'threads',
  /** All of the process against the limit of its container. */
  'process',
  /** The machine that the process runs on. */
  'machine',
  /** Nothing ran out: options are at odds with one another. */
  'configuration',
  /** Allocator arenas and native libraries, which no option of Flink or of the JVM limits. */
  'outsideJvm',
  /** What is reported is no shortage of memory. */
  'none',
  /** Nothing in the symptom tells. */
  'unknown',
] as const;
export type MemoryPool = (typeof MEMORY_POOLS)[number];

export const FLINK_COMPONENTS = ['taskmanager', 'jobmanager'] as const;
export type FlinkComponent = (typeof FLINK_COMPONENTS)[number];

/** What in the symptom, the configuration or the observations says so. */
export interface DiagnosisEvidence {
  readonly statement: string;
  /** As it stands in the text; null where it is not from the text. */
  readonly quote: string | null;
  /** Of the quote in the text, from 1. */
  readonly line: number | null;
  /** The sizes and counts that it rests on. */
  readonly operands: readonly ExactInput[];
}

/** The memory of the process: one of the two is null, both where Flink refuses the configuration. */
export interface ProcessModel {
  readonly taskManager: TaskManagerMemory | null;
  readonly jobManager: JobManagerMemory | null;
}

/** A change to the configuration that Flink accepts and that fits the pod. */
export interface Remedy extends ConfigPatch {
  readonly reason: string;
  readonly changes: readonly ConfigChange[];
  readonly before: ProcessModel;
  readonly after: ProcessModel;
}

/** What looks like a remedy and is none. */
export interface NotThis {
  readonly action: string;
  readonly reason: string;
}

export interface Measurement {
  readonly what: string;
  /** Command, metric or option that shows it. */
  readonly how: string;
  /** What it tells apart. */
  readonly tells: string;
}

/** Something else that the same text says. */
export interface AlsoFound {
  readonly cause: string;
  readonly pool: MemoryPool;
  readonly quote: string;
  readonly line: number;
}

export interface Diagnosis {
  readonly component: FlinkComponent;
  readonly pool: MemoryPool;
  /** Stable, in kebab-case: `java-heap-space`; `no-match` where nothing is known of the symptom. */
  readonly cause: string;
  readonly explanation: string;
  /**
   * `high`: the message names the pool and can come from no other; `medium`: the symptom has several causes and the observations
   * speak for this one; `low`: the likeliest of several, and nothing observed tells them apart.
   */
  readonly confidence: Confidence;
  readonly evidence: readonly DiagnosisEvidence[];
  /** Null where no change of the configuration helps, or none can be told from the facts; `noRemedyReason` says which. */
  readonly remedy: Remedy | null;
  readonly noRemedyReason: string | null;
  readonly notThis: readonly NotThis[];
  readonly measureNext: readonly Measurement[];
  readonly alsoFound: readonly AlsoFound[];
  readonly steps: readonly ExactStep[];
}

import type { ExactStep } from '@plimsoll/trace';
import type { Rejection } from '@plimsoll/units';
import type { FlinkConfig } from './request.js';

/**
 * What a calculator of memory answers: a value; Flink's own refusal of the configuration; or what is wrong with the request
 * itself, which Flink never saw.
 */
export type MemoryAnswer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: FlinkRefusal }
  | { readonly kind: 'rejected'; readonly rejections: readonly Rejection[] };

/** Settings to make and keys to remove. */
export interface ConfigPatch {
  readonly set: FlinkConfig;
  readonly unset: readonly string[];
}

/** One setting that differs from the configuration given. */
export interface ConfigChange {
  readonly key: string;
  /** Null: it was not set. */
  readonly from: string | null;
  /** Null: to be removed. */
  readonly to: string | null;
  readonly reason: string;
  /** What a pool gives up by it; below 0 where it grows. */
  readonly freedBytes?: bigint;
}

/** Why Flink would not start. */
export interface FlinkRefusal {
  /** Simple name of the exception's class: `IllegalConfigurationException`. */
  readonly flinkException: string;
  /** As Flink words it; null where its exception has no message. */
  readonly flinkMessage: string | null;
  /** The exception at the end of Flink's chain of causes; absent where there is no other. */
  readonly flinkCause?: { readonly exception: string; readonly message: string | null };
  /** Which options are at odds, with which bytes, by how much they miss, and what would resolve it. */
  readonly detail: string;
  /** The keys that are at odds. */
  readonly keys: readonly string[];
  /** The nearest configuration that Flink accepts, as a change to the one given; null where none was found. */
  readonly nearest: ConfigPatch | null;
}

export interface TaskManagerComponents {
  readonly frameworkHeapBytes: bigint;
  readonly taskHeapBytes: bigint;
  readonly frameworkOffHeapBytes: bigint;
  readonly taskOffHeapBytes: bigint;
  readonly networkBytes: bigint;
  readonly managedBytes: bigint;
  readonly jvmMetaspaceBytes: bigint;
  readonly jvmOverheadBytes: bigint;
}

export interface JobManagerComponents {
  readonly jvmHeapBytes: bigint;
  readonly offHeapBytes: bigint;
  readonly jvmMetaspaceBytes: bigint;
  readonly jvmOverheadBytes: bigint;
}

interface ProcessMemory<Components> {
  readonly components: Components;
  readonly totalFlinkBytes: bigint;
  readonly totalProcessBytes: bigint;
  /** -Xmx. */
  readonly jvmHeapBytes: bigint;
  /** -XX:MaxDirectMemorySize; null where the JVM is given no such limit. */
  readonly jvmDirectBytes: bigint | null;
  /** In Flink's order. */
  readonly jvmArgs: readonly string[];
  /** The options that Flink's start script passes on, so that the process derives nothing anew. */
  readonly dynamicConfig: FlinkConfig;
  /** What Flink logs on the way: `LEVEL message`. */
  readonly warnings: readonly string[];
  readonly steps: readonly ExactStep[];
}

export type TaskManagerMemory = ProcessMemory<TaskManagerComponents>;
export type JobManagerMemory = ProcessMemory<JobManagerComponents>;

/** What runs in the MiniCluster. `small` was measured, `kafka-filter-kafka` is the job of 'Tiny Flink'. */
export const MINI_CLUSTER_JOBS = ['none', 'small', 'kafka-filter-kafka'] as const;
export type MiniClusterJobKind = (typeof MINI_CLUSTER_JOBS)[number];

export const GARBAGE_COLLECTORS = ['g1', 'serial'] as const;
export type GarbageCollector = (typeof GARBAGE_COLLECTORS)[number];

export interface MiniClusterJob {
  readonly kind: MiniClusterJobKind;
  /** Task threads: subtasks after chaining. Default: 1, and 0 without a job. */
  readonly tasks?: number;
  /** Default: one per task of a Kafka job, else 0. */
  readonly kafkaConsumers?: number;
  /** Default: one per task of a Kafka job, else 0. */
  readonly kafkaProducers?: number;
}

/** A whole Flink cluster in one JVM; sizes in bytes. */
export interface MiniClusterRequest {
  /** -Xmx. Default: the smallest that starts and carries the throughput. */
  readonly heap?: number;
  /** Default: no job. */
  readonly job?: MiniClusterJob;
  /** Default: G1. */
  readonly gc?: GarbageCollector;
  /** -Xss. Default: 1 MiB, the JVM's own on 64-bit Linux. */
  readonly stackSize?: number;
  /** Flink's network memory. Default: 64 MiB, what MiniCluster takes where nothing is set. */
  readonly networkMemory?: number;
  /** What the job must carry, in bytes per second. */
  readonly throughput?: number;
  /** CPU cores that the JVM sees; pools of threads follow them. Default: 2. */
  readonly cores?: number;
  /** Whether the REST interface or the web UI is used while it runs. Default: no. */
  readonly restRequests?: boolean;
  /** All threads of the process. Default: from the cores and the job. */
  readonly threads?: number;
}

/** What has failed. Each kind is detected, restarted and restored in its own way. */
export const FAILURES = ['TASK', 'TASK_MANAGER', 'JOB_MANAGER', 'CLUSTER'] as const;
export type Failure = (typeof FAILURES)[number];

/** Where the JobManager's metadata survive it: nowhere, or in the service that also elects its successor. */
export const HIGH_AVAILABILITY = ['NONE', 'ZOOKEEPER', 'KUBERNETES'] as const;
export type HighAvailability = (typeof HIGH_AVAILABILITY)[number];

export const RESTART_STRATEGIES = ['EXPONENTIAL_DELAY', 'FIXED_DELAY', 'FAILURE_RATE', 'NONE'] as const;
export type RestartStrategyType = (typeof RESTART_STRATEGIES)[number];

/**
 * A recovery that is asked for: the load, what the job can do, and the three parts of the downtime; each part that is not given
 * is derived from the scenario, the state and the cluster. Times in milliseconds, rates in records per second.
 */
export interface RecoveryRequest {
  /** Decides Flink's defaults. Default: the newest that is known. */
  readonly flinkVersion?: string;
  readonly recordsPerSecond: number;
  /** With checkpointing on. Left out: from the cluster. */
  readonly capacityRecordsPerSecond?: number;
  readonly downtime?: Downtime;
  /** Age, at the failure, of the barrier of the last completed checkpoint. Left out: the worst that the scenario's checkpoints allow. */
  readonly rewindMs?: number;
  /** How soon after the job runs again the lag is to be gone. */
  readonly targetMs?: number;
  readonly scenario?: RecoveryScenario;
  readonly state?: RecoveryState;
  readonly cluster?: RecoveryCluster;
  readonly autoscaler?: AutoscalerSettings;
}

export interface Downtime {
  readonly detectMs?: number;
  /** Delay of the restart strategy, replacement of what was lost, and deployment of the tasks. */
  readonly restartMs?: number;
  readonly restoreMs?: number;
}

export interface RecoveryScenario {
  readonly failure: Failure;
  /** Default: NONE, as in Flink. */
  readonly highAvailability?: HighAvailability;
  /** Whether state is kept on the TaskManagers' own disks as well. Default: false, as in Flink. */
  readonly localRecovery?: boolean;
  /** TaskManagers lost at once. Default: 1. */
  readonly lostTaskManagers?: number;
  readonly heartbeatTimeout?: number;
  readonly heartbeatInterval?: number;
  /** The process is gone but its host answers: failed heartbeat calls tell sooner than the timeout (Flink 1.14 and later). */
  readonly hostReachable?: boolean;
  /** Kubernetes: the lease's duration; ZooKeeper: the session's timeout. */
  readonly leaderTimeout?: number;
  readonly restartStrategy?: RestartStrategy;
  /** Restarts shortly before this one, as the strategy counts them. Default: 0. */
  readonly restartsBefore?: number;
  /** Until slots are there in place of the lost ones. Default: 0 for a task; what a new process takes for the rest. */
  readonly replacement?: number;
  readonly checkpoint?: RecoveryCheckpoint;
  /** How long the source keeps records that were read: Kafka's `retention.ms`. */
  readonly sourceRetention?: number;
}

export interface RestartStrategy {
  readonly type: RestartStrategyType;
  /** FIXED_DELAY and FAILURE_RATE. */
  readonly delay?: number;
  /** FIXED_DELAY: restarts in all; FAILURE_RATE: failures per interval; EXPONENTIAL_DELAY, from 1.19 on: before its backoff is reset. */
  readonly attempts?: number;
  readonly initialBackoff?: number;
  readonly maxBackoff?: number;
  readonly backoffMultiplier?: number;
  readonly jitterFactor?: number;
}

export interface RecoveryCheckpoint {
  readonly interval: number;
  readonly minPause?: number;
  /** From its trigger to its completion. */
  readonly duration: number;
}

export interface RecoveryState {
  /** Bytes of the last checkpoint of the whole job, as a restore reads them. */
  readonly totalBytes: number;
  /** Bytes of the changelog that are replayed over it. Default: 0. */
  readonly replayBytes?: number;
  /** Share of the fullest TaskManager over the mean. Default: 1. */
  readonly imbalance?: number;
}

export interface RecoveryCluster {
  readonly machines?: number;
  /** Default: 1. */
  readonly taskManagersPerMachine?: number;
  /** Default: 1. */
  readonly slotsPerTaskManager?: number;
  /** Bytes per second of one machine. */
  readonly networkIn?: number;
  /** Bytes per second of one machine's state disk. */
  readonly diskWriteBandwidth?: number;
  /** Bytes per second of the checkpoint store for all who read. */
  readonly storeBandwidth?: number;
  /** Bytes per second of one connection to the checkpoint store. */
  readonly storeConnectionBandwidth?: number;
  /** Threads of one slot that fetch files. Default: Flink's, 4 from 1.13 on and 1 before. */
  readonly transferThreads?: number;
  /** What one TaskManager can do, with checkpointing on. */
  readonly capacityRecordsPerSecondPerTaskManager?: number;
  /** Of the busiest operator at the given load: the capacity is the load over the busy share. */
  readonly busyMsPerSecond?: number;
  /** Whether the capacity was measured while the job took checkpoints. */
  readonly measuredWithCheckpointing?: boolean;
  /** Share of the capacity that is there while caches are cold. Default: all of it. */
  readonly catchUpRatio?: number;
  readonly blobs?: BlobFetch;
}

/** What TaskManagers fetch from the JobManager before a job can run on them. */
export interface BlobFetch {
  /** Jobs that restart at once. Default: 1. */
  readonly jobs?: number;
  readonly perJob: number;
  readonly bytes: number;
  /** Bytes per second that the JobManager can send. */
  readonly jobManagerNetworkOut: number;
  /** `blob.fetch.num-concurrent`. */
  readonly concurrent?: number;
  /** `blob.fetch.backlog`. */
  readonly backlog?: number;
  /** The operating system's limit of a backlog. */
  readonly somaxconn?: number;
  /** Connections that hang until `blob.client.socket.timeout`. Default: 0. */
  readonly hungConnections?: number;
  /** A TaskManager fetches all files of a job at once. Default: false, one after another as Flink does. */
  readonly parallel?: boolean;
  readonly perFetchMs?: number;
}

/** Flink's autoscaler as it is set: `job.autoscaler.…`. */
export interface AutoscalerSettings {
  readonly utilizationTarget?: number;
  readonly catchUpDuration?: number;
  readonly restartTime?: number;
}

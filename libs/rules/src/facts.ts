import type { MetaspacePoint } from '@plimsoll/checkpoint';
import type { FlinkConfig } from '@plimsoll/flink-config';
import type { Observed } from '@plimsoll/memory';
import type { ConfigReader } from './config-reader.js';
import type { ProcessMemory } from './process-memory.js';
import type { Spellings } from './spellings.js';

/** A size: bytes, above 2^53 − 1 as digits. */
export type Size = number | string;

/** What of a workload rules look at; the workload of a capacity plan is one. */
export interface LintOperator {
  readonly id: string;
  readonly kind: string;
  readonly parallelism?: number;
  /** Operators of one group share slots; without a name they are in `default`. */
  readonly slotSharingGroup?: string;
  readonly connector?: string;
  readonly recordsPerSecond?: number;
  readonly recordBytes?: Size;
  readonly cpuMicrosPerRecord?: number;
  readonly selectivity?: number;
  readonly keys?: number;
  readonly state?: {
    readonly entryBytes: Size;
    /** Keys that come for the first time each second, and stay unless state has a time to live. */
    readonly newKeysPerSecond?: number;
    /** How long an entry stays without use, as the code of the job sets it; milliseconds. */
    readonly timeToLive?: number;
  };
  readonly window?: {
    readonly assigner: string;
    readonly size?: number;
    readonly slide?: number;
    readonly gap?: number;
  };
  readonly join?: { readonly type: string; readonly stateTtl?: number };
}

export interface LintEdge {
  readonly from: string;
  readonly to: string;
  readonly shipStrategy: string;
  /** The part of what its sender puts out that takes this way. Default: all of it. */
  readonly share?: number;
}

export interface LintWorkload {
  readonly operators: readonly LintOperator[];
  readonly edges: readonly LintEdge[];
}

export interface LintCluster {
  readonly machines?: number;
  readonly machine: {
    readonly networkIn: number;
    readonly networkOut: number;
    readonly cores?: number;
    readonly memory?: Size;
    readonly stateDisk?: {
      readonly attachment: string;
      readonly size?: Size;
      /** What it is made of. */
      readonly medium?: 'FLASH' | 'SPINNING';
    };
  };
  readonly taskManagersPerMachine?: number;
  readonly slotsPerTaskManager?: number;
  readonly stateBackend?: string;
}

/** What is known of checkpoints as they run: milliseconds, bytes. */
export interface LintCheckpointing {
  readonly durationMs?: number;
  /** How long the slowest subtask waits for its barriers. */
  readonly alignmentMs?: number;
  readonly bytes?: number;
  readonly savepointBytes?: number;
  readonly savepointPeriodMs?: number;
}

/** The processes of a deployment, as its file or the operator of the cluster says. */
export interface DeployedProcess {
  readonly podLimitBytes?: bigint;
  readonly podRequestBytes?: bigint;
  readonly cores?: number;
  readonly replicas?: number;
}

export interface LintDeployment {
  readonly kind: 'FlinkDeployment' | 'FlinkSessionJob' | 'Kubernetes' | 'Yarn' | 'Standalone';
  /** Whether it runs one job or many. */
  readonly cluster?: 'application' | 'session';
  readonly mode?: 'native' | 'standalone';
  readonly upgradeMode?: 'stateless' | 'savepoint' | 'last-state';
  readonly parallelism?: number;
  readonly taskManager?: DeployedProcess;
  readonly jobManager?: DeployedProcess;
  /** Keys that the deployment sets itself, whatever the configuration says. */
  readonly injected?: FlinkConfig;
  /** Directories of the containers that lie on volumes of their own. */
  readonly volumes?: readonly { readonly path: string; readonly attachment?: 'local' | 'network' }[];
}

/** What only the code of the job tells. */
export interface LintJob {
  readonly type?: 'streaming' | 'batch';
  /** How often it is submitted. */
  readonly submissionsPerDay?: number;
  readonly operatorsWithoutUid?: readonly string[];
  readonly maxParallelism?: number;
  /** Classes that are serialized by Kryo. */
  readonly genericTypes?: readonly string[];
  /** Classes that implement `Checkpointed`. */
  readonly checkpointedClasses?: readonly string[];
  /** Each record carries its schema. */
  readonly schemaPerRecord?: boolean;
  /** State whose serializer is another one than in the last savepoint. */
  readonly changedSerializers?: readonly string[];
  /** Operators that wait for another system in their thread. */
  readonly blockingOperators?: readonly string[];
  /** How long one call to that system takes. */
  readonly externalCallMs?: number;
  /** Operators that make a parser, a pattern or a client anew for each record. */
  readonly perRecordParsers?: readonly string[];
  readonly kafkaPartitions?: number;
  readonly deliveryGuarantee?: 'exactly-once' | 'at-least-once' | 'none';
  readonly kafkaTransactionTimeoutMs?: number;
  /** `transaction.max.timeout.ms` of the brokers that the sink writes to. */
  readonly kafkaBrokerMaxTimeoutMs?: number;
  /** `transactional.id.expiration.ms` of these brokers. */
  readonly kafkaIdExpirationMs?: number;
  /** The longest outage that is to lose nothing. */
  readonly outageMs?: number;
  readonly timers?: number;
  /** The highest load over the mean one. */
  readonly peakRatio?: number;
}

/** What surrounds the cluster. */
export interface LintEnvironment {
  readonly zooKeeperVersion?: string;
  readonly yarnVersion?: string;
  readonly hadoopVersion?: string;
  readonly javaVersion?: number;
  /** Whether others than the team reach the REST port. */
  readonly restReachable?: boolean;
  readonly taskManagers?: number;
  readonly jobs?: number;
  /** `net.core.somaxconn` of the JobManager’s machine: how many connections may wait. */
  readonly somaxconn?: number;
}

/** What monitoring saw over days. */
export interface LintSeries {
  readonly metaspace?: readonly MetaspacePoint[];
}

/** A setting of the file that its parser drops or reads otherwise than it looks. */
export interface FileProblem {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly key?: string;
}

/** What may be known beside a configuration. */
export interface LintContext {
  readonly workload?: LintWorkload;
  readonly cluster?: LintCluster;
  readonly checkpointing?: LintCheckpointing;
  readonly observed?: Observed;
  readonly series?: LintSeries;
  readonly deployment?: LintDeployment;
  readonly job?: LintJob;
  readonly environment?: LintEnvironment;
  readonly problems?: readonly FileProblem[];
}

/** Everything that a rule sees. */
export interface LintFacts extends LintContext {
  readonly config: ConfigReader;
  /** What Flink makes of the memory of its processes; asked for when a rule first looks. */
  readonly memory: ProcessMemory;
  /** Shared by all documents of a text. */
  readonly spellings: Spellings;
}

/**
 * What a capacity plan is made from, in base units: bytes, milliseconds, per second. The shape is that of the wire, so that
 * a pointer into the one is a pointer into the other. A size above 2^53 − 1 is a string of digits.
 */
export type Size = number | string;

export const MODELS = ['talk', 'full'] as const;
export type Model = (typeof MODELS)[number];
export const OPERATOR_KINDS = [
  'source',
  'map',
  'flatMap',
  'filter',
  'process',
  'window',
  'join',
  'sink',
] as const;
export type OperatorKind = (typeof OPERATOR_KINDS)[number];
export const SHIP_STRATEGIES = ['FORWARD', 'HASH', 'REBALANCE', 'RESCALE', 'BROADCAST', 'GLOBAL'] as const;
export type ShipStrategy = (typeof SHIP_STRATEGIES)[number];
export const CONNECTORS = ['kafka', 'external', 'none'] as const;
export type Connector = (typeof CONNECTORS)[number];
export const ASSIGNERS = ['tumbling', 'sliding', 'session', 'global'] as const;
export type Assigner = (typeof ASSIGNERS)[number];
export const JOIN_TYPES = ['window', 'interval', 'regular'] as const;
export type JoinType = (typeof JOIN_TYPES)[number];
export const STATE_BACKENDS = ['hashmap', 'rocksdb', 'forst'] as const;
export type StateBackend = (typeof STATE_BACKENDS)[number];
export const ATTACHMENTS = ['local', 'network'] as const;
export type Attachment = (typeof ATTACHMENTS)[number];

export interface State {
  readonly entryBytes: Size;
  readonly keyBytes?: Size;
  readonly valueBytes?: Size;
  readonly snapshotEntryBytes?: Size;
  readonly cacheHitRatio?: number;
  readonly writeAmplification?: number;
  /** Keys that come for the first time each second. Judged by rules; changes no figure. */
  readonly newKeysPerSecond?: number;
  /** Milliseconds that an entry stays without use. Judged by rules; changes no figure. */
  readonly timeToLive?: number;
}

export interface Window {
  readonly assigner: Assigner;
  /** Milliseconds. */
  readonly size?: number;
  readonly slide?: number;
  readonly gap?: number;
  readonly countTrigger?: number;
  readonly drain?: number;
}

export interface Join {
  readonly type: JoinType;
  /** Milliseconds. */
  readonly size?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly stateTtl?: number;
}

export interface Operator {
  readonly id: string;
  readonly kind: OperatorKind;
  readonly parallelism?: number;
  /** Judged by rules; changes no figure. */
  readonly slotSharingGroup?: string;
  readonly selectivity?: number;
  readonly output?: { readonly recordBytes: Size };
  readonly connector?: Connector;
  readonly cpuMicrosPerRecord?: number;
  readonly recordsPerSecond?: number;
  readonly recordBytes?: Size;
  readonly keys?: number;
  readonly state?: State;
  readonly window?: Window;
  readonly join?: Join;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly shipStrategy: ShipStrategy;
  readonly share?: number;
}

export interface Workload {
  readonly operators: readonly Operator[];
  readonly edges: readonly Edge[];
}

export interface StateDisk {
  readonly attachment: Attachment;
  readonly size?: Size;
  /** Bytes per second. */
  readonly readBandwidth?: number;
  readonly writeBandwidth?: number;
  readonly iops?: number;
  /** Judged by rules; changes no figure. */
  readonly medium?: 'FLASH' | 'SPINNING';
}

export interface Machine {
  /** Bytes per second. */
  readonly networkIn: number;
  readonly networkOut: number;
  readonly cores?: number;
  readonly memory?: Size;
  readonly stateDisk?: StateDisk;
}

export interface Placement {
  readonly operator: string;
  /** Subtasks on each machine, in the order of the machines. */
  readonly subtasks: readonly number[];
}

export interface Cluster {
  readonly machines?: number;
  readonly machine: Machine;
  readonly taskManagersPerMachine?: number;
  readonly slotsPerTaskManager?: number;
  readonly stateBackend?: StateBackend;
  readonly targetUtilization?: number;
  readonly placement?: readonly Placement[];
}

export interface Checkpointing {
  /** Milliseconds. */
  readonly interval: number;
  readonly incremental?: boolean;
  readonly minPause?: number;
  readonly timeout?: number;
  /** Per machine. */
  readonly uploadBytesPerSecond?: number;
  readonly readBackRatio?: number;
}

export interface CapacityRequest {
  readonly model?: Model;
  readonly workload: Workload;
  readonly cluster: Cluster;
  readonly checkpointing?: Checkpointing;
}

export const LIMITS = {
  operators: 1000,
  edges: 5000,
  machines: 100_000,
  /** `smallest` searches up to here. */
  searchedMachines: 10_000,
} as const;

import type { FlinkConfig } from '../request.js';

/** State backends that keep their state in an embedded database of the RocksDB family. */
export const EMBEDDED_BACKENDS = ['rocksdb', 'forst'] as const;
export type EmbeddedBackend = (typeof EMBEDDED_BACKENDS)[number];

/** What takes managed memory of a slot, as a job's tasks declare it. */
export const MANAGED_MEMORY_CONSUMERS = ['OPERATOR', 'STATE_BACKEND', 'PYTHON'] as const;
export type ManagedMemoryConsumer = (typeof MANAGED_MEMORY_CONSUMERS)[number];

/** Reads of the state of one slot, from which hits of the cache and reads of the disk follow. */
export interface StateAccess {
  /** Keys whose state the slot holds. */
  readonly keys: number;
  /** Serialized bytes of one entry: key, namespace and value. */
  readonly entryBytes: number;
  /** Serialized bytes of a key with its namespace. Left out: nothing is said of the index. */
  readonly keyBytes?: number;
  readonly lookupsPerSecond: number;
  /** Exponent of a Zipf distribution over the keys. Default: 0, all keys alike. */
  readonly zipfExponent?: number;
  /** Levels of the database that hold data. Default: 4. */
  readonly levels?: number;
  /** What one key takes of the cache. Default: a block, as hot keys lie scattered. */
  readonly bytesPerCachedKey?: number;
}

/** Memory of the embedded state backend in one TaskManager. */
export interface RocksDbRequest {
  readonly flinkVersion: string;
  readonly config: FlinkConfig;
  /** Managed memory of the TaskManager. */
  readonly managedBytes: bigint;
  /** Where that size comes from. Default: `/managedBytes`. */
  readonly managedFrom?: string;
  /** Slots of the TaskManager. */
  readonly slots: number;
  /** Default: rocksdb. */
  readonly stateBackend?: EmbeddedBackend;
  /** What takes managed memory in a slot of the job. Default: the state backend alone. */
  readonly consumers?: readonly ManagedMemoryConsumer[];
  /** Column families of one slot: each state and each timer service of each stateful subtask. */
  readonly states: number;
  readonly access?: StateAccess;
}

export const STORAGE_MEDIA = ['FLASH', 'SPINNING'] as const;
export type StorageMedium = (typeof STORAGE_MEDIA)[number];

/** A volume that can be rented, as a row of a price list on a date. Rated figures, not burst credit. */
export interface StorageOption {
  readonly id: string;
  readonly label?: string;
  /** The day or month that the price and the figures are of: `2023-09`. */
  readonly asOf?: string;
  readonly source?: string;
  readonly bytes: number;
  readonly readIops: number;
  /** Default: as many as read. */
  readonly writeIops?: number;
  /** Null or left out: not stated. */
  readonly bytesPerSecond?: number | null;
  /** The data are still there when the instance is gone. */
  readonly survivesInstance: boolean;
  readonly medium?: StorageMedium;
  readonly usdPerMonth: number;
}

export interface DiskNeed {
  readonly bytes: number;
  readonly iops: number;
  readonly bytesPerSecond: number;
  /** Size of one read or write. Default: a block of RocksDB, 4 KiB. */
  readonly ioBytes?: number;
  readonly mustSurviveInstance?: boolean;
}

/** State and what there is to keep it in, per TaskManager. */
export interface StateNeed {
  /** Serialized, as a full checkpoint has it. */
  readonly stateBytes: number;
  readonly heapBytes: number;
  readonly managedBytes?: number;
  readonly slots?: number;
  readonly localDiskBytes?: number;
  /** Reads with their writes, per second. */
  readonly accessesPerSecond?: number;
  /** Share of accesses that RocksDB answers from its cache. */
  readonly cacheHitRatio?: number;
  /** Of the TaskManager. */
  readonly cores?: number;
  readonly incrementalCheckpoints?: boolean;
  /** As it is configured now, in any spelling: `hashmap`, `rocksdb`, `forst`, `filesystem`, `jobmanager`, `memory`, `fs`. */
  readonly stateBackend?: string;
  /** `state.backend.rocksdb.localdir` or `state.backend.forst.local-dir`. */
  readonly localDirectory?: string;
  /** Where volumes for state are mounted in the container. */
  readonly volumePath?: string;
  /** What the state's directory lies on. */
  readonly medium?: StorageMedium;
}

export interface StorageRequest {
  /** Default: the newest that is known. */
  readonly flinkVersion?: string;
  readonly need?: DiskNeed;
  /** Default: the table of '3 Flink Mistakes'. */
  readonly options?: readonly StorageOption[];
  readonly state?: StateNeed;
}

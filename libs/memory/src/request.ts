/** Flink configuration as Flink reads it: keys to texts. */
export type FlinkConfig = Readonly<Record<string, string>>;

/** How a process is started; it decides what the heap options of Flink before 1.10 stand for. */
export type Deployment = 'standalone' | 'container';

/** A process of Flink 1.10 or later whose memory is asked for. */
export interface MemoryRequest {
  /** `1.20` or `1.20.5`. */
  readonly flinkVersion: string;
  readonly config: FlinkConfig;
  /** Default: standalone. */
  readonly deployment?: Deployment;
}

/** What monitoring shows of one process; sizes in bytes, each the highest that was seen over the time observed. */
export interface Observed {
  /** Heap that is in use after a full garbage collection. */
  readonly heapUsedAfterGcBytes?: number;
  readonly heapCommittedBytes?: number;
  readonly metaspaceUsedBytes?: number;
  /** Network memory segments in use, in bytes. */
  readonly networkUsedBytes?: number;
  readonly managedUsedBytes?: number;
  /** Resident set of the process. */
  readonly residentBytes?: number;
  readonly observedForMs?: number;
}

import type { ExactStep } from '@plimsoll/trace';
import type { FlinkConfig } from '../request.js';

/** Buffers of one subtask at one end of an exchange. */
export interface PoolBuffers {
  /** Input channels of a gate, or subpartitions of a result partition. */
  readonly channels: number;
  /** Without these it is not set up, wherever its other end runs. */
  readonly required: number;
  /** What it takes when there are enough; null where nothing bounds it. */
  readonly target: number | null;
}

export interface ExchangeBuffers {
  readonly from: string;
  readonly to: string;
  /** Of one downstream subtask. */
  readonly gate: PoolBuffers & {
    /** Channels whose other end is on the TaskManager: they take no exclusive buffers. */
    readonly localChannels: number;
    /** Without these it is not set up, local channels considered. */
    readonly least: number;
    readonly exclusivePerChannel: number;
    readonly requiredFloating: number;
    readonly targetFloating: number;
  };
  /** Of one upstream subtask; overdraft buffers come on top of the target, for moments. */
  readonly partition: PoolBuffers & { readonly overdraft: number };
  /** Of all subtasks of both ends on the TaskManager. */
  readonly requiredBuffers: number;
  readonly leastBuffers: number;
  readonly targetBuffers: number;
}

/** What Flink throws when a task asks for more than there is. */
export interface InsufficientBuffers {
  /** `IOException`. */
  readonly flinkException: string;
  readonly flinkMessage: string;
  /** Buffers by which the TaskManager falls short of starting all its tasks. */
  readonly missingBuffers: number;
}

export interface NetworkBuffers {
  readonly segmentBytes: bigint;
  /** Buffers of the TaskManager; null where its network memory is not given. */
  readonly availableBuffers: number | null;
  /** With these every task starts, wherever its peers run, and restores what was in flight. */
  readonly requiredBuffers: number;
  /** With fewer a task fails: channels within the TaskManager take no exclusive buffers. */
  readonly leastBuffers: number;
  /** With these no gate and no partition waits for a buffer; of a partition without a bound, what it requires. */
  readonly targetBuffers: number;
  readonly requiredBytes: bigint;
  readonly targetBytes: bigint;
  /** Null where the network memory is not given. */
  readonly starts: boolean | null;
  /** Of the task that fails, where the tasks come in the order of the exchanges; null where all start. */
  readonly failure: InsufficientBuffers | null;
  /** Network memory for the target: `taskmanager.memory.network.min` and `.max`, in bytes. Empty where nothing is exchanged. */
  readonly config: FlinkConfig;
  /** What the Kubernetes operator's autoscaler would set. */
  readonly autoscalerBytes: bigint;
  /** Buffers in flight that carry the throughput; null where it is not given. */
  readonly buffersForThroughput: number | null;
  readonly exchanges: readonly ExchangeBuffers[];
  /** Options that this version does not read, and what else is worth knowing. */
  readonly warnings: readonly string[];
  readonly steps: readonly ExactStep[];
}

/** Buffers of the TaskManager that needs most of them. */
export interface DataflowBuffers extends NetworkBuffers {
  /** Its place among the TaskManagers. */
  readonly taskManager: number;
}

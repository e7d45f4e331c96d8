import type { FlinkConfig } from '../request.js';

export const SHIP_STRATEGIES = ['FORWARD', 'HASH', 'REBALANCE', 'RESCALE', 'BROADCAST', 'GLOBAL'] as const;
export type ShipStrategy = (typeof SHIP_STRATEGIES)[number];

/** How an exchange hands its records over: as they come (streaming), when all are there, or both. */
export const EXCHANGE_MODES = ['PIPELINED', 'BLOCKING', 'HYBRID_FULL', 'HYBRID_SELECTIVE'] as const;
export type ExchangeMode = (typeof EXCHANGE_MODES)[number];

/** One edge of the dataflow that is no chain, as one TaskManager sees it. */
export interface Exchange {
  readonly from: string;
  readonly to: string;
  readonly shipStrategy: ShipStrategy;
  readonly upstreamParallelism: number;
  readonly downstreamParallelism: number;
  /** Subtasks of the upstream end that run on the TaskManager. */
  readonly upstreamSubtasks: number;
  readonly downstreamSubtasks: number;
  /**
   * Channels of one downstream subtask whose upstream end runs on the TaskManager too. Default: from the subtasks, and of pointwise
   * exchanges all where the TaskManager has its share of both ends.
   */
  readonly localChannels?: number;
  /** Default: PIPELINED. */
  readonly mode?: ExchangeMode;
}

export interface NetworkBuffersRequest {
  readonly flinkVersion: string;
  readonly config: FlinkConfig;
  /** Network memory of the TaskManager. Left out: nothing is said of whether the job starts. */
  readonly networkBytes?: bigint;
  /** Where that size comes from. Default: `/networkBytes`. */
  readonly networkFrom?: string;
  /** Slots of the TaskManager. */
  readonly slots: number;
  readonly exchanges: readonly Exchange[];
  /** What crosses one connection, and how long a message and its answer take: buffers that keep it busy. */
  readonly throughputBytesPerSecond?: number;
  readonly roundTripMs?: number;
}

export interface BufferOperator {
  readonly id: string;
  readonly parallelism: number;
  /** Subtasks on each TaskManager, in one order for all operators. Default: spread as evenly as can be. */
  readonly subtasks?: readonly number[];
}

export interface BufferEdge {
  readonly from: string;
  readonly to: string;
  readonly shipStrategy: ShipStrategy;
  readonly mode?: ExchangeMode;
  /** Whether both ends run in one task. Default: FORWARD edges between equal parallelisms do. */
  readonly chained?: boolean;
}

/** A dataflow on TaskManagers that are alike. */
export interface BufferDataflow {
  readonly operators: readonly BufferOperator[];
  readonly edges: readonly BufferEdge[];
  readonly taskManagers: number;
}

export interface DataflowBuffersRequest extends Omit<NetworkBuffersRequest, 'exchanges'> {
  readonly dataflow: BufferDataflow;
}

import type { Figure } from '@plimsoll/trace';
import type { RecoveryScenario } from '../recovery/index.js';
import type { SnapshotBackend, StateFacts } from '../size/state.js';

/** A direction of the network of the busiest machine, or its disk: what it can do, and what the job uses without checkpoints. */
export interface Bandwidth {
  readonly capacity: Figure<'bytesPerSecond'>;
  readonly load: Figure<'bytesPerSecond'>;
}

/** Records in flight between two operators, at one receiving subtask. */
export interface ExchangeFacts {
  readonly id: string;
  /** What its network buffers hold when they are full. */
  readonly inFlightBytes: Figure<'bytes'>;
  /** What passes: under back pressure the rate that the slowest subtask reads, not the one that is asked of it. */
  readonly bytesPerSecond: Figure<'bytesPerSecond'>;
}

/**
 * What is known of a job and its cluster before its checkpoints are tuned. Each value is a figure, so that a step of the tuning
 * leads on to how a capacity plan came by it; `givenFacts` makes them from plain numbers.
 *
 * Invariant: nothing here counts the checkpoints themselves. `load` is the traffic without uploads and read-back, and the
 * capacity in records was measured with checkpointing on.
 */
export interface CheckpointFacts {
  readonly stateBackend: SnapshotBackend;
  readonly states: readonly StateFacts[];
  readonly machines: Figure<'count'>;
  readonly taskManagersPerMachine: Figure<'count'>;
  readonly slotsPerTaskManager: Figure<'count'>;
  /** Share of the whole state on the machine that has most of it: 1 ÷ machines where it is spread evenly. */
  readonly fullestMachineShare: Figure<'ratio'>;
  readonly networkOut: Bandwidth;
  readonly networkIn: Bandwidth;
  /** The state disk; left out where state lives in memory or the disk is not known to bound anything. */
  readonly diskRead?: Bandwidth;
  readonly diskWrite?: Bandwidth;
  /** Bytes read over the network per byte uploaded: 1 where the state disk is a network volume, else 0. Default: 0. */
  readonly readBackRatio?: Figure<'ratio'>;
  /** What one machine may upload: a limit that is set. */
  readonly uploadLimit?: Figure<'bytesPerSecond'>;
  readonly storeConnection?: Figure<'bytesPerSecond'>;
  /** Of the checkpoint store, for all machines together. */
  readonly storeTotal?: Figure<'bytesPerSecond'>;
  /** Of all sources. */
  readonly recordsPerSecond: Figure<'perSecond'>;
  /** What the job can work through, with checkpointing on. */
  readonly capacityRecordsPerSecond: Figure<'perSecond'>;
  /** The exchanges that a barrier passes one after another on its longest way. */
  readonly exchanges: readonly ExchangeFacts[];
  /** A sink shows its results only when a checkpoint completes. */
  readonly exactlyOnceSink: boolean;
  /** From the coordinator's decision to the barriers in the sources. Left out: a parameter. */
  readonly trigger?: Figure<'ms'>;
  /** The part of a snapshot in which a task processes nothing. Left out: a parameter. */
  readonly sync?: Figure<'ms'>;
  /** Share of the capacity that is lost while a checkpoint uploads. Left out: a parameter. */
  readonly slowdown?: Figure<'ratio'>;
  /** Share of its bytes that a snapshot takes in the checkpoint store (`snapshot-compression`, or RocksDB's own). Default: 1. */
  readonly compression?: Figure<'ratio'>;
  /** What the cluster costs; left out: not known. */
  readonly usdPerMonth?: number;
}

/** Checkpointing as it is set now: it is judged beside the proposal. Milliseconds. */
export interface CurrentCheckpointing {
  readonly interval: number;
  readonly incremental?: boolean;
  readonly minPause?: number;
  readonly timeout?: number;
}

/** What must hold. What is left out binds nothing; the duty alone has a default. */
export interface CheckpointObjectives {
  /** From a failure to no lag. */
  readonly maxRecoveryMs?: number;
  /** Processing time that a restore repeats. */
  readonly maxReprocessMs?: number;
  /** Until an exactly-once sink shows a record. */
  readonly maxSinkLatencyMs?: number;
  /** Share of the time in which a checkpoint is in progress. */
  readonly maxDutyRatio?: number;
  /** Age of the oldest record that is not worked through when the job runs again. */
  readonly maxLagMs?: number;
  /** How full the network may be on average, uploads included. */
  readonly targetUtilization?: number;
  /** Machines whose loss for good the recovery must bear. */
  readonly surviveMachines?: number;
  readonly maxUsdPerMonth?: number;
}

export interface CheckpointFailures {
  /** Mean time between failures of one machine. */
  readonly machineMtbfMs?: number;
  /** What fails, how it is noticed and how the job restarts. Its `checkpoint` is what is asked for here, and must be left out. */
  readonly scenario?: RecoveryScenario;
}

export interface CheckpointTuningRequest {
  /** Decides keys and defaults. Default: the newest that is known. */
  readonly flinkVersion?: string;
  readonly facts: CheckpointFacts;
  readonly checkpointing?: CurrentCheckpointing;
  readonly objectives?: CheckpointObjectives;
  readonly failures?: CheckpointFailures;
}

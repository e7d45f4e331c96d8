import type { Step } from '@plimsoll/trace';
import type { KafkaPresetName } from './request.js';

/** From the least to the most, where an amount is known as a range. */
export interface LowHigh {
  readonly low: number;
  readonly high: number;
}

export const KAFKA_PROBLEMS = [
  'TIMEOUT_ABOVE_BROKER_MAX',
  'DATA_LOSS_POSSIBLE',
  'PID_MAPPING_EXPIRED',
  'PID_ERROR_AMBIGUOUS',
] as const;
export type KafkaProblem = (typeof KAFKA_PROBLEMS)[number];

/** What settings promise, and up to where. */
export interface KafkaPromise {
  readonly promise: 'PRODUCER_STARTS' | 'NO_DATA_LOSS' | 'RESTORE_POSSIBLE' | 'PID_ERROR_IGNORABLE';
  readonly holds: boolean;
  /** Where it ends: the largest timeout that the broker allows, or the outage or age from which on it no longer holds; null where nothing is within it. */
  readonly upToMs: number | null;
  readonly text: string;
}

/** A setting to change, where it stands, and why. */
export interface KafkaChange {
  readonly side: 'client' | 'broker';
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Named settings, and what this sink would pay for them. */
export interface KafkaPresetPrice {
  readonly name: KafkaPresetName;
  readonly transactionTimeoutMs: number;
  readonly brokerMaxTimeoutMs: number;
  readonly transactionalIdExpirationMs: number;
  readonly consumerStallMs: number;
  readonly liveTransactionalIds: LowHigh;
  readonly price: string;
}

export interface KafkaTransactions {
  /** The broker refuses the producer: its timeout is above the broker’s maximum. */
  readonly rejectedAtStartUp: boolean;
  /** The outage outlasts the transaction: the broker aborts what a completed checkpoint counts as written. */
  readonly losesData: boolean;
  /** Nothing is lost, but the timeout is less than the safety factor times what is needed. */
  readonly tight: boolean;
  /** The restore meets ids that are gone: InvalidPidMappingException. */
  readonly restoreThrows: boolean;
  /** That exception proves that the transaction was committed. False where it isn’t thrown. */
  readonly mayIgnorePidError: boolean;
  readonly problems: readonly KafkaProblem[];
  readonly effectiveIntervalMs: number;
  readonly worstTransactionAgeMs: number;
  readonly requiredTimeoutMs: number;
  /** Any shorter outage loses nothing; null where even none may lose data. */
  readonly lossFreeDowntimeMs: number | null;
  readonly liveTransactionalIds: LowHigh;
  /** Ids that a fresh FlinkKafkaProducer aborts one by one before it starts; null for KafkaSink. */
  readonly abortedIdsAtStartUp: number | null;
  readonly brokerMemoryBytes: LowHigh;
  /** How long a transaction that nobody finishes holds up read_committed consumers. */
  readonly consumerStallMs: number;
  readonly promises: readonly KafkaPromise[];
  /** The talk’s rule, which bounds settings and says nothing of age. */
  readonly talkRule: { readonly holds: boolean; readonly text: string };
  readonly changes: readonly KafkaChange[];
  readonly remarks: readonly string[];
  readonly presets: readonly KafkaPresetPrice[];
  readonly steps: readonly Step[];
}

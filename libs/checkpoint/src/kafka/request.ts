/**
 * How a Kafka sink names its transactions. INCREMENTING: a new id for each checkpoint and subtask (KafkaSink 3.x, the default of
 * 4.x). POOLING: ids are used again (KafkaSink 4.x). LEGACY_POOL: FlinkKafkaProducer, with a fixed pool of ids for each subtask.
 */
export const TRANSACTION_NAMINGS = ['INCREMENTING', 'POOLING', 'LEGACY_POOL'] as const;
export type TransactionNaming = (typeof TRANSACTION_NAMINGS)[number];

/** Named settings: `THREE_FLINK_MISTAKES` is what the talk of that name puts on the brokers, 7 days and 1 hour. */
export const KAFKA_PRESETS = ['THREE_FLINK_MISTAKES'] as const;
export type KafkaPresetName = (typeof KAFKA_PRESETS)[number];

/** One exactly-once sink, the Kafka cluster that it writes to, and what it has to survive. Times are milliseconds. */
export interface KafkaTransactionsRequest {
  /** `transaction.timeout.ms` of the producer; left out: the preset's, else what Flink's sinks set (1 h). */
  readonly transactionTimeoutMs?: number;
  /** `transaction.max.timeout.ms` of the brokers; left out: the preset's, else Kafka's default (15 min). */
  readonly brokerMaxTimeoutMs?: number;
  /** `transactional.id.expiration.ms` of the brokers; left out: the preset's, else Kafka's default (7 d). */
  readonly transactionalIdExpirationMs?: number;
  readonly preset?: KafkaPresetName;
  readonly intervalMs: number;
  /** Of one checkpoint, from its trigger to its completion. */
  readonly durationMs: number;
  /** The longest outage that is to lose nothing, from the failure to the commit after the restore. */
  readonly downtimeMs: number;
  /** Checkpoints in a row that may fail before the job does. */
  readonly tolerableFailures: number;
  /** Age, at the restore, of the oldest transaction that the checkpoint holds. */
  readonly restoreAgeMs: number;
  readonly sinkParallelism: number;
  readonly naming: TransactionNaming;
  readonly minPauseMs?: number;
  readonly maxConcurrent?: number;
  /** How long a checkpoint that fails may have run. Left out: failed checkpoints last no longer than an interval. */
  readonly checkpointTimeoutMs?: number;
  /** Memory of a broker for one live id; left out: a range. */
  readonly bytesPerId?: number;
  /** How many times the worst age the timeout should be; 2. */
  readonly safetyFactor?: number;
  /** `kafkaProducersPoolSize` of FlinkKafkaProducer; 5. */
  readonly producersPoolSize?: number;
}

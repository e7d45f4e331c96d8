import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

/** Defaults of Kafka and of Flink's sinks, and what is assumed where nothing is known. Read in Kafka 3.9 and in the connectors 3.3 and 4.0. */
const row = <U extends Unit>(values: Parameter<U>): Parameter<U> => values;

export const SINK_TIMEOUT = row({
  id: 'kafka.transactionTimeout',
  unit: 'ms',
  value: 3_600_000,
  description: 'transaction.timeout.ms that KafkaSink and FlinkKafkaProducer set where nothing else is given',
  reference: 'F6.1',
  evidence: 'verified',
  versions: 'connector 3.3, 4.0',
});

export const BROKER_MAX_TIMEOUT = row({
  id: 'kafka.transactionMaxTimeout',
  unit: 'ms',
  value: 900_000,
  description: 'transaction.max.timeout.ms of a broker by default',
  reference: 'F6.1',
  evidence: 'verified',
  versions: 'Kafka 3.9',
});

export const ID_EXPIRATION = row({
  id: 'kafka.transactionalIdExpiration',
  unit: 'ms',
  value: 604_800_000,
  description: 'transactional.id.expiration.ms of a broker by default',
  reference: 'F6.1',
  evidence: 'verified',
  versions: 'Kafka 3.9',
});

export const EXPIRED_ID_CHECK = row({
  id: 'kafka.expiredIdCheckInterval',
  unit: 'ms',
  value: 3_600_000,
  description:
    'How often a broker removes expired ids: transaction.remove.expired.transaction.cleanup.interval.ms',
  reference: 'F6.2',
  evidence: 'verified',
  versions: 'Kafka 3.9',
});

export const ABORT_CHECK = row({
  id: 'kafka.abortCheckInterval',
  unit: 'ms',
  value: 10_000,
  description:
    'How often a broker looks for transactions to abort: transaction.abort.timed.out.transaction.cleanup.interval.ms',
  reference: 'F6.1',
  evidence: 'verified',
  versions: 'Kafka 3.9',
});

export const LARGEST_SETTING = row({
  id: 'kafka.largestSetting',
  unit: 'ms',
  value: 2_147_483_647,
  description: 'Kafka keeps these times in 32 bits: 24.8 days at most',
  reference: 'F6.1',
  evidence: 'verified',
  versions: 'Kafka 3.9',
});

export const SAFETY = row({
  id: 'kafka.safetyFactor',
  unit: 'ratio',
  value: 2,
  description: 'How many times the worst age of a transaction its timeout should be',
  reference: 'F6.1',
  evidence: 'heuristic',
  versions: 'all',
});

export const LEAST_BYTES_PER_ID = row({
  id: 'kafka.leastBytesPerId',
  unit: 'bytes',
  value: 1000,
  description: 'Memory of a broker for one live transactional id, at least; no source, measure it',
  reference: 'F6.2',
  evidence: 'unverified',
  versions: 'all',
});

export const MOST_BYTES_PER_ID = row({
  id: 'kafka.mostBytesPerId',
  unit: 'bytes',
  value: 2000,
  description: 'Memory of a broker for one live transactional id, at most; no source, measure it',
  reference: 'F6.2',
  evidence: 'unverified',
  versions: 'all',
});

export const LEGACY_POOL_SIZE = row({
  id: 'kafka.producersPoolSize',
  unit: 'count',
  value: 5,
  description: 'kafkaProducersPoolSize: ids of each subtask of FlinkKafkaProducer by default',
  reference: 'F6.2',
  evidence: 'verified',
  versions: 'connector up to 3.x',
});

export const SCALE_DOWN_FACTOR = row({
  id: 'kafka.safeScaleDownFactor',
  unit: 'count',
  value: 5,
  description: 'SAFE_SCALE_DOWN_FACTOR: so many times its own ids FlinkKafkaProducer aborts at a fresh start',
  reference: 'F6.2',
  evidence: 'verified',
  versions: 'connector up to 3.x',
});

export const TALK_TIMEOUT = row({
  id: 'kafka.preset.threeFlinkMistakes.maxTimeout',
  unit: 'ms',
  value: 604_800_000,
  description: 'transaction.max.timeout.ms in “3 Flink Mistakes”, and the producer’s timeout up to it',
  reference: 'F6.1',
  evidence: 'stated',
  versions: 'all',
});

export const TALK_EXPIRATION = row({
  id: 'kafka.preset.threeFlinkMistakes.idExpiration',
  unit: 'ms',
  value: 3_600_000,
  description: 'transactional.id.expiration.ms in “3 Flink Mistakes”',
  reference: 'F6.1',
  evidence: 'stated',
  versions: 'all',
});

export const KAFKA_PARAMETERS: readonly Parameter[] = [
  SINK_TIMEOUT,
  BROKER_MAX_TIMEOUT,
  ID_EXPIRATION,
  EXPIRED_ID_CHECK,
  ABORT_CHECK,
  LARGEST_SETTING,
  SAFETY,
  LEAST_BYTES_PER_ID,
  MOST_BYTES_PER_ID,
  LEGACY_POOL_SIZE,
  SCALE_DOWN_FACTOR,
  TALK_TIMEOUT,
  TALK_EXPIRATION,
];

import type { Rejection } from '@plimsoll/units';
import { type Bounds, LARGEST, ValueChecks } from '../value-checks.js';
import { LARGEST_SETTING } from './parameters.js';
import { KAFKA_PRESETS, type KafkaTransactionsRequest, TRANSACTION_NAMINGS } from './request.js';

const KAFKA_SETTING: Bounds = {
  min: 1,
  max: LARGEST_SETTING.value,
  whole: true,
  remedy: 'Kafka keeps this setting as whole milliseconds in 32 bits, so 24.8 days are the most',
};
const TIME: Bounds = { min: 0, max: LARGEST, remedy: 'give a time in milliseconds' };
/** Flink refuses less for an interval and for a timeout. */
const FROM_TEN: Bounds = { min: 10, max: LARGEST, remedy: 'Flink refuses less than 10 ms' };
const MIN_PAUSE: Bounds = {
  min: 0,
  max: 31_536_000_000,
  remedy: 'Flink cuts a longer pause to 365 days',
};
const COUNT: Bounds = { min: 0, max: 2_147_483_647, whole: true, remedy: 'Flink counts in 32 bits' };
const AT_LEAST_ONE: Bounds = { ...COUNT, min: 1 };
const PARALLELISM: Bounds = { min: 1, max: 32_768, whole: true, remedy: 'give the sink’s parallelism' };
const BYTES_PER_ID: Bounds = {
  min: 1,
  max: LARGEST,
  remedy: 'give the memory of a broker for one transactional id, as measured, or leave it out',
};
const SAFETY_FACTOR: Bounds = {
  min: 1,
  max: 1000,
  remedy: 'how many times the worst age of a transaction its timeout should be, 2 by default',
};

/** Every value of a request that no Kafka, no Flink or no job can have. */
export function checkKafkaTransactions(request: KafkaTransactionsRequest): readonly Rejection[] {
  const checks = new ValueChecks();
  checks.number('/transactionTimeoutMs', request.transactionTimeoutMs, KAFKA_SETTING);
  checks.number('/brokerMaxTimeoutMs', request.brokerMaxTimeoutMs, KAFKA_SETTING);
  checks.number('/transactionalIdExpirationMs', request.transactionalIdExpirationMs, KAFKA_SETTING);
  checks.number('/intervalMs', request.intervalMs, FROM_TEN);
  checks.number('/durationMs', request.durationMs, TIME);
  checks.number('/downtimeMs', request.downtimeMs, TIME);
  checks.number('/tolerableFailures', request.tolerableFailures, COUNT);
  checks.number('/restoreAgeMs', request.restoreAgeMs, TIME);
  checks.number('/sinkParallelism', request.sinkParallelism, PARALLELISM);
  checks.number('/minPauseMs', request.minPauseMs, MIN_PAUSE);
  checks.number('/maxConcurrent', request.maxConcurrent, AT_LEAST_ONE);
  checks.number('/checkpointTimeoutMs', request.checkpointTimeoutMs, FROM_TEN);
  checks.number('/bytesPerId', request.bytesPerId, BYTES_PER_ID);
  checks.number('/safetyFactor', request.safetyFactor, SAFETY_FACTOR);
  checks.number('/producersPoolSize', request.producersPoolSize, AT_LEAST_ONE);
  if (!TRANSACTION_NAMINGS.includes(request.naming)) {
    checks.reject('/naming', `must be one of ${TRANSACTION_NAMINGS.join(', ')}`, request.naming);
  }
  if (request.preset !== undefined && !KAFKA_PRESETS.includes(request.preset)) {
    checks.reject('/preset', `must be ${KAFKA_PRESETS.join(' or ')}, or left out`, request.preset);
  }
  if (request.producersPoolSize !== undefined && request.naming !== 'LEGACY_POOL') {
    checks.reject(
      '/producersPoolSize',
      `only FlinkKafkaProducer has a pool of a fixed size: leave it out, or name LEGACY_POOL`,
      request.producersPoolSize,
    );
  }
  return checks.rejections;
}

import { type Figure, flinkDefault, given, type Parameter, parameter } from '@plimsoll/trace';
import {
  BROKER_MAX_TIMEOUT,
  ID_EXPIRATION,
  LEGACY_POOL_SIZE,
  SAFETY,
  SINK_TIMEOUT,
  TALK_EXPIRATION,
  TALK_TIMEOUT,
} from './parameters.js';
import type { KafkaTransactionsRequest } from './request.js';

/** What a request says, or what holds where it says nothing: the preset's value, else the default of Kafka or Flink. */
export interface Settings {
  readonly transactionTimeout: Figure<'ms'>;
  readonly brokerMaxTimeout: Figure<'ms'>;
  readonly expiration: Figure<'ms'>;
  readonly interval: Figure<'ms'>;
  readonly minPause: Figure<'ms'>;
  readonly maxConcurrent: Figure<'count'>;
  readonly duration: Figure<'ms'>;
  /** Null: failed checkpoints last no longer than an interval. */
  readonly checkpointTimeout: Figure<'ms'> | null;
  readonly downtime: Figure<'ms'>;
  readonly tolerableFailures: Figure<'count'>;
  readonly restoreAge: Figure<'ms'>;
  readonly sinkParallelism: Figure<'count'>;
  readonly safetyFactor: Figure<'ratio'>;
  readonly producersPoolSize: Figure<'count'>;
}

export function settingsOf(request: KafkaTransactionsRequest): Settings {
  const byPreset = request.preset === 'THREE_FLINK_MISTAKES';
  const time = (name: keyof KafkaTransactionsRequest & `${string}Ms`, otherwise: Parameter<'ms'>) => {
    const value = request[name];
    return value === undefined ? parameter(otherwise) : given('ms', value, `/${name}`);
  };
  const { minPauseMs, maxConcurrent, checkpointTimeoutMs, safetyFactor, producersPoolSize } = request;
  return {
    transactionTimeout: time('transactionTimeoutMs', byPreset ? TALK_TIMEOUT : SINK_TIMEOUT),
    brokerMaxTimeout: time('brokerMaxTimeoutMs', byPreset ? TALK_TIMEOUT : BROKER_MAX_TIMEOUT),
    expiration: time('transactionalIdExpirationMs', byPreset ? TALK_EXPIRATION : ID_EXPIRATION),
    interval: given('ms', request.intervalMs, '/intervalMs'),
    minPause:
      minPauseMs === undefined
        ? flinkDefault('ms', 0, 'execution.checkpointing.min-pause')
        : given('ms', minPauseMs, '/minPauseMs'),
    maxConcurrent:
      maxConcurrent === undefined
        ? flinkDefault('count', 1, 'execution.checkpointing.max-concurrent-checkpoints')
        : given('count', maxConcurrent, '/maxConcurrent'),
    duration: given('ms', request.durationMs, '/durationMs'),
    checkpointTimeout:
      checkpointTimeoutMs === undefined ? null : given('ms', checkpointTimeoutMs, '/checkpointTimeoutMs'),
    downtime: given('ms', request.downtimeMs, '/downtimeMs'),
    tolerableFailures: given('count', request.tolerableFailures, '/tolerableFailures'),
    restoreAge: given('ms', request.restoreAgeMs, '/restoreAgeMs'),
    sinkParallelism: given('count', request.sinkParallelism, '/sinkParallelism'),
    safetyFactor:
      safetyFactor === undefined ? parameter(SAFETY) : given('ratio', safetyFactor, '/safetyFactor'),
    producersPoolSize:
      producersPoolSize === undefined
        ? parameter(LEGACY_POOL_SIZE)
        : given('count', producersPoolSize, '/producersPoolSize'),
  };
}

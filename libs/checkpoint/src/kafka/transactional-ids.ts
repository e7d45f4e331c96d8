import { derive, type Figure, formula, given, parameter } from '@plimsoll/trace';
import { EXPIRED_ID_CHECK, LEAST_BYTES_PER_ID, MOST_BYTES_PER_ID, SCALE_DOWN_FACTOR } from './parameters.js';
import type { KafkaTransactionsRequest } from './request.js';
import type { Settings } from './settings.js';

/** F6.2: ids that the brokers keep for one sink, and the memory that they take there. */
export interface TransactionalIds {
  readonly low: Figure<'count'>;
  readonly high: Figure<'count'>;
  readonly memoryLow: Figure<'bytes'>;
  readonly memoryHigh: Figure<'bytes'>;
  readonly abortedAtStartUp: Figure<'count'> | null;
}

const INCREMENTING_LOW = formula({
  reference: 'F6.2',
  label: 'Live ids, a new one for each checkpoint and subtask',
  unit: 'count',
  inputs: { sinkParallelism: 'count', idExpiration: 'ms', effectiveInterval: 'ms' },
  text: 'sinkParallelism × idExpiration ÷ effectiveInterval',
  evidence: 'verified',
  compute: ({ sinkParallelism, idExpiration, effectiveInterval }) =>
    (sinkParallelism * idExpiration) / effectiveInterval,
});

const INCREMENTING_HIGH = formula({
  reference: 'F6.2',
  label: 'Live ids just before the broker removes the expired ones',
  unit: 'count',
  inputs: { sinkParallelism: 'count', idExpiration: 'ms', expiredIdCheck: 'ms', effectiveInterval: 'ms' },
  text: 'sinkParallelism × ((idExpiration + expiredIdCheck) ÷ effectiveInterval + 1)',
  evidence: 'verified',
  compute: ({ sinkParallelism, idExpiration, expiredIdCheck, effectiveInterval }) =>
    sinkParallelism * ((idExpiration + expiredIdCheck) / effectiveInterval + 1),
});

/** One is written to while each checkpoint that is under way holds another. */
const POOLING_LOW = formula({
  reference: 'F6.2',
  label: 'Live ids, used again as soon as they are committed',
  unit: 'count',
  inputs: { sinkParallelism: 'count', maxConcurrent: 'count' },
  text: 'sinkParallelism × (maxConcurrent + 1)',
  evidence: 'verified',
  compute: ({ sinkParallelism, maxConcurrent }) => sinkParallelism * (maxConcurrent + 1),
});

/** Each failed checkpoint leaves its transaction open, and a commit may be seen one checkpoint late. */
const POOLING_HIGH = formula({
  reference: 'F6.2',
  label: 'Live ids where checkpoints fail and commits come late',
  unit: 'count',
  inputs: { sinkParallelism: 'count', maxConcurrent: 'count', tolerableFailures: 'count' },
  text: 'sinkParallelism × (maxConcurrent + tolerableFailures + 2)',
  compute: ({ sinkParallelism, maxConcurrent, tolerableFailures }) =>
    sinkParallelism * (maxConcurrent + tolerableFailures + 2),
});

const LEGACY = formula({
  reference: 'F6.2',
  label: 'Live ids of a pool of fixed size',
  unit: 'count',
  inputs: { sinkParallelism: 'count', producersPoolSize: 'count' },
  text: 'sinkParallelism × producersPoolSize',
  evidence: 'verified',
  compute: ({ sinkParallelism, producersPoolSize }) => sinkParallelism * producersPoolSize,
});

const ABORTED_AT_START_UP = formula({
  reference: 'F6.2',
  label: 'Ids that are aborted one by one at a fresh start',
  unit: 'count',
  inputs: { liveIds: 'count', scaleDownFactor: 'count' },
  text: 'liveIds × scaleDownFactor',
  evidence: 'verified',
  compute: ({ liveIds, scaleDownFactor }) => liveIds * scaleDownFactor,
});

const MEMORY = formula({
  reference: 'F6.2',
  label: 'Memory of the brokers for live ids',
  unit: 'bytes',
  inputs: { liveIds: 'count', bytesPerId: 'bytes' },
  text: 'liveIds × bytesPerId',
  evidence: 'unverified',
  compute: ({ liveIds, bytesPerId }) => liveIds * bytesPerId,
});

export function transactionalIds(
  { naming, bytesPerId }: Pick<KafkaTransactionsRequest, 'naming' | 'bytesPerId'>,
  settings: Settings,
  effectiveInterval: Figure<'ms'>,
): TransactionalIds {
  const [low, high] = liveIds(naming, settings, effectiveInterval);
  const [least, most] =
    bytesPerId === undefined
      ? [parameter(LEAST_BYTES_PER_ID), parameter(MOST_BYTES_PER_ID)]
      : [given('bytes', bytesPerId, '/bytesPerId'), given('bytes', bytesPerId, '/bytesPerId')];
  return {
    low,
    high,
    memoryLow: derive('kafka.brokerMemory.low', MEMORY, { liveIds: low, bytesPerId: least }),
    memoryHigh: derive('kafka.brokerMemory.high', MEMORY, { liveIds: high, bytesPerId: most }),
    abortedAtStartUp:
      naming === 'LEGACY_POOL'
        ? derive('kafka.abortedIdsAtStartUp', ABORTED_AT_START_UP, {
            liveIds: low,
            scaleDownFactor: parameter(SCALE_DOWN_FACTOR),
          })
        : null,
  };
}

function liveIds(
  naming: KafkaTransactionsRequest['naming'],
  settings: Settings,
  effectiveInterval: Figure<'ms'>,
): readonly [Figure<'count'>, Figure<'count'>] {
  const { sinkParallelism, maxConcurrent, tolerableFailures, expiration: idExpiration } = settings;
  const [low, high] = ['kafka.liveTransactionalIds.low', 'kafka.liveTransactionalIds.high'] as const;
  switch (naming) {
    case 'INCREMENTING': {
      const expiredIdCheck = parameter(EXPIRED_ID_CHECK);
      return [
        derive(low, INCREMENTING_LOW, { sinkParallelism, idExpiration, effectiveInterval }),
        derive(high, INCREMENTING_HIGH, { sinkParallelism, idExpiration, expiredIdCheck, effectiveInterval }),
      ];
    }
    case 'POOLING':
      return [
        derive(low, POOLING_LOW, { sinkParallelism, maxConcurrent }),
        derive(high, POOLING_HIGH, { sinkParallelism, maxConcurrent, tolerableFailures }),
      ];
    case 'LEGACY_POOL': {
      const { producersPoolSize } = settings;
      const ids = derive('kafka.liveTransactionalIds', LEGACY, { sinkParallelism, producersPoolSize });
      return [ids, ids];
    }
  }
}

export const TRANSACTIONAL_ID_FORMULAS = [
  INCREMENTING_LOW,
  INCREMENTING_HIGH,
  POOLING_LOW,
  POOLING_HIGH,
  LEGACY,
  ABORTED_AT_START_UP,
  MEMORY,
];

import type {
  KafkaChange,
  KafkaPresetPrice,
  KafkaPromise,
  KafkaTransactions,
  KafkaTransactionsRequest,
  LowHigh,
} from '@plimsoll/checkpoint';
import {
  Answer,
  BareBytes,
  BareCount,
  BareMillis,
  Bool,
  Bytes,
  Count,
  Duration,
  List,
  Nested,
  Num,
  OneOf,
  Request,
  Text,
  Texts,
} from '../../fields/index.js';
import { StepModel } from '../capacity/trace.model.js';
import { KAFKA_PRESET, KAFKA_PROMISE, KAFKA_SIDE, TRANSACTION_NAMING } from './words.js';

@Request(
  'KafkaTransactions',
  'One exactly-once sink, the Kafka cluster that it writes to, and what it has to survive.',
)
export class KafkaTransactionsRequestModel implements KafkaTransactionsRequest {
  @BareMillis({
    optional: true,
    description: 'transaction.timeout.ms; 1 h, as Flink’s sinks set it.',
    example: 3_600_000,
  })
  transactionTimeoutMs?: number;

  @BareMillis({
    optional: true,
    description: 'transaction.max.timeout.ms of the brokers; 15 min.',
    example: 900_000,
  })
  brokerMaxTimeoutMs?: number;

  @BareMillis({
    optional: true,
    description: 'transactional.id.expiration.ms of the brokers; 7 d.',
    example: 604_800_000,
  })
  transactionalIdExpirationMs?: number;

  @OneOf(KAFKA_PRESET, { optional: true, description: 'Named settings for those that are left out.' })
  preset?: KafkaTransactionsRequest['preset'];

  @BareMillis({ example: 60_000 })
  intervalMs: number;

  @BareMillis({ description: 'Of one checkpoint, from its trigger to its completion.', example: 10_000 })
  durationMs: number;

  @BareMillis({ description: 'The longest outage that is to lose nothing.', example: 600_000 })
  downtimeMs: number;

  @BareCount({ description: 'Checkpoints in a row that may fail before the job does.', example: 0 })
  tolerableFailures: number;

  @BareMillis({
    description: 'Age, at the restore, of the oldest transaction of the checkpoint.',
    example: 600_000,
  })
  restoreAgeMs: number;

  @BareCount({ example: 4 })
  sinkParallelism: number;

  @OneOf(TRANSACTION_NAMING, { example: 'INCREMENTING' })
  naming: KafkaTransactionsRequest['naming'];

  @BareMillis({ optional: true })
  minPauseMs?: number;

  @BareCount({ optional: true })
  maxConcurrent?: number;

  @BareMillis({ optional: true, description: 'How long a checkpoint that fails may have run.' })
  checkpointTimeoutMs?: number;

  @BareBytes({ optional: true, description: 'Memory of a broker for one live id; left out: a range.' })
  bytesPerId?: number;

  @Num({ optional: true, description: 'How many times the worst age the timeout should be; 2.' })
  safetyFactor?: number;

  @BareCount({ optional: true, description: 'kafkaProducersPoolSize of FlinkKafkaProducer; 5.' })
  producersPoolSize?: number;
}

@Answer('CountRange')
export class CountRangeModel implements LowHigh {
  @Count()
  low: number;

  @Count()
  high: number;
}

@Answer('BytesRange')
export class BytesRangeModel implements LowHigh {
  @Bytes()
  low: number;

  @Bytes()
  high: number;
}

@Answer('KafkaPromise', 'What the settings promise, and up to where.')
export class KafkaPromiseModel implements KafkaPromise {
  @OneOf(KAFKA_PROMISE)
  promise: KafkaPromise['promise'];

  @Bool()
  holds: boolean;

  @Duration({
    nullable: true,
    description: 'A timeout, an outage or an age; null where nothing is within it.',
  })
  upToMs: number | null;

  @Text()
  text: string;
}

@Answer('KafkaChange', 'A setting to change, where it stands, and why.')
export class KafkaChangeModel implements KafkaChange {
  @OneOf(KAFKA_SIDE)
  side: KafkaChange['side'];

  @Text()
  key: string;

  @Text()
  from: string;

  @Text()
  to: string;

  @Text()
  reason: string;
}

@Answer('KafkaPresetPrice', 'Named settings, and what this sink would pay for them.')
export class KafkaPresetPriceModel implements KafkaPresetPrice {
  @OneOf(KAFKA_PRESET)
  name: KafkaPresetPrice['name'];

  @Duration()
  transactionTimeoutMs: number;

  @Duration()
  brokerMaxTimeoutMs: number;

  @Duration()
  transactionalIdExpirationMs: number;

  @Duration()
  consumerStallMs: number;

  @Nested(() => CountRangeModel)
  liveTransactionalIds: CountRangeModel;

  @Text()
  price: string;
}

@Answer('TalkRule', 'The rule of the talk “3 Flink Mistakes”, which bounds settings and says nothing of age.')
export class TalkRuleModel {
  @Bool()
  holds: boolean;

  @Text()
  text: string;
}

@Answer('KafkaTransactions', 'What an exactly-once sink promises with these settings.')
export class KafkaTransactionsModel implements KafkaTransactions {
  @Bool({ description: 'The broker refuses the producer.' })
  rejectedAtStartUp: boolean;

  @Bool({ description: 'The broker aborts what a completed checkpoint counts as written.' })
  losesData: boolean;

  @Bool({ description: 'Nothing is lost, but with less than the safety factor to spare.' })
  tight: boolean;

  @Bool({ description: 'The restore meets ids that are gone: InvalidPidMappingException.' })
  restoreThrows: boolean;

  @Bool({ description: 'That exception proves that the transaction was committed.' })
  mayIgnorePidError: boolean;

  @Texts({
    description: 'TIMEOUT_ABOVE_BROKER_MAX, DATA_LOSS_POSSIBLE, PID_MAPPING_EXPIRED, PID_ERROR_AMBIGUOUS.',
  })
  problems: KafkaTransactions['problems'][number][];

  @Duration()
  effectiveIntervalMs: number;

  @Duration()
  worstTransactionAgeMs: number;

  @Duration()
  requiredTimeoutMs: number;

  @Duration({ nullable: true, description: 'Any shorter outage loses nothing.' })
  lossFreeDowntimeMs: number | null;

  @Nested(() => CountRangeModel)
  liveTransactionalIds: CountRangeModel;

  @Count({
    nullable: true,
    description: 'Ids that a fresh FlinkKafkaProducer aborts one by one before it starts.',
  })
  abortedIdsAtStartUp: number | null;

  @Nested(() => BytesRangeModel)
  brokerMemoryBytes: BytesRangeModel;

  @Duration({ description: 'How long a transaction that nobody finishes holds up read_committed consumers.' })
  consumerStallMs: number;

  @List(() => KafkaPromiseModel)
  promises: KafkaPromiseModel[];

  @Nested(() => TalkRuleModel)
  talkRule: TalkRuleModel;

  @List(() => KafkaChangeModel)
  changes: KafkaChangeModel[];

  @Texts()
  remarks: string[];

  @List(() => KafkaPresetPriceModel)
  presets: KafkaPresetPriceModel[];

  @List(() => StepModel)
  steps: StepModel[];
}

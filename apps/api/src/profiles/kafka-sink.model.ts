import type { KafkaSinkSettings } from '@plimsoll/planner';
import { KAFKA_PRESET, TRANSACTION_NAMING } from '../calculators/checkpoints/words.js';
import { BareBytes, BareCount, BareMillis, Num, OneOf, Shape } from '../fields/index.js';

@Shape(
  'KafkaSink',
  'An exactly-once sink into Kafka, and what it has to survive. The rest follows from the plan.',
)
export class KafkaSinkModel implements KafkaSinkSettings {
  @BareMillis({ optional: true, description: 'transaction.timeout.ms; 1 h, as Flink’s sinks set it.' })
  transactionTimeoutMs?: number;

  @BareMillis({ optional: true, description: 'transaction.max.timeout.ms of the brokers; 15 min.' })
  brokerMaxTimeoutMs?: number;

  @BareMillis({ optional: true, description: 'transactional.id.expiration.ms of the brokers; 7 d.' })
  transactionalIdExpirationMs?: number;

  @OneOf(KAFKA_PRESET, { optional: true, description: 'Named settings for those that are left out.' })
  preset?: KafkaSinkSettings['preset'];

  @OneOf(TRANSACTION_NAMING, { optional: true, description: 'INCREMENTING, unless told.' })
  naming?: KafkaSinkSettings['naming'];

  @BareMillis({
    optional: true,
    description: 'The longest outage that is to lose nothing; the downtime of the plan, unless told.',
  })
  downtimeMs?: number;

  @BareMillis({
    optional: true,
    description: 'Age of the checkpoint that is restored; the downtime and the worst rewind, unless told.',
  })
  restoreAgeMs?: number;

  @BareBytes({ optional: true, description: 'Memory of a broker for one live id; left out: a range.' })
  bytesPerId?: number;

  @Num({ optional: true, description: 'How many times the worst age the timeout should be; 2.' })
  safetyFactor?: number;

  @BareCount({ optional: true, description: 'kafkaProducersPoolSize of FlinkKafkaProducer; 5.' })
  producersPoolSize?: number;
}

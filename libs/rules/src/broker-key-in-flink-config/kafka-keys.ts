/** Settings of a Kafka broker that people meet in texts about Flink's exactly-once sink. */
const OF_BROKER = new Set([
  'transaction.max.timeout.ms',
  'transactional.id.expiration.ms',
  'transaction.abort.timed.out.transaction.cleanup.interval.ms',
  'transaction.remove.expired.transaction.cleanup.interval.ms',
  'producer.id.expiration.ms',
  'log.retention.hours',
  'log.retention.minutes',
  'log.retention.ms',
  'log.retention.bytes',
  'log.segment.bytes',
  'log.cleanup.policy',
  'message.max.bytes',
  'replica.fetch.max.bytes',
  'num.partitions',
  'default.replication.factor',
  'min.insync.replicas',
  'auto.create.topics.enable',
  'offsets.retention.minutes',
  'advertised.listeners',
  'zookeeper.connect',
]);

/** Settings of a Kafka client, which a job hands to its source or sink. */
const OF_CLIENT = new Set([
  'transaction.timeout.ms',
  'transactional.id',
  'bootstrap.servers',
  'group.id',
  'isolation.level',
  'auto.offset.reset',
  'enable.auto.commit',
  'enable.idempotence',
  'max.poll.records',
  'max.request.size',
  'request.timeout.ms',
  'delivery.timeout.ms',
  'linger.ms',
  'acks',
  'compression.type',
  'security.protocol',
  'sasl.mechanism',
  'sasl.jaas.config',
]);

/** Whose setting of Kafka a key is; undefined where it is none. */
export function kafkaRole(key: string): 'broker' | 'client' | undefined {
  if (OF_BROKER.has(key)) return 'broker';
  return OF_CLIENT.has(key) ? 'client' : undefined;
}

export const isKafkaKey = (key: string): boolean => kafkaRole(key) !== undefined;

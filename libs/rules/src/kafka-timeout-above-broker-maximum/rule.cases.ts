import type { RuleCases } from '../rule-cases.js';

const config = { 'execution.checkpointing.interval': '1 min' };
const MINUTE = 60_000;

export const cases: RuleCases = {
  fires: [
    {
      name: 'the default of Flink’s sink, and what is known of the broker',
      flinkVersion: '1.20',
      config,
      job: { deliveryGuarantee: 'exactly-once', kafkaBrokerMaxTimeoutMs: 15 * MINUTE },
      path: '/job/kafkaTransactionTimeoutMs',
      severity: 'error',
    },
    {
      name: 'a millisecond above Kafka’s default, which the broker may not have',
      flinkVersion: '2.3',
      config,
      job: { deliveryGuarantee: 'exactly-once', kafkaTransactionTimeoutMs: 15 * MINUTE + 1 },
      path: '/job/kafkaTransactionTimeoutMs',
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: 'just as long as the broker allows',
      flinkVersion: '1.20',
      config,
      job: { deliveryGuarantee: 'exactly-once', kafkaTransactionTimeoutMs: 15 * MINUTE },
    },
    {
      name: 'a broker that allows a week',
      flinkVersion: '1.20',
      config,
      job: { deliveryGuarantee: 'exactly-once', kafkaBrokerMaxTimeoutMs: 604_800_000 },
    },
  ],
};

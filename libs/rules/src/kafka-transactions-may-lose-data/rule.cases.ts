import type { RuleCases } from '../rule-cases.js';

const INTERVAL = 'execution.checkpointing.interval';
const TOLERATED = 'execution.checkpointing.tolerable-failed-checkpoints';
const MINUTE = 60_000;

export const cases: RuleCases = {
  fires: [
    {
      name: 'interval, duration and outage are just as long as the timeout',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '10 min' },
      checkpointing: { durationMs: MINUTE },
      job: {
        deliveryGuarantee: 'exactly-once',
        kafkaTransactionTimeoutMs: 15 * MINUTE,
        outageMs: 4 * MINUTE,
      },
      path: '/job/kafkaTransactionTimeoutMs',
      severity: 'error',
    },
    {
      name: 'an hour is not enough for six checkpoints that time out',
      flinkVersion: '2.3',
      config: { [INTERVAL]: '1 min', [TOLERATED]: '6' },
      workload: {
        operators: [
          { id: 'in', kind: 'source', connector: 'kafka' },
          { id: 'out', kind: 'sink', connector: 'kafka' },
        ],
        edges: [{ from: 'in', to: 'out', shipStrategy: 'FORWARD' }],
      },
      job: { deliveryGuarantee: 'exactly-once' },
      path: '/job/kafkaTransactionTimeoutMs',
    },
  ],
  silent: [
    {
      name: 'the outage is a millisecond shorter',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '10 min' },
      checkpointing: { durationMs: MINUTE },
      job: {
        deliveryGuarantee: 'exactly-once',
        kafkaTransactionTimeoutMs: 15 * MINUTE,
        outageMs: 4 * MINUTE - 1,
      },
    },
    {
      name: 'at-least-once opens no transactions',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '2 h' },
      job: { deliveryGuarantee: 'at-least-once', kafkaTransactionTimeoutMs: 15 * MINUTE },
    },
    {
      name: 'an exactly-once sink into something else',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '2 h' },
      job: { deliveryGuarantee: 'exactly-once' },
    },
  ],
};

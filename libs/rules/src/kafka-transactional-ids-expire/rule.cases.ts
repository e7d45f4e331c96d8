import type { RuleCases } from '../rule-cases.js';

const config = { 'execution.checkpointing.interval': '1 min' };
const HOUR = 3_600_000;
const job = { deliveryGuarantee: 'exactly-once', kafkaTransactionTimeoutMs: HOUR / 4 } as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'an hour as the talk advises, and a savepoint each hour',
      flinkVersion: '1.20',
      config,
      job: { ...job, kafkaIdExpirationMs: HOUR },
      checkpointing: { savepointPeriodMs: HOUR },
      path: '/checkpointing/savepointPeriodMs',
    },
    {
      name: 'a savepoint each fortnight, and Kafka’s 7 days',
      flinkVersion: '2.3',
      config,
      job,
      checkpointing: { savepointPeriodMs: 336 * HOUR },
      path: '/checkpointing/savepointPeriodMs',
    },
  ],
  silent: [
    {
      name: 'a savepoint before the hour is over',
      flinkVersion: '1.20',
      config,
      job: { ...job, kafkaIdExpirationMs: HOUR },
      checkpointing: { savepointPeriodMs: HOUR - 1 },
    },
    {
      name: 'a savepoint each day, and Kafka’s 7 days',
      flinkVersion: '2.3',
      config,
      job,
      checkpointing: { savepointPeriodMs: 24 * HOUR },
    },
  ],
};

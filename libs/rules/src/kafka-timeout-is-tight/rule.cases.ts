import type { RuleCases } from '../rule-cases.js';

const INTERVAL = 'execution.checkpointing.interval';
const MINUTE = 60_000;
const of = (kafkaTransactionTimeoutMs: number) => ({
  checkpointing: { durationMs: MINUTE },
  job: { deliveryGuarantee: 'exactly-once', kafkaTransactionTimeoutMs, outageMs: 4 * MINUTE } as const,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'a millisecond less than twice the age',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '10 min' },
      ...of(30 * MINUTE - 1),
      path: '/job/kafkaTransactionTimeoutMs',
    },
    {
      name: 'just enough',
      flinkVersion: '2.3',
      config: { [INTERVAL]: '10 min' },
      ...of(15 * MINUTE + 1),
      path: '/job/kafkaTransactionTimeoutMs',
    },
  ],
  silent: [
    {
      name: 'twice the age',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '10 min' },
      ...of(30 * MINUTE),
    },
    {
      name: 'not enough at all, which another rule says',
      flinkVersion: '1.20',
      config: { [INTERVAL]: '10 min' },
      ...of(15 * MINUTE),
    },
  ],
};

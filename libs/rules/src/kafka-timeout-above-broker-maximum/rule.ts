import { durationInWords, type KafkaTransactions } from '@plimsoll/checkpoint';
import type { LintFacts } from '../facts.js';
import { kafkaSink } from '../kafka-sink.js';
import { givenEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'kafka-timeout-above-broker-maximum',
  family: 'checkpointing',
  severity: 'error',
  title: 'The Kafka producer does not start',
  why: 'A broker refuses a producer whose transaction timeout is above its own maximum, and the job fails as soon as its sink opens. Flink’s sinks ask for 1 hour where nothing else is set, and a broker allows 15 minutes where nothing else is set, so the defaults of the two do not fit together.',
  remedy:
    'Raise transaction.max.timeout.ms of the brokers, or set transaction.timeout.ms of the producer to what a transaction needs.',
  reference: 'F6.1',
  source: '3 Flink Mistakes',
  needs: ['job'],
  check(facts) {
    const answer = kafkaSink(facts);
    if (answer === null || !answer.rejectedAtStartUp) return [];
    const { kafkaTransactionTimeoutMs: asked, kafkaBrokerMaxTimeoutMs: limit } = facts.job ?? {};
    const start = answer.promises.find(({ promise }) => promise === 'PRODUCER_STARTS');
    const most = start?.upToMs ?? 0;
    return [
      {
        message: `The producer asks for ${durationInWords(answer.consumerStallMs)}${asked === undefined ? ', as Flink’s sinks do by themselves' : ''}; the broker allows ${durationInWords(most)}${limit === undefined ? ' unless its configuration says otherwise' : ''} and refuses it. ${remedyOf(facts, answer)}`,
        path: '/job/kafkaTransactionTimeoutMs',
        evidence: [
          givenEvidence(
            'transaction.timeout.ms',
            answer.consumerStallMs,
            'ms',
            asked === undefined ? 'kafka.transactionTimeout' : '/job/kafkaTransactionTimeoutMs',
          ),
          givenEvidence(
            'transaction.max.timeout.ms',
            most,
            'ms',
            limit === undefined ? 'kafka.transactionMaxTimeout' : '/job/kafkaBrokerMaxTimeoutMs',
          ),
        ],
        ...(limit === undefined && { severity: 'warning' as const }),
      },
    ];
  },
};

/** By how much is known only where the duration of a checkpoint and the longest outage are. */
function remedyOf(
  { job, checkpointing }: LintFacts,
  { changes, consumerStallMs }: KafkaTransactions,
): string {
  if (job?.outageMs === undefined || checkpointing?.durationMs === undefined) {
    return `Raise transaction.max.timeout.ms of the broker to ${Math.ceil(consumerStallMs)}, or let the producer ask for less, but for more than an interval, a checkpoint and an outage take together.`;
  }
  return `Set ${changes.map(({ side, key, to }) => `${key} to ${to} on the ${side}`).join(', ')}.`;
}

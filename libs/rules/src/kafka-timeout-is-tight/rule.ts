import { durationInWords } from '@plimsoll/checkpoint';
import { ageEvidence, kafkaSink } from '../kafka-sink.js';
import { givenEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'kafka-timeout-is-tight',
  family: 'checkpointing',
  severity: 'warning',
  title: 'The transaction timeout leaves little room',
  why: 'The timeout of Kafka’s transactions is enough for what is planned, but not for twice that. A checkpoint that grows slow or an outage that lasts longer than hoped makes a transaction older than the broker allows, and then its records are lost.',
  remedy:
    'Set transaction.timeout.ms to twice what a transaction may last, and the brokers’ maximum no lower.',
  reference: 'F6.1',
  source: '3 Flink Mistakes',
  needs: ['job'],
  check(facts) {
    const answer = kafkaSink(facts);
    if (answer === null || !answer.tight) return [];
    const required = answer.requiredTimeoutMs;
    return [
      {
        message: `A transaction may be ${durationInWords(answer.worstTransactionAgeMs)} old when it is committed, and Kafka aborts it after ${durationInWords(answer.consumerStallMs)}. Twice the age, ${durationInWords(required)}, leaves room: set transaction.timeout.ms to ${Math.ceil(required)}.`,
        path: '/job/kafkaTransactionTimeoutMs',
        evidence: [
          givenEvidence(
            'transaction timeout',
            answer.consumerStallMs,
            'ms',
            facts.job?.kafkaTransactionTimeoutMs === undefined
              ? 'kafka.transactionTimeout'
              : '/job/kafkaTransactionTimeoutMs',
          ),
          givenEvidence('required timeout', required, 'ms', 'F6.1'),
          ...ageEvidence(facts),
        ],
      },
    ];
  },
};

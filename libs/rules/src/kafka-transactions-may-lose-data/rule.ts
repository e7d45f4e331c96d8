import { durationInWords } from '@plimsoll/checkpoint';
import { ageEvidence, kafkaSink } from '../kafka-sink.js';
import { givenEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'kafka-transactions-may-lose-data',
  family: 'checkpointing',
  severity: 'error',
  title: 'The exactly-once sink may lose data',
  why: 'A transaction stays open from one barrier to the commit after its checkpoint, and for longer where checkpoints fail or the job is down. If Kafka’s timeout comes first the broker aborts it, although a completed checkpoint counts its records as written. The restored job can no longer commit it, and the records are gone.',
  remedy:
    'Set transaction.timeout.ms of the producer, and transaction.max.timeout.ms of the brokers, to twice what a transaction may last; or take a shorter interval, tolerate fewer failures, and be back sooner.',
  reference: 'F6.1',
  source: '3 Flink Mistakes',
  needs: ['job'],
  check(facts) {
    const answer = kafkaSink(facts);
    if (answer === null || !answer.losesData) return [];
    const timeout = answer.consumerStallMs;
    const worst = answer.worstTransactionAgeMs;
    const changes = answer.changes.map(({ side, key, to }) => `${key} to ${to} on the ${side}`).join(', ');
    return [
      {
        message: `A transaction may be ${durationInWords(worst)} old when it is committed, and Kafka aborts it after ${durationInWords(timeout)}${facts.job?.outageMs === undefined ? ', without any outage counted' : ''}. ${changes === '' ? 'No timeout that Kafka takes is enough: take a shorter interval or tolerate fewer failures.' : `Set ${changes}${facts.job?.outageMs === undefined ? ', or more' : ''}.`}`,
        path: '/job/kafkaTransactionTimeoutMs',
        evidence: [
          givenEvidence(
            'transaction timeout',
            timeout,
            'ms',
            timeoutFrom(facts.job?.kafkaTransactionTimeoutMs),
          ),
          givenEvidence('worst age of a transaction', worst, 'ms', 'F6.1'),
          ...ageEvidence(facts),
        ],
      },
    ];
  },
};

const timeoutFrom = (given: number | undefined): string =>
  given === undefined ? 'kafka.transactionTimeout' : '/job/kafkaTransactionTimeoutMs';

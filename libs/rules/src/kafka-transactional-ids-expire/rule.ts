import { durationInWords } from '@plimsoll/checkpoint';
import { kafkaSink } from '../kafka-sink.js';
import { givenEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'kafka-transactional-ids-expire',
  family: 'checkpointing',
  severity: 'warning',
  title: 'A restore meets transactional ids that are gone',
  why: 'A snapshot holds the ids of transactions that it has yet to commit. A broker forgets ids that were not used for a while; a job that is restored from an older savepoint then fails with InvalidPidMappingException, and again after each restart. It happens with the rollback that was to save the day.',
  remedy:
    'Let transactional.id.expiration.ms of the brokers be longer than the oldest savepoint that may be restored, or take savepoints more often. A job that was stopped with a savepoint has nothing left to commit.',
  reference: 'F6.1',
  source: '3 Flink Mistakes',
  needs: ['job', 'checkpointing'],
  check(facts) {
    const age = facts.checkpointing?.savepointPeriodMs;
    const answer = age === undefined ? null : kafkaSink(facts);
    if (age === undefined || answer === null || !answer.restoreThrows) return [];
    const expiration = facts.job?.kafkaIdExpirationMs;
    const most = answer.promises.find(({ promise }) => promise === 'RESTORE_POSSIBLE')?.upToMs ?? 0;
    return [
      {
        message: `A savepoint may be ${durationInWords(age)} old before there is a newer one, and brokers forget transactional ids after ${durationInWords(most)}${expiration === undefined ? ' unless their configuration says otherwise' : ''}: a restore from it fails.`,
        path: '/checkpointing/savepointPeriodMs',
        evidence: [
          givenEvidence('savepoint period', age, 'ms', '/checkpointing/savepointPeriodMs'),
          givenEvidence(
            'transactional.id.expiration.ms',
            most,
            'ms',
            expiration === undefined ? 'kafka.transactionalIdExpiration' : '/job/kafkaIdExpirationMs',
          ),
        ],
      },
    ];
  },
};

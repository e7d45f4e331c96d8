import { kafkaTransactions } from './kafka-transactions.js';
import type { KafkaTransactionsRequest } from './request.js';
import type { KafkaTransactions } from './result.js';

/**
 * Recorded with a broker of Kafka 3.9.0 (transaction.max.timeout.ms 30 s, transactional.id.expiration.ms 4 s, both checks each
 * 0.5 s) and the producer of Flink’s connector 3.4.0, resumed and committed at some age as KafkaSink does on restore.
 */
const BROKER = { brokerMaxTimeoutMs: 30_000, transactionalIdExpirationMs: 4000 };

/** Timeout of the producer, whether the transaction had been committed, its age at the (new) commit, and what came of it. */
const COMMITS: readonly (readonly [number, boolean, number, string])[] = [
  [20_000, true, 1172, 'committed'],
  [20_000, true, 3128, 'committed'],
  [20_000, true, 6636, 'InvalidPidMappingException'],
  [20_000, true, 9135, 'InvalidPidMappingException'],
  [20_000, false, 6630, 'committed'],
  [20_000, false, 9125, 'committed'],
  [20_000, false, 15_126, 'committed'],
  [3000, false, 1652, 'committed'],
  [3000, false, 5127, 'ProducerFencedException'],
  [3000, false, 6469, 'ProducerFencedException'],
  [3000, false, 9627, 'InvalidPidMappingException'],
  [3000, false, 12_122, 'InvalidPidMappingException'],
];

function answer(changed: Partial<KafkaTransactionsRequest>): KafkaTransactions {
  const outcome = kafkaTransactions({
    ...BROKER,
    ...{ intervalMs: 10, durationMs: 0, downtimeMs: 0, tolerableFailures: 0, restoreAgeMs: 0 },
    ...{ sinkParallelism: 1, naming: 'INCREMENTING' },
    ...changed,
  });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

describe('a recorded broker of Kafka 3.9', () => {
  it.each([
    [30_000, false],
    [30_001, true],
  ])('with a producer’s timeout of %d ms refuses it: %s', (transactionTimeoutMs, refused) => {
    expect(answer({ transactionTimeoutMs }).rejectedAtStartUp).toBe(refused);
  });

  it.each(COMMITS.filter(([, wasCommitted]) => wasCommitted))(
    'with a timeout of %d ms and a transaction that was committed (%s), at an age of %d ms: %s',
    (transactionTimeoutMs, _, restoreAgeMs, came) => {
      const { restoreThrows, mayIgnorePidError } = answer({ transactionTimeoutMs, restoreAgeMs });
      const threw = came === 'InvalidPidMappingException';
      expect([restoreThrows, mayIgnorePidError]).toEqual([threw, threw]);
    },
  );

  it.each(COMMITS.filter(([, wasCommitted]) => !wasCommitted))(
    'with a timeout of %d ms and an open transaction (committed before: %s), at an age of %d ms: %s',
    (transactionTimeoutMs, _, restoreAgeMs, came) => {
      const outage = { transactionTimeoutMs, downtimeMs: restoreAgeMs - 10, restoreAgeMs };
      expect(answer(outage).losesData).toBe(came !== 'committed');
      const threw = came === 'InvalidPidMappingException';
      if (threw) expect(answer({ ...outage, downtimeMs: 0 }).mayIgnorePidError).toBe(false);
      else expect(restoreAgeMs).toBeLessThan(transactionTimeoutMs + BROKER.transactionalIdExpirationMs);
    },
  );

  it('never called a transaction missing that had been aborted, at an age that proves a commit', () => {
    const lost = COMMITS.filter(([timeout, wasCommitted, age]) => !wasCommitted && age > timeout);
    const wrong = lost.filter(
      ([transactionTimeoutMs, , restoreAgeMs, came]) =>
        came === 'InvalidPidMappingException' &&
        answer({ transactionTimeoutMs, restoreAgeMs }).mayIgnorePidError,
    );
    expect([lost.length, wrong]).toEqual([4, []]);
  });
});

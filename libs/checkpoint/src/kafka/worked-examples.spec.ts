import { type ExampleInputs, examplesIn, runExamples } from '@plimsoll/testing';
import { kafkaTransactions } from './kafka-transactions.js';
import type { KafkaTransactionsRequest, TransactionNaming } from './request.js';
import type { KafkaTransactions } from './result.js';

const answerOf = (request: KafkaTransactionsRequest): KafkaTransactions => {
  const outcome = kafkaTransactions(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
};

/** F6.1: one sink, what it survives and what it does not. */
function promises(inputs: ExampleInputs) {
  const answer = answerOf({
    transactionTimeoutMs: inputs.number('transactionTimeoutMs'),
    brokerMaxTimeoutMs: inputs.number('brokerMaxTimeoutMs'),
    transactionalIdExpirationMs: inputs.number('idExpirationMs'),
    intervalMs: inputs.number('effectiveIntervalS') * 1000,
    durationMs: inputs.number('checkpointDurationS') * 1000,
    downtimeMs: inputs.number('maxDowntimeS') * 1000,
    tolerableFailures: inputs.number('toleratedFailedCheckpoints'),
    restoreAgeMs: inputs.number('restoreAgeS') * 1000,
    safetyFactor: inputs.number('safetyFactor'),
    sinkParallelism: 1,
    naming: 'INCREMENTING',
  });
  return {
    worstTransactionAgeS: answer.worstTransactionAgeMs / 1000,
    requiredTimeoutMs: answer.requiredTimeoutMs,
    problems: answer.problems,
    mayIgnorePidError: answer.mayIgnorePidError,
    deckRuleHolds: answer.talkRule.holds,
    maxConsumerStallS: answer.consumerStallMs / 1000,
  };
}

/** F6.2: ids alive by each naming. The example's two open transactions are one written to and one being committed. */
function ids(inputs: ExampleInputs) {
  expect([inputs.number('cleanupIntervalMs'), inputs.number('maxConcurrentOpen')]).toEqual([3_600_000, 2]);
  const named = (naming: TransactionNaming) =>
    answerOf({
      transactionalIdExpirationMs: inputs.number('idExpirationMs'),
      intervalMs: inputs.number('effectiveIntervalS') * 1000,
      durationMs: 1000,
      downtimeMs: 0,
      tolerableFailures: 0,
      restoreAgeMs: 0,
      sinkParallelism: inputs.number('sinkSubtasks'),
      bytesPerId: inputs.number('bytesPerId'),
      producersPoolSize: naming === 'LEGACY_POOL' ? inputs.number('legacyPoolSize') : undefined,
      naming,
    });
  const [incrementing, legacy] = [named('INCREMENTING'), named('LEGACY_POOL')];
  return {
    incrementingLow: incrementing.liveTransactionalIds.low,
    incrementingHigh: incrementing.liveTransactionalIds.high,
    memoryBytesHigh: incrementing.brokerMemoryBytes.high,
    poolingIds: named('POOLING').liveTransactionalIds.high,
    legacyPoolIds: legacy.liveTransactionalIds.high,
    legacyAbortRange: legacy.abortedIdsAtStartUp,
  };
}

describe('worked examples of Kafka', () => {
  runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), {
    'F6.1': promises,
    'F6.2': ids,
  });
});

import { durationInWords as words } from './duration-in-words.js';
import { ABORT_CHECK, LARGEST_SETTING } from './parameters.js';
import type { KafkaTransactionsRequest } from './request.js';
import type { Settings } from './settings.js';
import type { TransactionAge } from './transaction-age.js';
import type { Verdicts } from './verdicts.js';

/** What no figure says: how the sinks behave, what settings cannot do, and what was left open by the request. */
export function kafkaRemarks(
  request: KafkaTransactionsRequest,
  settings: Settings,
  age: TransactionAge,
  verdicts: Verdicts,
): string[] {
  return [
    ...ofLoss(age, verdicts),
    ...ofRestore(request, settings, verdicts),
    ...ofFailures(request, age),
    ...ofNaming(request, settings),
    'Give each sink on one Kafka cluster a transactional id prefix of its own: sinks with the same prefix abort each other’s transactions.',
  ];
}

function* ofLoss(age: TransactionAge, verdicts: Verdicts): Iterable<string> {
  if (verdicts.losesData) {
    yield `The loss is silent: the broker aborts the transaction within ${words(ABORT_CHECK.value)} of its timeout, and the restored sink logs that its producer is fenced, or its transaction in an invalid state, and runs on.`;
  }
  if (age.worst.value >= LARGEST_SETTING.value) {
    yield `No timeout is long enough: Kafka keeps it in 32 bits, ${words(LARGEST_SETTING.value)} at most, and a transaction may be ${words(age.worst.value)} old. Shorten the interval, tolerate fewer failed checkpoints, or plan for a shorter outage.`;
  }
}

function* ofRestore(
  { naming }: KafkaTransactionsRequest,
  { restoreAge }: Settings,
  verdicts: Verdicts,
): Iterable<string> {
  if (!verdicts.restoreThrows) return;
  yield naming === 'LEGACY_POOL'
    ? 'FlinkKafkaProducer does not handle InvalidPidMappingException: the job fails, restores and fails again. ignoreFailuresAfterTransactionTimeout() would ignore it, together with every other failure of a commit that is older than the timeout.'
    : 'KafkaSink (connectors 3.3 and 4.0) does not handle InvalidPidMappingException: the job fails, restores and fails again.';
  yield 'A job that was stopped with a savepoint had committed everything: it throws all the same if its savepoint is restored after the ids have expired.';
  if (restoreAge.value >= LARGEST_SETTING.value) {
    yield `No expiration is long enough: Kafka keeps it in 32 bits, ${words(LARGEST_SETTING.value)} at most.`;
  }
}

function* ofFailures(request: KafkaTransactionsRequest, age: TransactionAge): Iterable<string> {
  if (request.tolerableFailures > 0 && request.checkpointTimeoutMs === undefined) {
    yield `Failed checkpoints are taken to last no longer than ${words(age.effectiveInterval.value)}. One that times out lasts as long as execution.checkpointing.timeout (10 min by default): give it as checkpointTimeoutMs.`;
  }
}

function* ofNaming({ naming }: KafkaTransactionsRequest, settings: Settings): Iterable<string> {
  const { maxConcurrent, tolerableFailures, producersPoolSize } = settings;
  switch (naming) {
    case 'INCREMENTING':
      yield 'INCREMENTING takes a new id for each checkpoint and subtask, for aborted and empty checkpoints too. POOLING (connector 4.x, sink.transaction-naming-strategy) keeps two or three per subtask.';
      return;
    case 'POOLING':
      yield 'POOLING needs connector 4.x, Kafka 3.0 or later, target topics that are known beforehand and the right to read them. Take a checkpoint with connector 4.x before switching to it; there is no way back to INCREMENTING.';
      yield 'Where the job ran on after a checkpoint, its ids have been used again: restoring it then finds the producer fenced, which KafkaSink logs and passes over.';
      return;
    case 'LEGACY_POOL':
      yield 'FlinkKafkaProducer ends with connector 3.x; KafkaSink takes its place.';
      if (maxConcurrent.value + tolerableFailures.value + 1 > producersPoolSize.value) {
        yield `kafkaProducersPoolSize of ${producersPoolSize.value} is too small: with ${maxConcurrent.value} concurrent and ${tolerableFailures.value} failed checkpoints ${maxConcurrent.value + tolerableFailures.value + 1} transactions may be open, and the job then fails with “Too many ongoing snapshots”.`;
      }
  }
}

import { derive, type Figure, flatten, formula } from '@plimsoll/trace';
import { type Outcome, ok, rejected } from '@plimsoll/units';
import { kafkaChanges } from './changes.js';
import { checkKafkaTransactions } from './check.js';
import { presetPrices } from './presets.js';
import { kafkaPromises, talkRule } from './promises.js';
import { kafkaRemarks } from './remarks.js';
import type { KafkaTransactionsRequest } from './request.js';
import type { KafkaProblem, KafkaTransactions } from './result.js';
import { settingsOf } from './settings.js';
import { transactionAge } from './transaction-age.js';
import { transactionalIds } from './transactional-ids.js';
import { type Verdicts, verdictsOf } from './verdicts.js';

const CONSUMER_STALL = formula({
  reference: 'F6.1',
  label: 'How long an orphaned transaction holds up read_committed consumers',
  unit: 'ms',
  inputs: { transactionTimeout: 'ms' },
  text: 'transactionTimeout',
  evidence: 'verified',
  compute: ({ transactionTimeout }) => transactionTimeout,
});

/**
 * What an exactly-once sink into Kafka promises with the settings of the producer and of the brokers, what it costs, and which
 * settings to change. What Kafka refuses at start-up is an answer (`rejectedAtStartUp`); rejected is only what no Kafka and no Flink
 * can be set to. Times are milliseconds.
 * @see org.apache.flink.connector.kafka.sink.KafkaSink
 * @see org.apache.kafka.coordinator.transaction.TransactionStateManagerConfigs
 */
export function kafkaTransactions(request: KafkaTransactionsRequest): Outcome<KafkaTransactions> {
  const rejections = checkKafkaTransactions(request);
  if (rejections.length > 0) return rejected(...rejections);
  const settings = settingsOf(request);
  const age = transactionAge(settings);
  const verdicts = verdictsOf(settings, age);
  const ids = transactionalIds(request, settings, age.effectiveInterval);
  const { transactionTimeout } = settings;
  const consumerStall = derive('kafka.consumerStall', CONSUMER_STALL, { transactionTimeout });
  const { rejectedAtStartUp, losesData, tight, restoreThrows, mayIgnorePidError, lossyDowntime } = verdicts;
  const idFigures = [ids.low, ids.high, ids.memoryLow, ids.memoryHigh];
  const roots: Figure[] = [age.requiredTimeout, ...verdicts.figures, ...idFigures, consumerStall];
  if (ids.abortedAtStartUp !== null) roots.push(ids.abortedAtStartUp);
  return ok({
    rejectedAtStartUp,
    losesData,
    tight,
    restoreThrows,
    mayIgnorePidError,
    problems: problemsOf(verdicts),
    effectiveIntervalMs: age.effectiveInterval.value,
    worstTransactionAgeMs: age.worst.value,
    requiredTimeoutMs: age.requiredTimeout.value,
    lossFreeDowntimeMs: lossyDowntime.value > 0 ? lossyDowntime.value : null,
    liveTransactionalIds: { low: ids.low.value, high: ids.high.value },
    abortedIdsAtStartUp: ids.abortedAtStartUp?.value ?? null,
    brokerMemoryBytes: { low: ids.memoryLow.value, high: ids.memoryHigh.value },
    consumerStallMs: consumerStall.value,
    promises: kafkaPromises(settings, verdicts),
    talkRule: talkRule(settings),
    changes: kafkaChanges(settings, age, verdicts),
    remarks: kafkaRemarks(request, settings, age, verdicts),
    presets: presetPrices(request, age),
    steps: flatten(roots),
  });
}

function problemsOf(verdicts: Verdicts): KafkaProblem[] {
  const problems: KafkaProblem[] = [];
  if (verdicts.rejectedAtStartUp) problems.push('TIMEOUT_ABOVE_BROKER_MAX');
  if (verdicts.losesData) problems.push('DATA_LOSS_POSSIBLE');
  if (verdicts.restoreThrows) problems.push('PID_MAPPING_EXPIRED');
  if (verdicts.restoreThrows && !verdicts.mayIgnorePidError) problems.push('PID_ERROR_AMBIGUOUS');
  return problems;
}

export const KAFKA_STALL_FORMULAS = [CONSUMER_STALL];

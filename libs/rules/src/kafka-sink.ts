import { type KafkaTransactions, kafkaTransactions } from '@plimsoll/checkpoint';
import { checkpointPace, INTERVAL, isBatch, TIMEOUT, TOLERABLE_FAILURES } from './checkpoint-options.js';
import { ConfigReader } from './config-reader.js';
import type { LintFacts } from './facts.js';
import type { Evidence, Fix } from './finding.js';
import { fixed } from './fixes.js';
import { givenEvidence, optionEvidence } from './option-evidence.js';

/**
 * The transactions of an exactly-once sink into Kafka with these checkpoints; null where no such sink is known, or nothing is known
 * of its checkpoints. What is not known takes no time: a duration, an outage, an age at the restore.
 */
export function kafkaSink(facts: LintFacts): KafkaTransactions | null {
  const known = answers.get(facts);
  if (known !== undefined) return known;
  const answer = transactionsOf(facts);
  answers.set(facts, answer);
  return answer;
}

/** Several rules ask the same of the same facts. */
const answers = new WeakMap<LintFacts, KafkaTransactions | null>();

function transactionsOf(facts: LintFacts): KafkaTransactions | null {
  const { config, job, checkpointing } = facts;
  const set = checkpointPace(facts);
  if (set === null || job?.deliveryGuarantee !== 'exactly-once' || isBatch(facts) || !writesToKafka(facts))
    return null;
  const timeout = config.duration(TIMEOUT);
  const answer = kafkaTransactions({
    ...(job.kafkaTransactionTimeoutMs !== undefined && {
      transactionTimeoutMs: job.kafkaTransactionTimeoutMs,
    }),
    ...(job.kafkaBrokerMaxTimeoutMs !== undefined && { brokerMaxTimeoutMs: job.kafkaBrokerMaxTimeoutMs }),
    ...(job.kafkaIdExpirationMs !== undefined && { transactionalIdExpirationMs: job.kafkaIdExpirationMs }),
    intervalMs: set.interval,
    minPauseMs: set.minPause,
    maxConcurrent: set.maxConcurrent,
    durationMs: checkpointing?.durationMs ?? 0,
    ...(timeout !== null && { checkpointTimeoutMs: timeout }),
    tolerableFailures: config.number(TOLERABLE_FAILURES) ?? 0,
    downtimeMs: job.outageMs ?? 0,
    restoreAgeMs: checkpointing?.savepointPeriodMs ?? 0,
    sinkParallelism: 1,
    naming: 'INCREMENTING',
  });
  return answer.kind === 'ok' ? answer.value : null;
}

const writesToKafka = ({ job, workload }: LintFacts): boolean =>
  job?.kafkaTransactionTimeoutMs !== undefined ||
  job?.kafkaBrokerMaxTimeoutMs !== undefined ||
  (workload?.operators.some(({ kind, connector }) => kind === 'sink' && connector === 'kafka') ?? false);

/** How old a transaction becomes, and by which settings. */
export function ageEvidence({ config, job, checkpointing }: LintFacts): Evidence[] {
  const interval = config.duration(INTERVAL) ?? 0;
  return [
    optionEvidence(config, INTERVAL, interval, 'ms'),
    optionEvidence(config, TOLERABLE_FAILURES, config.number(TOLERABLE_FAILURES) ?? 0, 'count'),
    ...(checkpointing?.durationMs === undefined
      ? []
      : [givenEvidence('duration', checkpointing.durationMs, 'ms', '/checkpointing/durationMs')]),
    ...(job?.outageMs === undefined ? [] : [givenEvidence('outage', job.outageMs, 'ms', '/job/outageMs')]),
  ];
}

/** A fix, unless Kafka would then abort transactions that are to be committed, or refuse the producer. */
export function unlessKafkaLoses(facts: LintFacts, fix: Fix): { readonly fix?: Fix } {
  if (facts.job?.deliveryGuarantee !== 'exactly-once') return { fix };
  const { config } = facts;
  const mended = new ConfigReader(config.version, fixed(config.entries, fix));
  const before = kafkaSink(facts);
  const after = kafkaSink({ ...facts, config: mended });
  const loses = after?.losesData === true && before?.losesData !== true;
  const refused = after?.rejectedAtStartUp === true && before?.rejectedAtStartUp !== true;
  return loses || refused ? {} : { fix };
}

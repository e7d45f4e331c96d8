import { durationInWords as words } from './duration-in-words.js';
import { EXPIRED_ID_CHECK } from './parameters.js';
import type { KafkaPromise, KafkaTransactions } from './result.js';
import type { Settings } from './settings.js';
import type { Verdicts } from './verdicts.js';

/** What the settings promise, in words, and up to where. */
export function kafkaPromises(settings: Settings, verdicts: Verdicts): KafkaPromise[] {
  const timeout = words(settings.transactionTimeout.value);
  const brokerMax = settings.brokerMaxTimeout.value;
  const expiration = settings.expiration.value;
  const { ambiguousFrom, lossyDowntime } = verdicts;
  return [
    {
      promise: 'PRODUCER_STARTS',
      holds: !verdicts.rejectedAtStartUp,
      upToMs: brokerMax,
      text: verdicts.rejectedAtStartUp
        ? `The producer does not start: it asks for a timeout of ${timeout}, and the broker allows ${words(brokerMax)} at most.`
        : `The producer starts: its timeout of ${timeout} is within the ${words(brokerMax)} that the broker allows.`,
    },
    {
      promise: 'NO_DATA_LOSS',
      holds: !verdicts.losesData,
      upToMs: lossyDowntime.value > 0 ? lossyDowntime.value : null,
      text:
        lossyDowntime.value > 0
          ? `Any outage shorter than ${words(lossyDowntime.value)} loses nothing; a longer one may lose what the last completed checkpoint counts as written. Asked for is one of ${words(settings.downtime.value)}.`
          : `Even without an outage data may be lost: a transaction may be open for longer than its timeout of ${timeout}.`,
    },
    {
      promise: 'RESTORE_POSSIBLE',
      holds: !verdicts.restoreThrows,
      upToMs: expiration,
      text: `A checkpoint or savepoint younger than ${words(expiration)} can be restored. Up to ${words(EXPIRED_ID_CHECK.value)} later it may throw InvalidPidMappingException, from then on it does, for each transaction that was already committed; one that is still open keeps its id.`,
    },
    {
      promise: 'PID_ERROR_IGNORABLE',
      holds: verdicts.mayIgnorePidError,
      upToMs: ambiguousFrom.value,
      text: pidErrorText(settings, verdicts),
    },
  ];
}

function pidErrorText(settings: Settings, { restoreThrows, ambiguousFrom, losesData }: Verdicts): string {
  const rule = `From an age of ${words(settings.expiration.value)} to one of ${words(ambiguousFrom.value)} (expiration and timeout together) InvalidPidMappingException proves that the transaction was committed, unless another job aborted it; from then on it may have timed out, and proves nothing.`;
  const age = words(settings.restoreAge.value);
  if (!restoreThrows) return `${rule} At ${age} it is not expected.`;
  if (losesData) return `${rule} At ${age} it is not safe to ignore: the outage outlasts the timeout.`;
  return settings.restoreAge.value < ambiguousFrom.value
    ? `${rule} At ${age} it may be ignored.`
    : `${rule} At ${age} it is ambiguous: compare what was written with what was read.`;
}

/** The rule of “3 Flink Mistakes”, shown and not decided by. */
export function talkRule(settings: Settings): KafkaTransactions['talkRule'] {
  const { transactionTimeout, expiration } = settings;
  const holds = transactionTimeout.value > expiration.value;
  return {
    holds,
    text: `“3 Flink Mistakes” ignores InvalidPidMappingException only where transaction.timeout.ms is above transactional.id.expiration.ms, which is ${holds ? '' : 'not '}so here. That compares settings and not ages. It is not sufficient: a restore older than both together proves nothing, whatever the settings. It is not necessary: a younger one proves a commit also where the timeout is the shorter.`,
  };
}

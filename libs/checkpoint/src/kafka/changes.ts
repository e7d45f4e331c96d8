import { durationInWords } from './duration-in-words.js';
import { LARGEST_SETTING } from './parameters.js';
import type { KafkaChange } from './result.js';
import type { Settings } from './settings.js';
import type { TransactionAge } from './transaction-age.js';
import type { Verdicts } from './verdicts.js';

/**
 * Settings that keep every promise that settings can keep: the producer’s timeout at what is needed with safety, the broker’s
 * maximum no lower, ids that outlive the age of the restore. Applied, they leave nothing to change.
 */
export function kafkaChanges(settings: Settings, age: TransactionAge, verdicts: Verdicts): KafkaChange[] {
  const timeout = settings.transactionTimeout.value;
  const proposed = proposedTimeout(settings, age, verdicts);
  const changes: KafkaChange[] = [];
  if (proposed !== timeout) {
    changes.push({
      side: 'client',
      key: 'transaction.timeout.ms',
      from: String(timeout),
      to: String(proposed),
      reason:
        proposed > timeout
          ? `a transaction may be ${durationInWords(age.worst.value)} old at its commit`
          : `${durationInWords(proposed)} is enough with safety; an orphaned transaction holds up read_committed consumers for as long as the timeout`,
    });
  }
  const brokerMax = settings.brokerMaxTimeout.value;
  if (proposed > brokerMax) {
    changes.push({
      side: 'broker',
      key: 'transaction.max.timeout.ms',
      from: String(brokerMax),
      to: String(proposed),
      reason: `the broker refuses a producer with a timeout above it, here ${durationInWords(proposed)}`,
    });
  }
  const expiration = settings.expiration.value;
  const lasting = lastingExpiration(settings);
  if (verdicts.restoreThrows && lasting > settings.restoreAge.value) {
    changes.push({
      side: 'broker',
      key: 'transactional.id.expiration.ms',
      from: String(expiration),
      to: String(lasting),
      reason: `a restore at an age of ${durationInWords(settings.restoreAge.value)} needs ids that live longer; those that are gone stay gone, and more live ids take memory of the brokers`,
    });
  }
  return changes;
}

/** The timeout that is needed, where what is set is too short, refused, or longer than the safety factor once more. */
function proposedTimeout(settings: Settings, age: TransactionAge, verdicts: Verdicts): number {
  const timeout = settings.transactionTimeout.value;
  const needed = wholeAbove(age.worst.value, age.requiredTimeout.value);
  if (needed <= age.worst.value) return timeout;
  const tooShort = verdicts.losesData || verdicts.tight;
  const tooLong =
    verdicts.rejectedAtStartUp || timeout > age.requiredTimeout.value * settings.safetyFactor.value;
  return tooShort || tooLong ? needed : timeout;
}

const lastingExpiration = ({ restoreAge, safetyFactor }: Settings): number =>
  wholeAbove(restoreAge.value, restoreAge.value * safetyFactor.value);

/** The target in whole milliseconds, above the limit itself, and no more than Kafka can keep. */
const wholeAbove = (limit: number, target: number): number =>
  Math.min(Math.max(Math.ceil(target), Math.floor(limit) + 1), LARGEST_SETTING.value);

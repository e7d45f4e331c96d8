import { durationInWords as words } from './duration-in-words.js';
import type { KafkaTransactionsRequest } from './request.js';
import type { KafkaPresetPrice, LowHigh } from './result.js';
import { settingsOf } from './settings.js';
import type { TransactionAge } from './transaction-age.js';
import { transactionalIds } from './transactional-ids.js';

/** What this sink would pay for the settings of “3 Flink Mistakes”: few ids, for readers that may wait and restores that throw. */
export function presetPrices(
  request: KafkaTransactionsRequest,
  { effectiveInterval }: TransactionAge,
): KafkaPresetPrice[] {
  const { transactionTimeoutMs, brokerMaxTimeoutMs, transactionalIdExpirationMs, ...job } = request;
  const name = 'THREE_FLINK_MISTAKES';
  const settings = settingsOf({ ...job, preset: name });
  const ids = transactionalIds(job, settings, effectiveInterval);
  const [timeout, expiration] = [settings.transactionTimeout.value, settings.expiration.value];
  const liveTransactionalIds: LowHigh = { low: ids.low.value, high: ids.high.value };
  return [
    {
      name,
      transactionTimeoutMs: timeout,
      brokerMaxTimeoutMs: settings.brokerMaxTimeout.value,
      transactionalIdExpirationMs: expiration,
      consumerStallMs: timeout,
      liveTransactionalIds,
      price: `A producer that uses the whole timeout may hold up read_committed consumers for ${words(timeout)} after it is gone for good, and a checkpoint older than ${words(expiration)} throws on restore. Keep ${words(timeout)} as the broker’s ceiling, and the producer’s timeout at what is needed.`,
    },
  ];
}

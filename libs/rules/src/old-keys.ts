import type { KnownKey } from '@plimsoll/flink-config';
import type { ConfigReader } from './config-reader.js';

/** A key of other options only, or of an option that is deprecated itself. */
export const isOld = ({ by, option }: KnownKey): boolean =>
  by === 'old-key' || (by === 'own' && option?.deprecated === true);

/** Whether an option takes its value, be it one that Flink refuses, from this key. */
export const wins = (config: ConfigReader, key: string, option: string): boolean =>
  winnerOf(config, option) === key;

/** The key from which an option takes its value, also where Flink refuses that. */
export function winnerOf(config: ConfigReader, option: string): string {
  const outcome = config.outcome(option);
  if (outcome?.kind === 'ok') return outcome.value.from.key;
  return outcome?.rejections[0]?.pointer.replace('/config/', '') ?? option;
}

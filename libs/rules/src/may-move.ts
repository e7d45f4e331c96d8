import { isSensitiveKey } from '@plimsoll/flink-config';
import { ConfigReader } from './config-reader.js';
import { highAvailability, modeKey } from './high-availability.js';
import { restartStrategy, strategyKey } from './restart-strategy.js';
import { holdsSecret } from './secrets.js';

/** Whether Flink takes a text for an option, also where it looks at it only after it was read. */
function accepts({ version }: ConfigReader, key: string, text: string): boolean {
  const reader = new ConfigReader(version, { [key]: text });
  if (reader.outcome(key)?.kind !== 'ok') return false;
  if (key === strategyKey(reader)) return restartStrategy(reader) !== 'unknown';
  return key !== modeKey(reader) || highAvailability(reader) !== 'class' || text.includes('.');
}

/** Whether a fix may put the text of one key under another: Flink takes it there, and it is no secret, which the fix would show. */
export function mayMove(config: ConfigReader, from: string, to: string): boolean {
  const text = config.entries[from];
  if (text === undefined || isSensitiveKey(from) || isSensitiveKey(to) || holdsSecret(text)) return false;
  return accepts(config, to, text);
}

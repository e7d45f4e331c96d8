import type { ConfigReader } from './config-reader.js';
import type { Evidence } from './finding.js';
import { shown } from './secrets.js';

/** A key of the file with its text, which is hidden where it is a secret. */
export function entry(config: ConfigReader, key: string): Evidence {
  const text = config.entries[key] ?? '';
  return { name: key, value: shown(key, text).slice(0, LONGEST), unit: 'text', from: `/config/${key}` };
}

const LONGEST = 200;

/** An option as Flink reads it, by whatever key, or its default. */
export function setting(config: ConfigReader, key: string): Evidence {
  const reading = config.reading(key);
  if (reading === null || reading.from.kind !== 'default')
    return { ...entry(config, config.keyOf(key)), name: key };
  const { defaultValue } = reading.option;
  const value = defaultValue === null ? 'not set' : String(defaultValue);
  return { name: key, value, unit: 'text', from: 'flink' };
}

/** What was told beside the configuration. */
export const told = (
  name: string,
  value: number | string | boolean,
  unit: string,
  from: string,
): Evidence => ({
  name,
  value,
  unit,
  from,
});

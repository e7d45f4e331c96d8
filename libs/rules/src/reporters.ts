import type { ConfigReader } from './config-reader.js';

const PREFIX = 'metrics.reporter.';

/** Names of metric reporters that have options in the file, in the order of the file. */
export function configuredReporters({ entries }: ConfigReader): readonly string[] {
  const names = Object.keys(entries)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length).split('.', 1)[0] ?? '')
    .filter((name) => name !== '');
  return [...new Set(names)];
}

/** The names in `metrics.reporters`; null where it is not set, and every reporter starts. */
export function listedReporters(config: ConfigReader): readonly string[] | null {
  const text = config.entries['metrics.reporters']?.trim() ?? '';
  if (text === '') return null;
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

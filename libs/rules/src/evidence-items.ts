import type { ConfigReader } from './config-reader.js';
import type { Evidence } from './finding.js';

/** A size, whole however large it is. */
export const bytesOf = (name: string, bytes: bigint, from: string): Evidence => ({
  name,
  value: String(bytes),
  unit: 'bytes',
  from,
});

export const countOf = (name: string, value: number, from: string): Evidence => ({
  name,
  value,
  unit: 'count',
  from,
});

export const textOf = (name: string, value: string, from: string): Evidence => ({
  name,
  value,
  unit: 'text',
  from,
});

/** Where the configuration sets an option, or would. */
export const configAt = (config: ConfigReader, key: string): string => `/config/${config.keyOf(key)}`;

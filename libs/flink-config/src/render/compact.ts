import type { FlinkVersion } from '@plimsoll/units';
import { type FlinkConfig, readOption, sameValue } from '../reading/index.js';

/**
 * The same configuration with no blank in durations and sizes: `1min` for `1 min`, which Flink reads alike. For formats that hold no
 * blanks; other values stay as they are.
 */
export const withoutBlanks = (config: FlinkConfig, version: FlinkVersion): FlinkConfig =>
  Object.fromEntries(Object.entries(config).map(([key, text]) => [key, compact(key, text, version)]));

function compact(key: string, text: string, version: FlinkVersion): string {
  const short = text.replaceAll(' ', '');
  if (short === text) return text;
  const [long, brief] = [text, short].map((value) => readOption({ [key]: value }, version, key));
  if (long?.kind !== 'ok' || brief?.kind !== 'ok') return text;
  const { value } = long.value;
  const measured = value?.type === 'Duration' || value?.type === 'MemorySize';
  return measured && sameValue(value, brief.value.value) ? short : text;
}

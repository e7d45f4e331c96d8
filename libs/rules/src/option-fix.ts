import { type FlinkVersion, flinkDurationText } from '@plimsoll/units';
import type { ConfigReader } from './config-reader.js';
import type { Fix } from './finding.js';

/** Options under their own keys, and out with the older keys that set them until now. */
export function optionFix(config: ConfigReader, values: Readonly<Record<string, string>>): Fix {
  const older = Object.keys(values)
    .map((key) => config.keyOf(key))
    .filter((key) => !Object.hasOwn(values, key) && Object.hasOwn(config.entries, key));
  return { set: values, unset: [...new Set(older)] };
}

const NANOS_PER_MILLISECOND = 1_000_000n;

/** Milliseconds as Flink of that version reads them. */
export function durationText(ms: number, version: FlinkVersion): string {
  const text = flinkDurationText(BigInt(Math.ceil(ms)) * NANOS_PER_MILLISECOND, version);
  return text.kind === 'value' ? text.value : `${Math.ceil(ms)} ms`;
}

import type { ConfigReader } from './config-reader.js';
import type { Evidence } from './finding.js';

/** A value of an option, and whether the file says it or Flink. */
export function optionEvidence(
  config: ConfigReader,
  key: string,
  value: Evidence['value'],
  unit: string,
): Evidence {
  return { name: key, value, unit, from: config.sets(key) ? `/config/${config.keyOf(key)}` : `flink:${key}` };
}

/** A value that stands beside the configuration. */
export const givenEvidence = (
  name: string,
  value: Evidence['value'],
  unit: string,
  pointer: string,
): Evidence => ({ name, value, unit, from: pointer });

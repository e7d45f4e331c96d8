import type { FlinkConfig } from '@plimsoll/flink-config';
import type { Finding } from './finding.js';

/** The configuration with a fix applied. */
export function fixed(config: FlinkConfig, { set, unset }: NonNullable<Finding['fix']>): FlinkConfig {
  const left = Object.entries(config).filter(([key]) => !unset.includes(key));
  return { ...Object.fromEntries(left), ...set };
}

/** The fixes of findings one after the other, but none that touches a key which one before it has touched. */
export function allFixed(config: FlinkConfig, findings: readonly Finding[]): FlinkConfig {
  const touched = new Set<string>();
  let result = config;
  for (const { fix } of findings) {
    if (fix === undefined) continue;
    const keys = [...Object.keys(fix.set), ...fix.unset];
    if (keys.some((key) => touched.has(key))) continue;
    for (const key of keys) touched.add(key);
    result = fixed(result, fix);
  }
  return result;
}

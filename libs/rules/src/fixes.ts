import type { FlinkConfig } from '@plimsoll/flink-config';
import type { Finding, Fix } from './finding.js';

/** The configuration with a fix applied. */
export function fixed(config: FlinkConfig, { set, unset }: Fix): FlinkConfig {
  if (unset.length === 0) return { ...config, ...set };
  const gone = new Set(unset);
  const left = Object.entries(config).filter(([key]) => !gone.has(key));
  return { ...Object.fromEntries(left), ...set };
}

/** The fixes of findings together, but none that touches a key which one before it has touched. */
export function allFixed(config: FlinkConfig, findings: readonly Finding[]): FlinkConfig {
  const touched = new Set<string>();
  const set = new Map<string, string>();
  for (const { fix } of findings) {
    if (fix === undefined) continue;
    const keys = [...Object.keys(fix.set), ...fix.unset];
    if (keys.some((key) => touched.has(key))) continue;
    for (const key of keys) touched.add(key);
    for (const [key, text] of Object.entries(fix.set)) set.set(key, text);
  }
  const unset = [...touched].filter((key) => !set.has(key));
  return touched.size === 0 ? config : fixed(config, { set: Object.fromEntries(set), unset });
}

import type { FlinkConfig } from './request.js';
import type { ConfigPatch } from './result.js';

export const NO_CHANGE: ConfigPatch = { set: {}, unset: [] };

/** A configuration with a change made. */
export function patched(config: FlinkConfig, { set, unset }: ConfigPatch): FlinkConfig {
  const removed = new Set(unset);
  return { ...Object.fromEntries(Object.entries(config).filter(([key]) => !removed.has(key))), ...set };
}

/** What a key stands at once a change is made; undefined where it is not set. Takes the same time however large the configuration. */
export function valueUnder(
  config: FlinkConfig,
  { set, unset }: ConfigPatch,
  key: string,
): string | undefined {
  if (Object.hasOwn(set, key)) return set[key];
  return unset.includes(key) || !Object.hasOwn(config, key) ? undefined : config[key];
}

/** One change made after another, as one. */
export const combined = (first: ConfigPatch, then: ConfigPatch): ConfigPatch => ({
  set: { ...patched(first.set, { set: {}, unset: then.unset }), ...then.set },
  unset: [...first.unset.filter((key) => !Object.hasOwn(then.set, key)), ...then.unset],
});

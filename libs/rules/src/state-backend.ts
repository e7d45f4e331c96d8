import { backendNamed, type StateBackendName } from '@plimsoll/checkpoint';
import type { EmbeddedBackend } from '@plimsoll/memory';
import type { ConfigReader } from './config-reader.js';
import type { LintFacts } from './facts.js';

/** Where a job keeps its state, and who says so. */
export interface StateBackend {
  readonly name: StateBackendName;
  readonly from: 'config' | 'cluster' | 'default';
  /** Where that is said: a configuration key as `/config/…`, or a pointer. */
  readonly pointer: string;
}

/** The option that names the state backend in this version. */
export const backendOption = (config: ConfigReader): string =>
  config.named('state.backend.type', 'state.backend');

/**
 * The state backend in force: what the configuration names, else what is known of the cluster, else Flink's default. Null where
 * the configuration names a class, or what no version knows.
 */
export function stateBackendOf({ config, cluster }: LintFacts): StateBackend | null {
  const option = backendOption(config);
  const key = config.keyOf(option);
  const stated = config.sets(option) ? config.text(option) : null;
  if (stated !== null) {
    const name = backendNamed(stated);
    return name === undefined ? null : { name, from: 'config', pointer: `/config/${key}` };
  }
  const known = cluster?.stateBackend === undefined ? undefined : backendNamed(cluster.stateBackend);
  if (known !== undefined) return { name: known, from: 'cluster', pointer: '/cluster/stateBackend' };
  return { name: 'hashmap', from: 'default', pointer: `/config/${option}` };
}

/** The embedded database that keeps the state; null where none does. */
export function embeddedBackendOf(facts: LintFacts): EmbeddedBackend | null {
  const name = stateBackendOf(facts)?.name;
  return name === 'rocksdb' || name === 'forst' ? name : null;
}

import { type FlinkVersion, flinkDurationMs, isFrom, parseFlinkBoolean, parseJavaInt } from '@plimsoll/units';
import type { ValueChecks } from '../value-checks.js';

export const DEFAULT_TIMEOUT_MS = 600_000;

/** What of the configuration bears on how long checkpoints take; null where it is not set. */
export interface Settings {
  readonly version: FlinkVersion;
  readonly intervalMs: number | null;
  readonly timeoutMs: number;
  readonly timeoutGiven: boolean;
  readonly unaligned: boolean | null;
  readonly incremental: boolean | null;
  readonly backend: string | null;
  readonly debloat: boolean | null;
  /** Several checkpoints at a time, which rules out unaligned ones. */
  readonly concurrent: boolean;
}

export const TIMEOUT = 'execution.checkpointing.timeout';
export const INTERVAL = 'execution.checkpointing.interval';
export const MIN_PAUSE = 'execution.checkpointing.min-pause';

/** The spelling of an option in a version. */
export const unalignedKey = (version: FlinkVersion): string =>
  isFrom(version, 1, 17) ? 'execution.checkpointing.unaligned.enabled' : 'execution.checkpointing.unaligned';
export const alignedTimeoutKey = (version: FlinkVersion): string =>
  isFrom(version, 1, 17)
    ? 'execution.checkpointing.aligned-checkpoint-timeout'
    : 'execution.checkpointing.alignment-timeout';
export const incrementalKey = (version: FlinkVersion): string =>
  isFrom(version, 1, 20) ? 'execution.checkpointing.incremental' : 'state.backend.incremental';
export const inlineKey = (version: FlinkVersion): string =>
  isFrom(version, 1, 20)
    ? 'execution.checkpointing.data-inline-threshold'
    : 'state.storage.fs.memory-threshold';
export const backendKey = (version: FlinkVersion): string =>
  isFrom(version, 1, 17) ? 'state.backend.type' : 'state.backend';
export const MAX_CONCURRENT = 'execution.checkpointing.max-concurrent-checkpoints';
export const DEBLOAT = 'taskmanager.network.memory.buffer-debloat.enabled';
export const TRANSFER_THREADS = 'state.backend.rocksdb.checkpoint.transfer.thread.num';

export function readSettings(
  version: FlinkVersion,
  config: Readonly<Record<string, string>>,
  checks: ValueChecks,
): Settings {
  const text = (...keys: readonly string[]): readonly [string, string] | undefined => {
    for (const key of keys) {
      const value = Object.hasOwn(config, key) ? config[key] : undefined;
      if (typeof value === 'string') return [key, value];
    }
    return undefined;
  };
  const refuse = (key: string, value: string, must: string): null => {
    checks.reject(`/config/${key}`, must, value);
    return null;
  };
  const duration = (key: string): number | null => {
    const found = text(key);
    if (found === undefined) return null;
    const ms = flinkDurationMs(found[1], version);
    return ms === undefined || ms <= 0
      ? refuse(key, found[1], 'must be a duration above zero as Flink reads it: write 10 min')
      : ms;
  };
  const flag = (...keys: readonly string[]): boolean | null => {
    const found = text(...keys);
    if (found === undefined) return null;
    const read = parseFlinkBoolean(found[1]);
    return read.kind === 'value' ? read.value : refuse(found[0], found[1], 'must be true or false');
  };
  const most = (): boolean => {
    const found = text(MAX_CONCURRENT);
    if (found === undefined) return false;
    const read = parseJavaInt(found[1]);
    if (read.kind === 'value') return read.value > 1;
    refuse(found[0], found[1], 'must be a whole number: write 1');
    return false;
  };
  const timeout = duration(TIMEOUT);
  return {
    version,
    intervalMs: duration(INTERVAL),
    timeoutMs: timeout ?? DEFAULT_TIMEOUT_MS,
    timeoutGiven: timeout !== null,
    unaligned: flag('execution.checkpointing.unaligned.enabled', 'execution.checkpointing.unaligned'),
    incremental: flag('execution.checkpointing.incremental', 'state.backend.incremental'),
    backend: text('state.backend.type', 'state.backend')?.[1] ?? null,
    debloat: flag(DEBLOAT),
    concurrent: most(),
  };
}

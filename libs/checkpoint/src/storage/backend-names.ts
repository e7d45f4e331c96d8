import { type FlinkVersion, isFrom } from '@plimsoll/units';
import type { StateBackendName } from './result.js';

/**
 * State backends under all their names: those of today, those that Flink read before 1.13 and up to 1.20 (`jobmanager`,
 * `filesystem`), and those of the talks (`memory`, `fs`). The old two differ only in where checkpoints go: both keep state on the heap.
 */
const NAMES: Readonly<Record<string, StateBackendName>> = {
  hashmap: 'hashmap',
  jobmanager: 'hashmap',
  filesystem: 'hashmap',
  memory: 'hashmap',
  fs: 'hashmap',
  rocksdb: 'rocksdb',
  forst: 'forst',
};

export const STATE_BACKEND_NAMES: readonly string[] = Object.keys(NAMES);

/** Undefined: no state backend has that name. */
export const backendNamed = (name: string): StateBackendName | undefined =>
  Object.hasOwn(NAMES, name.toLowerCase()) ? NAMES[name.toLowerCase()] : undefined;

/** Whether Flink of that version reads the name. */
export function isRead(name: string, version: FlinkVersion): boolean {
  switch (name.toLowerCase()) {
    case 'hashmap':
      return isFrom(version, 1, 13);
    case 'jobmanager':
    case 'filesystem':
      return !isFrom(version, 2, 0);
    case 'forst':
      return isFrom(version, 2, 0);
    default:
      return name.toLowerCase() === 'rocksdb';
  }
}

/** As Flink of that version spells it. */
export const spelled = (backend: StateBackendName, version: FlinkVersion): string =>
  backend === 'hashmap' && !isFrom(version, 1, 13) ? 'filesystem' : backend;

export const backendKey = (version: FlinkVersion): string =>
  isFrom(version, 1, 17) ? 'state.backend.type' : 'state.backend';

import { type EmbeddedBackend, type MemoryAnswer, type RocksDbMemory, rocksDbMemory } from '@plimsoll/memory';
import type { LintFacts, LintWorkload } from './facts.js';
import { embeddedBackendOf } from './state-backend.js';

export const SLOTS = 'taskmanager.numberOfTaskSlots';
export const MANAGED_SIZE = 'taskmanager.memory.managed.size';

/** Slots of a TaskManager; 1 where their number cannot be read, or is none. */
export function slotsOf({ config }: LintFacts): number {
  const slots = config.number(SLOTS) ?? 1;
  return slots >= 1 ? slots : 1;
}

/** Each state of a slot is a column family, and so are the timers of a window that is not global. */
export const columnFamilies = ({ operators }: LintWorkload): number =>
  operators.reduce(
    (count, { state, kind, window }) =>
      state === undefined ? count : count + (kind === 'window' && window?.assigner !== 'global' ? 2 : 1),
    0,
  );

/** Memory of RocksDB or ForSt in a TaskManager; null where state lies elsewhere, or the TaskManager does not start. */
export function embeddedMemory(
  facts: LintFacts,
): (MemoryAnswer<RocksDbMemory> & { readonly backend: EmbeddedBackend; readonly slots: number }) | null {
  const backend = embeddedBackendOf(facts);
  const memory = backend === null ? null : facts.memory.of('taskManager');
  if (backend === null || memory === null) return null;
  const slots = slotsOf(facts);
  const answer = rocksDbMemory(
    {
      flinkVersion: facts.config.flinkVersion,
      config: facts.config.entries,
      managedBytes: memory.components.managedBytes,
      managedFrom: `/config/${MANAGED_SIZE}`,
      slots,
      stateBackend: backend,
      consumers: ['STATE_BACKEND'],
      states: Math.max(1, facts.workload === undefined ? 1 : columnFamilies(facts.workload)),
    },
    false,
  );
  return { ...answer, backend, slots };
}

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

type Answer = MemoryAnswer<RocksDbMemory> & { readonly backend: EmbeddedBackend; readonly slots: number };

/** Several rules ask; each configuration is answered once. */
const answers = new WeakMap<LintFacts, Answer | null>();

/** Memory of RocksDB or ForSt in a TaskManager; null where state lies elsewhere, or the TaskManager does not start. */
export function embeddedMemory(facts: LintFacts): Answer | null {
  const known = answers.get(facts);
  if (known !== undefined) return known;
  const answer = answered(facts);
  answers.set(facts, answer);
  return answer;
}

function answered(facts: LintFacts): Answer | null {
  const backend = embeddedBackendOf(facts);
  const memory = backend === null ? null : facts.memory.of('taskManager');
  if (backend === null || memory === null) return null;
  const slots = slotsOf(facts);
  const states = Math.max(1, facts.workload === undefined ? 1 : columnFamilies(facts.workload));
  const answer = databases(facts, backend, memory.components.managedBytes, slots, states);
  return { ...answer, backend, slots };
}

/** The same of a given number of states in each slot. */
export const databases = (
  { config }: LintFacts,
  stateBackend: EmbeddedBackend,
  managedBytes: bigint,
  slots: number,
  states: number,
): MemoryAnswer<RocksDbMemory> =>
  rocksDbMemory(
    {
      flinkVersion: config.flinkVersion,
      config: config.entries,
      managedBytes,
      managedFrom: `/config/${MANAGED_SIZE}`,
      slots,
      stateBackend,
      consumers: ['STATE_BACKEND'],
      states,
    },
    false,
  );

import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

/** What a checkpoint takes where nothing was measured: unit, value, reference and how firm each is. */
const row = <U extends Unit>(values: Parameter<U>): Parameter<U> => values;

export const TRIGGER = row({
  id: 'checkpoint.trigger',
  unit: 'ms',
  value: 100,
  description: 'From the decision of the coordinator to barriers in the sources',
  reference: 'F5.3',
  evidence: 'heuristic',
  versions: 'all',
});

export const SYNC_PART = row({
  id: 'checkpoint.sync',
  unit: 'ms',
  value: 500,
  description: 'The part of a snapshot in which a task processes no record',
  reference: 'F5.3',
  evidence: 'heuristic',
  versions: 'all',
});

export const ALIGNED_THREADS = row({
  id: 'checkpoint.uploadThreads',
  unit: 'count',
  value: 1,
  description:
    'Streams that one slot writes at once where state lives on the heap: a subtask snapshots in one thread',
  reference: 'F5.3',
  evidence: 'verified',
  versions: 'all',
  when: 'state backend hashmap',
});

export const DEBLOAT_TARGET_OPTION = 'taskmanager.network.memory.buffer-debloat.target';

export const DURATION_PARAMETERS: readonly Parameter[] = [TRIGGER, SYNC_PART, ALIGNED_THREADS];

import type { BackendCandidate, StateBackendName } from '@plimsoll/checkpoint';
import { storageAdvice } from '@plimsoll/checkpoint';
import { slotsOf } from './embedded-memory.js';
import type { LintFacts, LintOperator } from './facts.js';
import { taskManagersOf } from './processes.js';

/** Serialized state of a job, as its workload tells it. */
export interface StateSize {
  readonly bytes: number;
  /** Whether nothing is left out for want of its number of keys. */
  readonly complete: boolean;
}

/** Null where nothing keeps state of which the number of keys is known. */
export function stateSizeOf({ workload }: LintFacts): StateSize | null {
  let [bytes, complete] = [0, true];
  for (const operator of workload?.operators ?? []) {
    const one = bytesOf(operator);
    if (one === undefined) complete = false;
    else bytes += one;
  }
  return bytes > 0 ? { bytes, complete } : null;
}

/** 0 where the operator keeps none; undefined where it keeps state for nobody knows how many keys. */
function bytesOf({ state, keys, kind, window, join }: LintOperator): number | undefined {
  if (state === undefined) return kind === 'join' || join !== undefined ? undefined : 0;
  const panes =
    window?.size === undefined || window.slide === undefined ? 1 : Math.ceil(window.size / window.slide);
  return keys === undefined ? undefined : keys * panes * Number(state.entryBytes);
}

/** What a backend makes of the state of one TaskManager, which holds its share. */
export interface StateOnTaskManager {
  readonly stateBytes: number;
  readonly heapBytes: number;
  readonly taskManagers: number;
  readonly complete: boolean;
  readonly candidate: BackendCandidate;
}

/** Null where the size of the state, the number of TaskManagers or their heap is not known. */
export function stateOn(facts: LintFacts, backend: StateBackendName): StateOnTaskManager | null {
  const state = stateSizeOf(facts);
  const taskManagers = taskManagersOf(facts);
  const components = state === null ? undefined : facts.memory.of('taskManager')?.components;
  if (state === null || taskManagers === undefined || components === undefined) return null;
  const stateBytes = state.bytes / taskManagers;
  const heapBytes = Number(components.taskHeapBytes);
  const outcome = storageAdvice({
    flinkVersion: facts.config.flinkVersion,
    state: {
      stateBytes,
      heapBytes,
      managedBytes: Number(components.managedBytes),
      slots: slotsOf(facts),
    },
  });
  const rows = outcome.kind === 'ok' ? (outcome.value.backend?.candidates ?? []) : [];
  const candidate = rows.find(({ stateBackend }) => stateBackend === backend);
  return candidate === undefined
    ? null
    : { stateBytes, heapBytes, taskManagers, complete: state.complete, candidate };
}

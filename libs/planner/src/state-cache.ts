import { derive, type Figure, formula, given, type LeafFigure, sum } from '@plimsoll/trace';
import type { Scope } from './scope.js';
import { cachedAccess, type OperatorState } from './state.js';

/** The block cache of a TaskManager, as its managed memory gives it. */
export interface StateCache {
  readonly bytesPerTaskManager: number;
  /** Where that size stands. */
  readonly pointer: string;
}

export const CACHE_HIT = formula({
  reference: 'F4.8',
  label: 'Cache hit ratio, all keys alike',
  unit: 'ratio',
  inputs: { cacheBytes: 'bytes', taskManagersPerMachine: 'count', machines: 'count', stateBytes: 'bytes' },
  text: 'min(1, cacheBytes × taskManagersPerMachine × machines ÷ stateBytes)',
  compute: ({ cacheBytes, taskManagersPerMachine, machines, stateBytes }) =>
    Math.min(1, (cacheBytes * taskManagersPerMachine * machines) / stateBytes),
});

export interface CachedStates {
  readonly states: readonly OperatorState[];
  /** Whether the caches hold all of it: with more machines nothing changes. */
  readonly wholly: boolean;
}

/** States as a cluster of some size reads them: what its caches do not hold comes from the disk. */
export function cachedStates(
  scope: Scope,
  cache: StateCache,
  states: readonly OperatorState[],
  machines: number,
): CachedStates {
  const stateBytes = sum(
    'state.cachedBytes',
    'bytes',
    { label: 'State that the caches are there for', reference: 'F4.8' },
    states.map(({ index, snapshotBytes }) => ({
      name: scope.request.workload.operators[index]?.id ?? '',
      figure: snapshotBytes,
    })),
  );
  if (stateBytes.value === 0) return { states, wholly: true };
  const hit: Figure<'ratio'> = derive('state.cacheHitRatio', CACHE_HIT, {
    cacheBytes: given('bytes', cache.bytesPerTaskManager, cache.pointer),
    taskManagersPerMachine: scope.taskManagersPerMachine,
    machines: machineCount(machines),
    stateBytes,
  });
  return { states: states.map((state) => cachedAccess(scope, state, hit)), wholly: hit.value === 1 };
}

const machineCount = (machines: number): LeafFigure<'count'> => given('count', machines, '/cluster/machines');

export const STATE_CACHE_FORMULAS = [CACHE_HIT];

import type { OperatorFlow } from './dataflow.js';
import { flowsOf } from './flows.js';
import type { Graph } from './graph.js';
import { capacitiesOf, type FlowTable, flowTable } from './load.js';
import type { Deployment } from './placement.js';
import type { Scope } from './scope.js';
import type { Sea } from './search.js';
import { type OperatorState, operatorState } from './state.js';
import { cachedStates, type StateCache } from './state-cache.js';
import { hasLargePrefix, sizeDependsOnParallelism } from './state-size.js';
import { type UniformLoad, uniformLoad } from './uniform-load.js';

/** States and flows for any number of machines, each made once. */
export interface SeaWithStates extends Sea {
  statesOn(machines: number): readonly OperatorState[];
}

/** Amounts that take as long as one flow does when it is made anew. */
const WORK_OF_A_FLOW = 100;

export function seaOf(
  scope: Scope,
  graph: Graph,
  flows: readonly OperatorFlow[],
  deployment: Deployment,
): SeaWithStates {
  const statesOn = statesByMachines(scope, flows, deployment);
  return {
    deployment,
    capacities: capacitiesOf(scope.request.cluster.machine),
    targetUtilization: scope.targetUtilization.value,
    searchedMachines: scope.searchedMachines,
    statesOn,
    ...flowsByStates(scope, graph, flows, statesOn, deployment),
    surveyed: new Map(),
    workPerCount: scope.stateCache === null ? 0 : WORK_OF_A_FLOW * (flows.length + graph.exchanges.length),
  };
}

/** The states do not depend on the number of machines, but for the key-group prefix where key and value sizes are given. */
function statesByMachines(scope: Scope, flows: readonly OperatorFlow[], deployment: Deployment) {
  const make = (machines: number): OperatorState[] =>
    flows.flatMap((flow) => {
      const parallelism = deployment.parallelism[flow.index] ?? machines * deployment.slotsPerMachine;
      return operatorState(scope, flow, parallelism) ?? [];
    });
  const bySize = new Map<boolean, OperatorState[]>();
  const dependsOnSize = sizeDependsOnParallelism(scope);
  const uncached = (machines: number): OperatorState[] => {
    const large = dependsOnSize && hasLargePrefix(machines * deployment.slotsPerMachine);
    const states = bySize.get(large) ?? make(machines);
    bySize.set(large, states);
    return states;
  };
  const cache = scope.model === 'full' && scope.stateOnDisk ? scope.stateCache : null;
  return cache === null ? uncached : cachedByMachines(scope, cache, uncached);
}

/** Caches grow with the cluster: every count reads its own share of the state from disk. */
function cachedByMachines(
  scope: Scope,
  cache: StateCache,
  uncached: (machines: number) => readonly OperatorState[],
): (machines: number) => readonly OperatorState[] {
  const made = new Map<number, readonly OperatorState[]>();
  const wholly = new Map<readonly OperatorState[], readonly OperatorState[]>();
  return (machines) => {
    const before = uncached(machines);
    const known = made.get(machines) ?? wholly.get(before);
    if (known !== undefined) return known;
    const after = cachedStates(scope, cache, before, machines);
    if (after.wholly) wholly.set(before, after.states);
    keepFew(made).set(machines, after.states);
    return after.states;
  };
}

const MOST_KEPT = 8;

/**
 * A table that is emptied before it grows large: what is asked for again is made again. Of a thousand operators each entry takes
 * megabytes, which the collector would go through again and again.
 */
function keepFew<K, V>(table: Map<K, V>): Map<K, V> {
  if (table.size >= MOST_KEPT) table.clear();
  return table;
}

function flowsByStates(
  scope: Scope,
  graph: Graph,
  flows: readonly OperatorFlow[],
  statesOn: (machines: number) => readonly OperatorState[],
  deployment: Deployment,
): Pick<Sea, 'flowsOn' | 'uniformOn'> {
  const made = new Map<readonly OperatorState[], { table: FlowTable; uniform: UniformLoad }>();
  const on = (machines: number) => {
    const states = statesOn(machines);
    const known = made.get(states);
    if (known !== undefined) return known;
    const list = flowsOf(scope, graph, flows, states);
    const fresh = {
      table: flowTable(list, deployment.parallelism.length),
      uniform: uniformLoad(list, deployment),
    };
    keepFew(made).set(states, fresh);
    return fresh;
  };
  return { flowsOn: (machines) => on(machines).table, uniformOn: (machines) => on(machines).uniform };
}

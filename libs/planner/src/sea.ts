import type { OperatorFlow } from './dataflow.js';
import { flowsOf } from './flows.js';
import type { Graph } from './graph.js';
import { capacitiesOf, type FlowTable, flowTable } from './load.js';
import type { Deployment } from './placement.js';
import type { Scope } from './scope.js';
import type { Sea } from './search.js';
import { type OperatorState, operatorState } from './state.js';
import { hasLargePrefix, sizeDependsOnParallelism } from './state-size.js';
import { type UniformLoad, uniformLoad } from './uniform-load.js';

/** States and flows for any number of machines, each made once. */
export interface SeaWithStates extends Sea {
  statesOn(machines: number): readonly OperatorState[];
}

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
    statesOn,
    ...flowsByStates(scope, graph, flows, statesOn, deployment),
    surveyed: new Map(),
  };
}

/** The states do not depend on the number of machines, but for the key-group prefix where key and value sizes are given. */
function statesByMachines(scope: Scope, flows: readonly OperatorFlow[], deployment: Deployment) {
  const make = (machines: number): OperatorState[] =>
    flows.flatMap((flow) => {
      const parallelism = deployment.parallelism[flow.index] ?? machines * deployment.slotsPerMachine;
      return operatorState(scope, flow, parallelism) ?? [];
    });
  if (!sizeDependsOnParallelism(scope)) {
    const states = make(1);
    return () => states;
  }
  const bySize = new Map<boolean, OperatorState[]>();
  return (machines: number): OperatorState[] => {
    const large = hasLargePrefix(machines * deployment.slotsPerMachine);
    const states = bySize.get(large) ?? make(machines);
    bySize.set(large, states);
    return states;
  };
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
    made.set(states, fresh);
    return fresh;
  };
  return { flowsOn: (machines) => on(machines).table, uniformOn: (machines) => on(machines).uniform };
}

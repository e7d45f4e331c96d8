import { derive, type Figure, flatten, formula, given, sum } from '@plimsoll/trace';
import { type Outcome, ok, rejected } from '@plimsoll/units';
import { check } from './check.js';
import { snapshotUpload } from './checkpoint.js';
import { checkpointFigures } from './checkpoint-duration.js';
import { clusterTotals } from './cluster-totals.js';
import { dataflow, type OperatorFlow } from './dataflow.js';
import { inOrder } from './finding.js';
import { flowsOf } from './flows.js';
import { type Graph, graphOf } from './graph.js';
import { machineLedgers } from './ledger.js';
import { capacitiesOf, type FlowTable, flowTable } from './load.js';
import { loadFindings } from './load-findings.js';
import { machineShares } from './machine-share.js';
import { operatorFigures } from './operator-loads.js';
import { type Deployment, deploymentOf, placementOn } from './placement.js';
import { placementFindings } from './placement-findings.js';
import type { CapacityRequest } from './request.js';
import type { Bottleneck, CapacityPlan } from './result.js';
import { type Scope, scopeOf, type Variation } from './scope.js';
import { alternatives, busiestMachine, fitsTarget, type Sea, smallestCluster } from './search.js';
import { type OperatorState, operatorState } from './state.js';
import { hasLargePrefix, sizeDependsOnParallelism } from './state-size.js';
import { talkFindings } from './talk-findings.js';
import { type UniformLoad, uniformLoad } from './uniform-load.js';

const FIRST_THAT_FITS = formula({
  reference: 'F1.10',
  label: 'Smallest number of machines that fits',
  unit: 'count',
  inputs: { firstCountThatFits: 'count' },
  text: 'firstCountThatFits',
  compute: ({ firstCountThatFits }) => firstCountThatFits,
});

const STATE_HERE = formula({
  reference: 'F4.1',
  label: 'State of one operator, on this machine',
  unit: 'bytes',
  inputs: { stateBytes: 'bytes', machineShare: 'ratio' },
  text: 'stateBytes × machineShare',
  compute: ({ stateBytes, machineShare }) => stateBytes * machineShare,
});

/**
 * The capacity plan of a job on a cluster: what one machine carries, what fills first, how many machines are needed and why.
 * Pure and deterministic. Without `cluster.machines` the plan is for the smallest cluster that fits.
 * @returns the plan, or every reason (422) why the request cannot be planned. A cluster that does not fit is a plan.
 */
export function capacity(request: CapacityRequest, variation: Variation = {}): Outcome<CapacityPlan> {
  const rejections = check(request);
  if (rejections.length > 0) return rejected(...rejections);
  const scope = scopeOf(request, variation);
  const graph = graphOf(request.workload);
  const flows = dataflow(scope, graph);
  const overflow = flows.find((flow) => !isCountable(flow));
  if (overflow !== undefined) {
    return rejected({
      pointer: `/workload/operators/${overflow.index}`,
      message:
        'sends more records or bytes than can be counted; lower rates, sizes or selectivities before it',
    });
  }
  const plan = planned(scope, graph, flows);
  const lost = plan.steps.find(({ value }) => !Number.isFinite(value));
  if (lost === undefined) return ok(plan);
  return rejected({
    pointer: '',
    message: `holds values too far apart to be divided by each other: ${lost.label.toLowerCase()} has no finite value`,
  });
}

const COUNTABLE = 1e100;
const isCountable = ({ output, emission }: OperatorFlow): boolean =>
  output.records.value < COUNTABLE &&
  output.bytes.value < COUNTABLE &&
  (emission?.entries.value ?? 0) < COUNTABLE;

function planned(scope: Scope, graph: Graph, flows: readonly OperatorFlow[]): CapacityPlan {
  const { cluster } = scope.request;
  const deployment = deploymentOf(scope, graph);
  const statesOn = statesByMachines(scope, flows, deployment);
  const sea: Sea = {
    deployment,
    capacities: capacitiesOf(cluster.machine),
    targetUtilization: scope.targetUtilization.value,
    ...flowsByStates(scope, graph, flows, statesOn, deployment),
    surveyed: new Map(),
  };
  const smallest = smallestCluster(sea);
  const machines = machinesOf(scope, smallest);
  const placement = placementOn(deployment, machines.value);
  const busiest = busiestMachine(sea, machines.value);
  const shares = machineShares(scope, placement, machines, busiest.machine);
  const loads = sea.flowsOn(machines.value);
  const ledgers = machineLedgers(scope, loads.flows, placement, shares, sea.capacities);
  const states = statesOn(machines.value);
  const state = stateTotals(states, shares.of, (index) => graph.operators[index]?.id ?? '');
  const checkpointBytes = states.reduce(
    (total, each) => total + (snapshotUpload(scope, each)?.bytes.value ?? 0),
    0,
  );
  const checkpoint = checkpointFigures(scope, ledgers, checkpointBytes);
  const totals = clusterTotals(
    scope,
    loads,
    placement,
    sea.uniformOn(machines.value).applies(machines.value),
    machines,
    ledgers,
  );
  const operators = operatorFigures(scope, flows, states, deployment, machines.value, ledgers);
  const survey = {
    scope,
    graph,
    flows,
    states,
    placement,
    machines,
    ledgers,
    checkpoint,
    operators: operators.loads,
    sea,
    smallest,
  };
  const bottleneck: Bottleneck | null = busiest.binding;
  return {
    model: scope.model,
    machines: machines.value,
    targetUtilization: scope.targetUtilization.value,
    fits: fitsTarget(bottleneck, scope.targetUtilization.value),
    perMachine: ledgers.ledgers,
    cluster: totals.cluster,
    state: { totalBytes: state.total.value, perMachineBytes: state.here.value },
    checkpoint: checkpoint?.load ?? null,
    bottleneck,
    smallest: { machines: smallest.machines, bottleneck: smallest.bottleneck, rejected: smallest.rejected },
    alternatives: alternatives(
      sea,
      smallest.machines === null ? [machines.value] : [smallest.machines, machines.value],
    ),
    operators: operators.loads,
    findings: inOrder([...talkFindings(survey), ...loadFindings(survey), ...placementFindings(survey)]),
    steps: flatten([
      ...operators.figures,
      ...ledgers.figures,
      state.total,
      state.here,
      ...(checkpoint?.figures ?? []),
      ...totals.figures,
    ]),
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
    const fresh = { table: flowTable(list, flows.length), uniform: uniformLoad(list, deployment) };
    made.set(states, fresh);
    return fresh;
  };
  return { flowsOn: (machines) => on(machines).table, uniformOn: (machines) => on(machines).uniform };
}

/** The given number; else the smallest that fits; else the one whose highest utilization is the lowest. */
function machinesOf(scope: Scope, smallest: ReturnType<typeof smallestCluster>): Figure<'count'> {
  const { machines } = scope.request.cluster;
  if (machines !== undefined) return scope.given('count', machines, '/cluster/machines');
  const best = smallest.rejected.reduce(
    (least, rejection) => (rejection.utilization < least.utilization ? rejection : least),
    smallest.rejected[0] ?? { machines: 1, utilization: Number.POSITIVE_INFINITY },
  );
  const found = given('count', smallest.machines ?? best.machines, '/cluster/machine');
  return derive('machines', FIRST_THAT_FITS, { firstCountThatFits: found });
}

function stateTotals(
  states: readonly OperatorState[],
  shareOf: (operator: number) => Figure<'ratio'>,
  idOf: (operator: number) => string,
) {
  const named = (figures: readonly Figure<'bytes'>[]) =>
    figures.map((figure, at) => ({
      name: figures.length === 1 ? 'state bytes' : `state bytes ${at + 1}`,
      figure,
    }));
  const total = sum(
    'state.total',
    'bytes',
    { label: 'State', reference: 'F4.1' },
    named(states.map((each) => each.snapshotBytes)),
  );
  const here = sum(
    'state.perMachine',
    'bytes',
    { label: 'State per machine', reference: 'F4.1' },
    named(
      states.map((each) =>
        derive(`state.${idOf(each.index)}.here`, STATE_HERE, {
          stateBytes: each.snapshotBytes,
          machineShare: shareOf(each.index),
        }),
      ),
    ),
  );
  return { total, here };
}

export const CAPACITY_FORMULAS = [FIRST_THAT_FITS, STATE_HERE];

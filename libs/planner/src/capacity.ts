import { derive, type Figure, flatten, formula, given } from '@plimsoll/trace';
import { type Outcome, ok, rejected } from '@plimsoll/units';
import { checked } from './check.js';
import { checkpointBytes } from './checkpoint.js';
import { type CheckpointFigures, checkpointFigures } from './checkpoint-duration.js';
import { clusterTotals } from './cluster-totals.js';
import { dataflow, type OperatorFlow } from './dataflow.js';
import { inOrder } from './finding.js';
import type { Graph } from './graph.js';
import { type MachineLedgers, machineLedgers } from './ledger.js';
import { loadFindings } from './load-findings.js';
import { type MachineShares, machineShares } from './machine-share.js';
import { operatorFigures } from './operator-loads.js';
import { deploymentOf, placementOn } from './placement.js';
import { placementFindings } from './placement-findings.js';
import type { CapacityRequest } from './request.js';
import type { Bottleneck, CapacityPlan, Ledgers } from './result.js';
import { type Scope, scopeOf, type Variation } from './scope.js';
import { seaOf } from './sea.js';
import {
  alternatives,
  busiestMachine,
  fitsTarget,
  type Sea,
  type Smallest,
  smallestCluster,
} from './search.js';
import { type StateTotals, stateTotals } from './state-totals.js';
import type { Survey } from './survey.js';
import { talkFindings } from './talk-findings.js';
import { worstMachines } from './worst-machine.js';

const COUNT_FOUND = formula({
  reference: 'F1.10',
  label: 'Machines planned for: the smallest number that fits, or the one that comes nearest',
  unit: 'count',
  inputs: { countFound: 'count' },
  text: 'countFound',
  compute: ({ countFound }) => countFound,
});

/**
 * The capacity plan of a job on a cluster: what one machine carries, what fills first, how many machines are needed and why.
 * Pure and deterministic. Without `cluster.machines` the plan is for the smallest cluster that fits.
 * @returns the plan, or every reason (422) why the request cannot be planned. A cluster that does not fit is a plan.
 */
export function capacity(request: CapacityRequest, variation: Variation = {}): Outcome<CapacityPlan> {
  const both = planAndSurvey(request, variation);
  return both.kind === 'rejected' ? both : ok(both.value.plan);
}

/** The capacity plan, and the figures that it is written from. */
export function planAndSurvey(
  request: CapacityRequest,
  variation: Variation = {},
): Outcome<{ readonly plan: CapacityPlan; readonly survey: SurveyWithState }> {
  const figures = allFigures(request, variation);
  if (figures.kind === 'rejected') return figures;
  const plan = written(figures.value);
  const lost = plan.steps.find(({ value }) => !Number.isFinite(value));
  if (lost === undefined) return ok({ plan, survey: withState(figures.value) });
  return rejected({
    pointer: '',
    message: `holds values too far apart to be divided by each other: ${lost.label.toLowerCase()} has no finite value`,
  });
}

/** The figures that the plan of a request is written from. */
export function survey(request: CapacityRequest, variation: Variation = {}): Outcome<SurveyWithState> {
  const figures = allFigures(request, variation);
  return figures.kind === 'rejected' ? figures : ok(withState(figures.value));
}

const withState = ({ survey: figures, state }: Surveyed): SurveyWithState => ({ ...figures, state });

function allFigures(request: CapacityRequest, variation: Variation): Outcome<Surveyed> {
  const laid = laidOut(request, variation);
  if (laid.kind === 'rejected') return laid;
  const { scope, graph, flows } = laid.value;
  return ok(surveyed(scope, graph, flows));
}

export interface SurveyWithState extends Survey {
  readonly state: StateTotals;
}

interface LaidOut {
  readonly scope: Scope;
  readonly graph: Graph;
  readonly flows: readonly OperatorFlow[];
}

function laidOut(request: CapacityRequest, variation: Variation): Outcome<LaidOut> {
  const { rejections, graph } = checked(request);
  if (rejections.length > 0 || graph === null) return rejected(...rejections);
  const scope = scopeOf(request, variation);
  const flows = dataflow(scope, graph);
  const overflow = flows.find((flow) => !isCountable(flow));
  if (overflow !== undefined) {
    return rejected({
      pointer: `/workload/operators/${overflow.index}`,
      message:
        'sends more records or bytes than can be counted; lower rates, sizes or selectivities before it',
    });
  }
  return ok({ scope, graph, flows });
}

const COUNTABLE = 1e100;
const isCountable = ({ output, emission }: OperatorFlow): boolean =>
  output.records.value < COUNTABLE &&
  output.bytes.value < COUNTABLE &&
  (emission?.entries.value ?? 0) < COUNTABLE;

interface Surveyed {
  readonly survey: Survey;
  readonly sea: Sea;
  readonly smallest: Smallest;
  readonly state: StateTotals;
  readonly checkpoint: CheckpointFigures | null;
  readonly totals: ReturnType<typeof clusterTotals>;
  readonly operators: ReturnType<typeof operatorFigures>;
  readonly binding: Bottleneck | null;
}

/** The figures of a plan, before they are written down. */
function surveyed(scope: Scope, graph: Graph, flows: readonly OperatorFlow[]): Surveyed {
  const deployment = deploymentOf(scope, graph);
  const sea = seaOf(scope, graph, flows, deployment);
  const smallest = smallestCluster(sea);
  const machines = machinesOf(scope, smallest);
  const count = machines.value;
  const settled = scope.stateCache === null ? sea : seaOf(scope, graph, flows, deployment);
  const placement = placementOn(deployment, count);
  const table = settled.flowsOn(count);
  const uniform = settled.uniformOn(count).applies(count);
  const busiest = busiestMachine(settled, count);
  const on = machineViews(busiest.machine, (machine, prefix) => {
    const shares = machineShares(scope, graph, deployment, placement, machines, machine, prefix);
    return { shares, ledgers: machineLedgers(scope, table.flows, placement, shares, sea.capacities, prefix) };
  });
  const { ledgers } = on(busiest.machine);
  const worst = uniform ? null : worstMachines(scope, flows, table, placement);
  const states = settled.statesOn(count);
  const fullest = on(worst?.state ?? busiest.machine);
  const state = stateTotals(states, fullest.shares.of, (index) => graph.operators[index]?.id ?? '');
  const bytes = states.reduce((total, each) => total + checkpointBytes(scope, each), 0);
  const checkpoint = checkpointFigures(scope, on(worst?.checkpoint ?? busiest.machine).ledgers, bytes);
  const totals = clusterTotals(scope, table, placement, uniform, machines, ledgers);
  const firingOn = (window: number) => on(worst?.firing.get(window) ?? busiest.machine).ledgers;
  const operators = operatorFigures(scope, flows, states, deployment, count, firingOn);
  const survey: Survey = {
    scope,
    graph,
    flows,
    states,
    stateLedgers: fullest.ledgers,
    placement,
    machines,
    ledgers,
    checkpoint,
    operators: operators.loads,
    sea,
    smallest,
  };
  return { survey, sea, smallest, state, checkpoint, totals, operators, binding: busiest.binding };
}

function written(figures: Surveyed): CapacityPlan {
  const { survey, sea, smallest, state, checkpoint, totals, operators, binding } = figures;
  const { scope, ledgers } = survey;
  const count = survey.machines.value;
  const bottleneck = bottleneckOf(binding, ledgers.ledgers);
  return {
    model: scope.model,
    machines: count,
    targetUtilization: scope.targetUtilization.value,
    fits: fitsTarget(bottleneck, scope.targetUtilization.value),
    perMachine: ledgers.ledgers,
    cluster: totals.cluster,
    state: { totalBytes: state.total.value, perMachineBytes: state.here.value },
    checkpoint: checkpoint?.load ?? null,
    bottleneck,
    smallest: { machines: smallest.machines, bottleneck: smallest.bottleneck, rejected: smallest.rejected },
    alternatives: alternatives(sea, smallest.machines === null ? [count] : [smallest.machines, count]),
    operators: operators.loads,
    findings: inOrder(
      [...talkFindings(survey), ...loadFindings(survey), ...placementFindings(survey)].map(
        scope.whereItStands,
      ),
    ),
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

interface MachineView {
  readonly shares: MachineShares;
  readonly ledgers: MachineLedgers;
}

/** Machines by their number, each looked at once; keys of any other than the one that is reported carry its number. */
function machineViews(
  reported: number,
  look: (machine: number, prefix: string) => MachineView,
): (machine: number) => MachineView {
  const views = new Map<number, MachineView>();
  return (machine) => {
    const known = views.get(machine);
    if (known !== undefined) return known;
    const view = look(machine, machine === reported ? '' : `machine-${machine + 1}.`);
    views.set(machine, view);
    return view;
  };
}

/** The very utilization of the ledger: the search adds flows up in another order. */
function bottleneckOf(bound: Bottleneck | null, ledgers: Ledgers): Bottleneck | null {
  if (bound === null) return null;
  return { resource: bound.resource, utilization: ledgers[bound.resource]?.utilization ?? bound.utilization };
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
  return derive('machines', COUNT_FOUND, { countFound: found });
}

export const CAPACITY_FORMULAS = [COUNT_FOUND];

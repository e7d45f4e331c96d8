import type { Flow } from './flows.js';
import { type MachineGroup, machineGroups, type Placement, subtasksOn } from './placement.js';
import type { Machine, ShipStrategy } from './request.js';
import { RESOURCES, type Resource } from './result.js';

/**
 * Loads of machines, computed plainly: this is the loop of the search over machine counts. The ledger of the machine that is
 * reported is derived with its trace from the same `amountOn`.
 */
export type Loads = Float64Array;

/** What flows meet on a machine: capacity by the place of the resource, NaN where none was given. */
export function capacitiesOf({ networkIn, networkOut, cores, memory, stateDisk }: Machine): Loads {
  const given = [
    networkIn,
    networkOut,
    stateDisk?.readBandwidth,
    stateDisk?.writeBandwidth,
    stateDisk?.iops,
    cores,
    memory,
    stateDisk?.size,
  ];
  const capacities = new Float64Array(RESOURCES.length);
  for (let place = 0; place < capacities.length; place++)
    capacities[place] = Number(given[place] ?? Number.NaN);
  return capacities;
}

/**
 * F1.2: what crosses the network at one machine for an exchange of B bytes/s, with a the share of the senders there and b that
 * of the receivers: HASH, REBALANCE, GLOBAL and uneven RESCALE or FORWARD receive B·b·(1 − a) and send B·a·(1 − b);
 * BROADCAST sends a copy to every receiving subtask.
 */
export const received = (total: number, senderShare: number, receiverShare: number): number =>
  total * receiverShare * (1 - senderShare);
export const sent = (total: number, senderShare: number, receiverShare: number): number =>
  total * senderShare * (1 - receiverShare);
export const receivedCopies = (total: number, senderShare: number, receiversHere: number): number =>
  total * receiversHere * (1 - senderShare);
export const sentCopies = (
  total: number,
  senderShare: number,
  receivers: number,
  receiversHere: number,
): number => total * senderShare * (receivers - receiversHere);

/** Strategies that connect subtasks one to one or in groups, and so may stay on their machines. */
export const POINTWISE: ReadonlySet<ShipStrategy> = new Set(['FORWARD', 'RESCALE']);

/** Whether an exchange stays on its machines: a pointwise one whose ends are spread alike. */
export function staysLocal(flow: Flow, placement: Placement): boolean {
  if (flow.spread.kind === 'work') return false;
  const { edge, from, to } = flow.spread.exchange;
  if (!POINTWISE.has(edge.shipStrategy)) return false;
  const [a, b] = [placement.explicit[from] ?? null, placement.explicit[to] ?? null];
  const [p, q] = [placement.parallelism[from] ?? 1, placement.parallelism[to] ?? 1];
  if (a === null && b === null)
    return p === q || (p % placement.machines === 0 && q % placement.machines === 0);
  return placement.alike(from, to);
}

/** What one machine carries of a flow. */
export function amountOn(flow: Flow, placement: Placement, machine: number): number {
  const total = flow.total.value;
  const { spread } = flow;
  if (spread.kind === 'work') {
    return (
      (total * subtasksOn(placement, spread.operator, machine)) /
      (placement.parallelism[spread.operator] ?? 1)
    );
  }
  const { edge, from, receiver } = spread.exchange;
  const receivers = placement.parallelism[receiver] ?? 1;
  const receiversHere = subtasksOn(placement, receiver, machine);
  const senderShare = subtasksOn(placement, from, machine) / (placement.parallelism[from] ?? 1);
  if (edge.shipStrategy === 'BROADCAST') {
    return spread.kind === 'receive'
      ? receivedCopies(total, senderShare, receiversHere)
      : sentCopies(total, senderShare, receivers, receiversHere);
  }
  const receiverShare = receiversHere / receivers;
  return spread.kind === 'receive'
    ? received(total, senderShare, receiverShare)
    : sent(total, senderShare, receiverShare);
}

/** Flows with, for each operator, the places of those that its subtasks move. */
export interface FlowTable {
  readonly flows: readonly Flow[];
  readonly touching: readonly (readonly number[])[];
}

export function flowTable(flows: readonly Flow[], places: number): FlowTable {
  const touching: number[][] = Array.from({ length: places }, () => []);
  flows.forEach(({ spread }, at) => {
    if (spread.kind === 'work') touching[spread.operator]?.push(at);
    else {
      touching[spread.exchange.from]?.push(at);
      touching[spread.exchange.receiver]?.push(at);
    }
  });
  return { flows, touching };
}

export type GroupVisitor = (group: MachineGroup, loads: Loads, amounts: Loads) => void;

/**
 * Visits the groups of alike machines in order, with the load of one machine of each and what each flow adds to it. From group to group only the flows of
 * operators whose subtasks change are computed again.
 * @returns what each flow adds up to over all machines, by its place, and how many amounts were computed
 */
export function forEachGroup(
  { flows, touching }: FlowTable,
  placement: Placement,
  visit: GroupVisitor,
): { readonly overMachines: Loads; readonly computed: number } {
  const loads = new Float64Array(RESOURCES.length);
  const amounts = new Float64Array(flows.length);
  const since = new Float64Array(flows.length);
  const overMachines = new Float64Array(flows.length);
  const groups = machineGroups(placement);
  const addsAnew = groups.length * flows.length <= ADDED_ANEW;
  let computed = 0;
  const compute = (at: number, machine: number): void => {
    const flow = flows[at];
    if (flow === undefined || staysLocal(flow, placement)) return;
    computed += 1;
    const before = amounts[at] ?? 0;
    const amount = amountOn(flow, placement, machine);
    overMachines[at] = (overMachines[at] ?? 0) + before * (machine - (since[at] ?? 0));
    since[at] = machine;
    amounts[at] = amount;
    if (addsAnew) return;
    for (const place of flow.places) loads[place] = (loads[place] ?? 0) + (amount - before);
  };
  for (const group of groups) {
    if (group.first === 0) for (let at = 0; at < flows.length; at++) compute(at, 0);
    else
      for (const operator of group.changed)
        for (const at of touching[operator] ?? []) compute(at, group.first);
    if (addsAnew) addUp(flows, amounts, loads);
    visit(group, loads, amounts);
  }
  overMachines.forEach((sum, at) => {
    overMachines[at] = sum + (amounts[at] ?? 0) * (placement.machines - (since[at] ?? 0));
  });
  return { overMachines, computed };
}

/** Up to so many amounts a load is added up anew for each group; beyond, differences are added, which leaves rounding behind. */
const ADDED_ANEW = 200_000;

function addUp(flows: readonly Flow[], amounts: Loads, loads: Loads): void {
  loads.fill(0);
  for (let at = 0; at < flows.length; at++) {
    for (const place of flows[at]?.places ?? []) loads[place] = (loads[place] ?? 0) + (amounts[at] ?? 0);
  }
}

/** Utilizations that differ by less are a tie; the resource that comes first binds. */
export const TIE = 1e-9;

export interface Binding {
  readonly resource: Resource;
  readonly utilization: number;
}

/** The resource with the highest utilization, or null where no capacity is known. */
export function binding(loads: Loads, capacities: Loads): Binding | null {
  let found: Binding | null = null;
  for (let place = 0; place < RESOURCES.length; place++) {
    const utilization = (loads[place] ?? 0) / (capacities[place] ?? Number.NaN);
    const resource = RESOURCES[place];
    if (Number.isNaN(utilization) || resource === undefined) continue;
    if (found === null || utilization > found.utilization + TIE) found = { resource, utilization };
  }
  return found;
}

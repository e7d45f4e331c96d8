import { type Binding, binding, type FlowTable, forEachGroup, type Loads, TIE } from './load.js';
import { type Deployment, placementOn } from './placement.js';
import { type Alternative, RESOURCES, type RejectedCount } from './result.js';
import { type UniformLoad } from './uniform-load.js';

/** What the search needs to weigh any number of machines. The flows may depend on it through the size of a key-group prefix. */
export interface Sea {
  readonly deployment: Deployment;
  readonly capacities: Loads;
  readonly targetUtilization: number;
  readonly searchedMachines: number;
  flowsOn(machines: number): FlowTable;
  /** The same flows where all machines are alike. */
  uniformOn(machines: number): UniformLoad;
  /** What it costs, in amounts, that the flows of each count are its own. */
  readonly workPerCount: number;
  /** Counts that were weighed already. */
  readonly surveyed: Map<number, Busiest>;
}

/** The busiest machine of a cluster of that size. */
export interface Busiest {
  /** The machine's number, from 0. */
  readonly machine: number;
  readonly binding: Binding | null;
  readonly loads: Loads;
  /** How many amounts had to be computed to know it. */
  readonly work: number;
}

export function busiestMachine(sea: Sea, machines: number): Busiest {
  const known = sea.surveyed.get(machines);
  if (known !== undefined) return known;
  const busiest = surveyed(sea, machines);
  if (sea.surveyed.size < REMEMBERED) sea.surveyed.set(machines, busiest);
  return busiest;
}

/** Enough for the counts around a small cluster, which are asked for again. */
const REMEMBERED = 64;

function surveyed(sea: Sea, machines: number): Busiest {
  const alike = sea.uniformOn(machines);
  if (alike.applies(machines)) {
    const loads = alike.on(machines);
    return { machine: 0, binding: binding(loads, sea.capacities), loads, work: 0 };
  }
  let machine = 0;
  let found: Binding | null = null;
  let loads = new Float64Array(RESOURCES.length);
  const { computed } = forEachGroup(
    sea.flowsOn(machines),
    placementOn(sea.deployment, machines),
    (group, here) => {
      const bound = binding(here, sea.capacities);
      if (group.first > 0 && (bound?.utilization ?? 0) <= (found?.utilization ?? 0) + TIE) return;
      machine = group.first;
      found = bound;
      loads = here.slice();
    },
  );
  return { machine, binding: found, loads, work: computed };
}

export const fitsTarget = (bound: Binding | null, targetUtilization: number): boolean =>
  bound === null || bound.utilization <= targetUtilization * (1 + ROUNDING);

/** A load that is on the line but for rounding is on the line. */
const ROUNDING = 1e-12;

export interface Smallest {
  readonly machines: number | null;
  readonly bottleneck: Binding | null;
  readonly rejected: readonly RejectedCount[];
  /** The largest number of machines that was tried. */
  readonly searchedUpTo: number;
}

/**
 * A job of thousands of exchanges between operators of many different parallelisms costs as many amounts for each count: the
 * search ends early there, and says so.
 */
const MOST_WORK = 20_000_000;

/**
 * F1.10: the smallest number of machines whose busiest one stays at or below the target, by trying each in turn: with
 * BROADCAST edges the load is not monotone, so no count may be skipped.
 */
export function smallestCluster(sea: Sea): Smallest {
  const rejected: RejectedCount[] = [];
  let work = 0;
  for (let machines = 1; machines <= sea.searchedMachines && work < MOST_WORK; machines++) {
    const busiest = busiestMachine(sea, machines);
    const bound = busiest.binding;
    work += busiest.work + sea.workPerCount;
    if (bound === null || fitsTarget(bound, sea.targetUtilization)) {
      return { machines, bottleneck: bound, rejected, searchedUpTo: machines };
    }
    rejected.push({ machines, resource: bound.resource, utilization: bound.utilization });
  }
  return { machines: null, bottleneck: null, rejected, searchedUpTo: rejected.length };
}

const BELOW = 2;
const ABOVE = 3;

/** The loads around the counts of interest, for comparison. */
export function alternatives(sea: Sea, around: readonly number[]): Alternative[] {
  const counts = new Set<number>();
  for (const machines of around) {
    const first = Math.max(1, machines - BELOW);
    for (let count = first; count <= machines + ABOVE; count++) counts.add(count);
  }
  return [...counts].sort((a, b) => a - b).map((machines) => alternative(sea, machines));
}

function alternative(sea: Sea, machines: number): Alternative {
  const { loads, binding: bottleneck } = busiestMachine(sea, machines);
  const [networkIn = 0, networkOut = 0] = loads;
  const [capacityIn = 1, capacityOut = 1] = sea.capacities;
  return {
    machines,
    fits: fitsTarget(bottleneck, sea.targetUtilization),
    bottleneck,
    networkInBytesPerSecond: networkIn,
    networkInUtilization: networkIn / capacityIn,
    networkOutBytesPerSecond: networkOut,
    networkOutUtilization: networkOut / capacityOut,
  };
}

import type { Flow } from './flows.js';
import { type Binding, binding, forEachGroup, type Loads, TIE } from './load.js';
import { type Deployment, placementOn } from './placement.js';
import { LIMITS } from './request.js';
import { type Alternative, RESOURCES, type RejectedCount } from './result.js';

/** What the search needs to weigh any number of machines. The flows may depend on it through the size of a key-group prefix. */
export interface Sea {
  readonly deployment: Deployment;
  readonly capacities: Loads;
  readonly targetUtilization: number;
  flowsOn(machines: number): readonly Flow[];
  /** Counts that were weighed already. */
  readonly surveyed: Map<number, Busiest>;
}

/** The busiest machine of a cluster of that size. */
export interface Busiest {
  /** The machine's number, from 0. */
  readonly machine: number;
  readonly binding: Binding | null;
  readonly loads: Loads;
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
  let busiest: Busiest | undefined;
  forEachGroup(sea.flowsOn(machines), placementOn(sea.deployment, machines), (group, loads) => {
    const bound = binding(loads, sea.capacities);
    if (busiest === undefined || (bound?.utilization ?? 0) > (busiest.binding?.utilization ?? 0) + TIE) {
      busiest = { machine: group.first, binding: bound, loads: loads.slice() };
    }
  });
  return busiest ?? { machine: 0, binding: null, loads: new Float64Array(RESOURCES.length) };
}

export const fitsTarget = (bound: Binding | null, targetUtilization: number): boolean =>
  bound === null || bound.utilization <= targetUtilization + TIE;

export interface Smallest {
  readonly machines: number | null;
  readonly bottleneck: Binding | null;
  readonly rejected: readonly RejectedCount[];
}

/**
 * F1.10: the smallest number of machines whose busiest one stays at or below the target, by trying each in turn: with
 * BROADCAST edges the load is not monotone, so no count may be skipped.
 */
export function smallestCluster(sea: Sea): Smallest {
  const rejected: RejectedCount[] = [];
  for (let machines = 1; machines <= LIMITS.searchedMachines; machines++) {
    const { binding: bound } = busiestMachine(sea, machines);
    if (bound === null || fitsTarget(bound, sea.targetUtilization))
      return { machines, bottleneck: bound, rejected };
    rejected.push({ machines, ...bound });
  }
  return { machines: null, bottleneck: null, rejected };
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

import type { Flow } from './flows.js';
import { type Loads, POINTWISE } from './load.js';
import type { Deployment } from './placement.js';
import { RESOURCES } from './result.js';

/**
 * Loads of clusters whose machines are all alike, for any number n of them at once: a share of the work falls as 1 ÷ n, an
 * exchange as (n − 1) ÷ n², and a BROADCAST to all slots rises as (n − 1) ÷ n. Summed over the flows once, a count then costs
 * a handful of operations, however large the job is.
 */
export interface UniformLoad {
  /** Whether machines are alike on that number of them. */
  applies(machines: number): boolean;
  on(machines: number): Loads;
}

export function uniformLoad(flows: readonly Flow[], deployment: Deployment): UniformLoad {
  const work = new Float64Array(RESOURCES.length);
  const exchanged = new Float64Array(RESOURCES.length);
  const copied = new Float64Array(RESOURCES.length);
  const add = (sums: Loads, flow: Flow, amount: number): void => {
    for (const place of flow.places) sums[place] = (sums[place] ?? 0) + amount;
  };
  for (const flow of flows) {
    const total = flow.total.value;
    if (flow.spread.kind === 'work') {
      add(work, flow, total);
      continue;
    }
    const { edge, to } = flow.spread.exchange;
    if (POINTWISE.has(edge.shipStrategy)) continue;
    const receivers = deployment.parallelism[to] ?? null;
    if (edge.shipStrategy !== 'BROADCAST') add(exchanged, flow, total);
    else if (receivers === null) add(copied, flow, total * deployment.slotsPerMachine);
    else add(exchanged, flow, total * receivers);
  }
  const fixed = [...new Set(deployment.parallelism.filter((value) => value !== null))];
  const single = deployment.single.includes(true);
  const placed = deployment.explicit.find((subtasks) => subtasks !== null)?.length;
  return {
    applies: (machines) =>
      machines !== placed && (machines === 1 || (!single && fixed.every((value) => value % machines === 0))),
    on: (machines) => {
      const others = (machines - 1) / machines;
      const loads = new Float64Array(RESOURCES.length);
      for (let place = 0; place < loads.length; place++) {
        const crossing = (exchanged[place] ?? 0) / machines + (copied[place] ?? 0);
        loads[place] = (work[place] ?? 0) / machines + crossing * others;
      }
      return loads;
    },
  };
}

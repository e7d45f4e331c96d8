import { readBackOf } from './checkpoint.js';
import type { OperatorFlow } from './dataflow.js';
import { type FlowTable, forEachGroup, type Loads } from './load.js';
import type { Placement } from './placement.js';
import { RESOURCES } from './result.js';
import type { Scope } from './scope.js';

/**
 * Machines that are the last in something, where machines differ: a checkpoint ends when its last machine has uploaded, a
 * firing when its last machine has drained. Found plainly; what is said of the machine found is derived with its trace.
 */
export interface WorstMachines {
  /** Holds the most state. */
  readonly state: number;
  /** Uploads its part of a checkpoint last. */
  readonly checkpoint: number;
  /** Drains a firing last, by the window's place in the request. */
  readonly firing: ReadonlyMap<number, number>;
}

const [IN, OUT] = [RESOURCES.indexOf('networkIn'), RESOURCES.indexOf('networkOut')];

export function worstMachines(
  scope: Scope,
  flows: readonly OperatorFlow[],
  table: FlowTable,
  placement: Placement,
): WorstMachines {
  const state = new Highest();
  const checkpoint = new Highest();
  const firing = new Map(
    flows.filter(({ emission }) => emission?.firing != null).map(({ index }) => [index, new Highest()]),
  );
  forEachGroup(table, placement, ({ first }, loads, amounts) => {
    const sumOf = (kinds: readonly string[]): number =>
      table.flows.reduce((sum, flow, at) => sum + (kinds.includes(flow.kind) ? (amounts[at] ?? 0) : 0), 0);
    state.offer(first, sumOf(['state-disk', 'state-heap']));
    const upload = sumOf(['checkpoint-upload']);
    checkpoint.offer(first, upload / uploadRate(scope, loads, upload, sumOf(['checkpoint-read-back'])));
    for (const [window, highest] of firing) highest.offer(first, drain(scope, table, loads, amounts, window));
  });
  return {
    state: state.machine,
    checkpoint: checkpoint.machine,
    firing: new Map([...firing].map(([window, { machine }]) => [window, machine])),
  };
}

class Highest {
  machine = 0;
  private value = Number.NEGATIVE_INFINITY;

  offer(machine: number, value: number): void {
    if (!(value > this.value)) return;
    this.machine = machine;
    this.value = value;
  }
}

/** What is left for the upload; almost nothing where nothing is, so that the larger upload is the later one. */
const LEAST = 1e-9;

function uploadRate(scope: Scope, loads: Loads, upload: number, readBack: number): number {
  const { networkIn, networkOut } = scope.request.cluster.machine;
  const ratio = readBackOf(scope).value;
  const overNetwork = ratio > 0 && scope.diskAttachment === 'network';
  return Math.max(
    LEAST,
    Math.min(
      networkOut - ((loads[OUT] ?? 0) - upload),
      overNetwork ? (networkIn - ((loads[IN] ?? 0) - readBack)) / ratio : Number.POSITIVE_INFINITY,
      scope.request.checkpointing?.uploadBytesPerSecond ?? Number.POSITIVE_INFINITY,
    ),
  );
}

function drain(scope: Scope, table: FlowTable, loads: Loads, amounts: Loads, window: number): number {
  let emission = 0;
  table.flows.forEach((flow, at) => {
    const part = flow.peak?.windows.get(window);
    if (part === undefined || !flow.places.includes(OUT)) return;
    emission += (amounts[at] ?? 0) * (part?.value ?? 1);
  });
  return (
    emission / Math.max(LEAST, scope.request.cluster.machine.networkOut - ((loads[OUT] ?? 0) - emission))
  );
}

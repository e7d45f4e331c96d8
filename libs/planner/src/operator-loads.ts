import { derive, type Figure, sum } from '@plimsoll/trace';
import type { OperatorFlow } from './dataflow.js';
import { type MachineLedgers, rateOf } from './ledger.js';
import type { Deployment } from './placement.js';
import type { Firing, OperatorLoad } from './result.js';
import { operatorLeaf, type Scope } from './scope.js';
import type { OperatorState } from './state.js';
import * as windows from './windows.js';

/** What flows through each operator, and what a window's burst asks of the network and of the operators behind it (F1.5). */
export interface OperatorFigures {
  readonly loads: readonly OperatorLoad[];
  readonly figures: readonly Figure[];
}

export function operatorFigures(
  scope: Scope,
  flows: readonly OperatorFlow[],
  states: readonly OperatorState[],
  deployment: Deployment,
  machines: number,
  ledgersOf: (window: number) => MachineLedgers,
): OperatorFigures {
  const figures: Figure[] = [];
  const loads = scope.request.workload.operators.flatMap((operator, index): OperatorLoad[] => {
    const flow = flows[index];
    if (flow === undefined) return [];
    const state = states.find((candidate) => candidate.index === index);
    const burst = burstParallelism(scope, flow, operator.id);
    figures.push(flow.input.bytes, flow.output.bytes, ...(state === undefined ? [] : [state.snapshotBytes]));
    if (burst !== undefined) figures.push(burst);
    return [
      {
        id: operator.id,
        kind: operator.kind,
        parallelism: deployment.parallelism[index] ?? machines * deployment.slotsPerMachine,
        recordsInPerSecond: flow.input.records.value,
        bytesInPerSecond: flow.input.bytes.value,
        recordsOutPerSecond: flow.output.records.value,
        bytesOutPerSecond: flow.output.bytes.value,
        stateEntries: state?.entries.value ?? null,
        stateBytes: state?.snapshotBytes.value ?? null,
        firing:
          flow.emission?.firing == null
            ? null
            : firingOf(scope, flow, operator.id, ledgersOf(index), figures),
        burstParallelism: burst?.value ?? null,
      },
    ];
  });
  return { loads, figures };
}

function firingOf(
  scope: Scope,
  flow: OperatorFlow,
  id: string,
  ledgers: MachineLedgers,
  figures: Figure[],
): Firing | null {
  const firing = flow.emission?.firing ?? null;
  if (firing === null) return null;
  const key = `operator.${id}`;
  const emission = sum(
    `${key}.emission`,
    'bytesPerSecond',
    { label: 'What leaves this machine when it fires, on average', reference: 'F1.5' },
    emissionHere(flow.index, key, ledgers),
  );
  const burstBytes = derive(`${key}.burstBytes`, windows.BURST_BYTES, { emission, slide: firing.every });
  const capacity = scope.given(
    'bytesPerSecond',
    scope.request.cluster.machine.networkOut,
    '/cluster/machine/networkOut',
  );
  const headroom = derive(`${key}.burstHeadroom`, windows.HEADROOM, {
    capacity,
    load: ledgers.networkOut,
    emission,
  });
  const common = { keys: firing.keys.value, everyMs: firing.every.value, drainMs: firing.drain.value };
  figures.push(firing.keys, firing.drain);
  if (headroom.value <= 0 && burstBytes.value > 0) {
    figures.push(burstBytes, headroom);
    return { ...common, minDrainMs: null, feasible: false };
  }
  if (burstBytes.value === 0) return { ...common, minDrainMs: 0, feasible: true };
  const minDrain = derive(`${key}.minDrain`, windows.MIN_DRAIN, { burstBytes, headroom });
  figures.push(minDrain);
  const feasible = minDrain.value <= firing.every.value && firing.drain.value >= minDrain.value;
  return { ...common, minDrainMs: minDrain.value, feasible };
}

/** What the window adds to each flow that leaves this machine. */
function emissionHere(window: number, key: string, ledgers: MachineLedgers) {
  return ledgers.lines.flatMap(({ resource, flow, amount }, at) => {
    const part = flow.peak?.windows.get(window);
    if (resource !== 'networkOut' || part === undefined) return [];
    const load = rateOf(amount);
    const figure =
      part === null ? load : derive(`${key}.emission.${at + 1}`, windows.WINDOW_PART, { load, part });
    return [{ name: `flow ${at + 1}`, figure }];
  });
}

function burstParallelism(scope: Scope, flow: OperatorFlow, id: string): Figure<'count'> | undefined {
  const micros = scope.request.workload.operators[flow.index]?.cpuMicrosPerRecord;
  const cpuMicrosPerRecord = operatorLeaf(scope, flow.index, 'micros', 'cpuMicrosPerRecord', micros);
  const { peak, records } = flow.input;
  if (cpuMicrosPerRecord === undefined || peak === null) return undefined;
  return derive(`operator.${id}.burstParallelism`, windows.BURST_PARALLELISM, {
    recordsPerSecond: records,
    peakRatio: peak.ratio,
    cpuMicrosPerRecord,
    targetUtilization: scope.targetUtilization,
  });
}

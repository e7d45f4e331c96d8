import { derive, type Figure, formula } from '@plimsoll/trace';
import { snapshotUpload } from './checkpoint.js';
import type { OperatorFlow, Peak } from './dataflow.js';
import type { Exchange, Graph } from './graph.js';
import { type MEASURES, RESOURCES, type Resource } from './result.js';
import { operatorLeaf, type Scope } from './scope.js';
import type { OperatorState } from './state.js';

/**
 * A flow is a load of the whole job and how it spreads over machines; what one machine carries follows from where subtasks
 * run. The list does not depend on the number of machines, so that a search over machine counts makes it once.
 */
export type FlowKind =
  | 'source-read'
  | 'shuffle-in'
  | 'shuffle-out'
  | 'sink-write'
  | 'state-read'
  | 'state-write'
  | 'checkpoint-upload'
  | 'checkpoint-read-back'
  | 'compute'
  | 'state-heap'
  | 'state-disk';

/** The order in which flows stand in a ledger, along the dataflow. */
const RANK: Readonly<Record<FlowKind, number>> = {
  'source-read': 0,
  'shuffle-in': 1,
  'shuffle-out': 2,
  'sink-write': 3,
  'state-read': 4,
  'state-write': 5,
  'checkpoint-upload': 6,
  'checkpoint-read-back': 7,
  compute: 8,
  'state-heap': 9,
  'state-disk': 10,
};

export type Spread =
  | { readonly kind: 'work'; readonly operator: number }
  | { readonly kind: 'receive' | 'send'; readonly exchange: Exchange };

type FlowUnit = (typeof MEASURES)[Resource];

export interface Flow {
  readonly kind: FlowKind;
  /** `source-read:events`, `shuffle-in:events->perUser`. */
  readonly id: string;
  /** The operator or exchange, for labels where several flows of a kind stand side by side. */
  readonly subject: string;
  /** Ledgers in which it stands: state on a network disk is in the network's and in the disk's. */
  readonly resources: readonly Resource[];
  /** The places of these in the list of resources. */
  readonly places: readonly number[];
  /** Of the whole job. */
  readonly total: Figure<FlowUnit>;
  readonly spread: Spread;
  readonly peak: Peak | null;
}

/** The ledgers that a flow stands in, with their places in the list of resources. */
interface Standing {
  readonly resources: readonly Resource[];
  readonly places: readonly number[];
}

const standing = (...resources: readonly Resource[]): Standing => ({
  resources,
  places: resources.map((resource) => RESOURCES.indexOf(resource)),
});

const IN = standing('networkIn');
const OUT = standing('networkOut');
const CPU = standing('cpu');
const HEAP = standing('memory');
const DISK_SPACE = standing('diskSpace');
const DISK_OPERATIONS = standing('diskIops');
/** State on a network disk stands in the network's ledger and in the disk's. */
const DISK_READ = { local: standing('diskRead'), network: standing('networkIn', 'diskRead') };
const DISK_WRITE = { local: standing('diskWrite'), network: standing('networkOut', 'diskWrite') };

const flowOf = (
  kind: FlowKind,
  subject: string,
  { resources, places }: Standing,
  total: Figure<FlowUnit>,
  spread: Spread,
  peak: Peak | null,
): Flow => ({ kind, id: `${kind}:${subject}`, subject, resources, places, total, spread, peak });

const COMPUTE = formula({
  reference: 'F2.1',
  label: 'Busy cores',
  unit: 'cores',
  inputs: { recordsPerSecond: 'perSecond', cpuMicrosPerRecord: 'micros' },
  text: 'recordsPerSecond × cpuMicrosPerRecord ÷ 10^6',
  compute: ({ recordsPerSecond, cpuMicrosPerRecord }) => (recordsPerSecond * cpuMicrosPerRecord) / 1e6,
});

const HEAP_STATE = formula({
  reference: 'F4.1',
  label: 'State on the heap',
  unit: 'bytes',
  inputs: { entries: 'count', entryBytes: 'bytes', heapExpansion: 'ratio' },
  text: 'entries × entryBytes × heapExpansion',
  compute: ({ entries, entryBytes, heapExpansion }) => entries * entryBytes * heapExpansion,
});

const DISK_STATE = formula({
  reference: 'F4.7',
  label: 'State on disk',
  unit: 'bytes',
  inputs: { liveBytes: 'bytes', spaceAmplification: 'ratio' },
  text: 'liveBytes × spaceAmplification',
  compute: ({ liveBytes, spaceAmplification }) => liveBytes * spaceAmplification,
});

/** Every flow of the job, in the order of the ledgers: by kind, and along the dataflow within a kind. */
export function flowsOf(
  scope: Scope,
  graph: Graph,
  operators: readonly OperatorFlow[],
  states: readonly OperatorState[],
): Flow[] {
  const flows: Flow[] = [];
  const stateOf = new Map(states.map((state) => [state.index, state]));
  for (const index of graph.order) {
    const flow = operators[index];
    if (flow === undefined) continue;
    addExternal(flows, scope, flow);
    addExchanges(flows, graph, flow, operators);
    const state = stateOf.get(index);
    if (state !== undefined) addState(flows, scope, state, flow);
    addCompute(flows, scope, flow);
  }
  return flows.sort((a, b) => RANK[a.kind] - RANK[b.kind]);
}

const work = (operator: number): Spread => ({ kind: 'work', operator });

function addExternal(flows: Flow[], scope: Scope, flow: OperatorFlow): void {
  const operator = scope.request.workload.operators[flow.index];
  if (operator === undefined || operator.connector === 'none') return;
  if (operator.kind === 'source') {
    flows.push(flowOf('source-read', operator.id, IN, flow.input.bytes, work(flow.index), null));
  } else if (operator.kind === 'sink') {
    flows.push(flowOf('sink-write', operator.id, OUT, flow.output.bytes, work(flow.index), flow.output.peak));
  }
}

function addCompute(flows: Flow[], scope: Scope, flow: OperatorFlow): void {
  const operator = scope.request.workload.operators[flow.index];
  const micros = operator?.cpuMicrosPerRecord;
  const cpuMicrosPerRecord = operatorLeaf(scope, flow.index, 'micros', 'cpuMicrosPerRecord', micros);
  if (operator === undefined || cpuMicrosPerRecord === undefined) return;
  const recordsPerSecond = flow.input.records;
  const cores = derive(`operator.${operator.id}.cores`, COMPUTE, { recordsPerSecond, cpuMicrosPerRecord });
  flows.push(flowOf('compute', operator.id, CPU, cores, work(flow.index), flow.input.peak));
}

/** The exchanges that an operator sends into. */
function addExchanges(
  flows: Flow[],
  graph: Graph,
  flow: OperatorFlow,
  operators: readonly OperatorFlow[],
): void {
  for (const exchange of graph.outputs[flow.index] ?? []) {
    const receiver = operators[exchange.to];
    const arrival = receiver?.arrivals[receiver.arrivalEdges.indexOf(exchange.index)];
    if (arrival === undefined) continue;
    const { bytes, peak } = arrival;
    flows.push(flowOf('shuffle-in', exchange.id, IN, bytes, { kind: 'receive', exchange }, peak));
    flows.push(flowOf('shuffle-out', exchange.id, OUT, bytes, { kind: 'send', exchange }, peak));
  }
}

function addState(flows: Flow[], scope: Scope, state: OperatorState, flow: OperatorFlow): void {
  const id = scope.request.workload.operators[state.index]?.id ?? '';
  const spread = work(state.index);
  const { peak } = flow.input;
  const { diskAttachment } = scope;
  if (state.access !== null) {
    const { read, write, operations } = state.access;
    flows.push(flowOf('state-read', id, DISK_READ[diskAttachment], read, spread, peak));
    flows.push(flowOf('state-write', id, DISK_WRITE[diskAttachment], write, spread, peak));
    if (operations !== null) flows.push(flowOf('state-read', id, DISK_OPERATIONS, operations, spread, peak));
  }
  const upload = snapshotUpload(scope, state);
  if (upload !== null) {
    flows.push(flowOf('checkpoint-upload', id, OUT, upload.upload, spread, null));
    if (upload.readBack !== null) {
      flows.push(
        flowOf('checkpoint-read-back', id, DISK_READ[diskAttachment], upload.readBack, spread, null),
      );
    }
  }
  if (scope.stateOnDisk) {
    const spaceAmplification = scope.parameter('spaceAmplification');
    const onDisk = derive(`state.${id}.onDisk`, DISK_STATE, {
      liveBytes: state.snapshotBytes,
      spaceAmplification,
    });
    flows.push(flowOf('state-disk', id, DISK_SPACE, onDisk, spread, null));
  } else {
    const { entries, entryBytes } = state;
    const heapExpansion = scope.parameter('heapExpansion');
    const onHeap = derive(`state.${id}.onHeap`, HEAP_STATE, { entries, entryBytes, heapExpansion });
    flows.push(flowOf('state-heap', id, HEAP, onHeap, spread, null));
  }
}

export const FLOW_TOTAL_FORMULAS = [COMPUTE, HEAP_STATE, DISK_STATE];

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
export const FLOW_KINDS: readonly FlowKind[] = [
  'source-read',
  'shuffle-in',
  'shuffle-out',
  'sink-write',
  'state-read',
  'state-write',
  'checkpoint-upload',
  'checkpoint-read-back',
  'compute',
  'state-heap',
  'state-disk',
];

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

type FlowRow = Omit<Flow, 'places'>;

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

/** Every flow of the job, in the order of the ledgers. */
export function flowsOf(
  scope: Scope,
  graph: Graph,
  operators: readonly OperatorFlow[],
  states: readonly OperatorState[],
): Flow[] {
  const flows: FlowRow[] = [];
  for (const index of graph.order) {
    const flow = operators[index];
    if (flow === undefined) continue;
    addExternal(flows, scope, flow);
    addCompute(flows, scope, flow);
  }
  for (const exchange of graph.exchanges) addExchange(flows, exchange, operators);
  for (const state of states) addState(flows, scope, state, operators[state.index]);
  const rank = new Map(graph.order.map((index, at) => [index, at]));
  const place = ({ spread }: FlowRow): number =>
    rank.get(spread.kind === 'work' ? spread.operator : spread.exchange.from) ?? 0;
  return flows
    .sort((a, b) => FLOW_KINDS.indexOf(a.kind) - FLOW_KINDS.indexOf(b.kind) || place(a) - place(b))
    .map((flow) => ({ ...flow, places: flow.resources.map((resource) => RESOURCES.indexOf(resource)) }));
}

const work = (operator: number): Spread => ({ kind: 'work', operator });

function addExternal(flows: FlowRow[], scope: Scope, flow: OperatorFlow): void {
  const operator = scope.request.workload.operators[flow.index];
  if (operator === undefined || operator.connector === 'none') return;
  const common = { subject: operator.id, spread: work(flow.index) };
  if (operator.kind === 'source') {
    flows.push({
      ...common,
      kind: 'source-read',
      id: `source-read:${operator.id}`,
      resources: ['networkIn'],
      total: flow.input.bytes,
      peak: null,
    });
  }
  if (operator.kind === 'sink') {
    const { bytes, peak } = flow.output;
    flows.push({
      ...common,
      kind: 'sink-write',
      id: `sink-write:${operator.id}`,
      resources: ['networkOut'],
      total: bytes,
      peak,
    });
  }
}

function addCompute(flows: FlowRow[], scope: Scope, flow: OperatorFlow): void {
  const operator = scope.request.workload.operators[flow.index];
  const cpuMicrosPerRecord = operatorLeaf(
    scope,
    flow.index,
    'micros',
    'cpuMicrosPerRecord',
    operator?.cpuMicrosPerRecord,
  );
  if (operator === undefined || cpuMicrosPerRecord === undefined) return;
  flows.push({
    kind: 'compute',
    id: `compute:${operator.id}`,
    subject: operator.id,
    resources: ['cpu'],
    total: derive(`operator.${operator.id}.cores`, COMPUTE, {
      recordsPerSecond: flow.input.records,
      cpuMicrosPerRecord,
    }),
    spread: work(flow.index),
    peak: flow.input.peak,
  });
}

function addExchange(flows: FlowRow[], exchange: Exchange, operators: readonly OperatorFlow[]): void {
  const at = exchange.index;
  const receiver = operators[exchange.to];
  const arrivals = receiver?.arrivals ?? [];
  const arrival = arrivals.find((_, nth) => receiver?.arrivalEdges[nth] === at);
  if (arrival === undefined) return;
  const common = { subject: exchange.id, total: arrival.bytes, peak: arrival.peak };
  flows.push({
    ...common,
    kind: 'shuffle-in',
    id: `shuffle-in:${exchange.id}`,
    resources: ['networkIn'],
    spread: { kind: 'receive', exchange },
  });
  flows.push({
    ...common,
    kind: 'shuffle-out',
    id: `shuffle-out:${exchange.id}`,
    resources: ['networkOut'],
    spread: { kind: 'send', exchange },
  });
}

function addState(
  flows: FlowRow[],
  scope: Scope,
  state: OperatorState,
  flow: OperatorFlow | undefined,
): void {
  const operator = scope.request.workload.operators[state.index];
  if (operator === undefined) return;
  const { id } = operator;
  const common = { subject: id, spread: work(state.index) };
  const overNetwork = scope.stateOnDisk && scope.diskAttachment === 'network';
  const peak = flow?.input.peak ?? null;
  if (state.access !== null) {
    const { read, write, operations } = state.access;
    const readFrom: readonly Resource[] = overNetwork ? ['networkIn', 'diskRead'] : ['diskRead'];
    const writeTo: readonly Resource[] = overNetwork ? ['networkOut', 'diskWrite'] : ['diskWrite'];
    flows.push({
      ...common,
      kind: 'state-read',
      id: `state-read:${id}`,
      resources: readFrom,
      total: read,
      peak,
    });
    flows.push({
      ...common,
      kind: 'state-write',
      id: `state-write:${id}`,
      resources: writeTo,
      total: write,
      peak,
    });
    if (operations !== null) {
      flows.push({
        ...common,
        kind: 'state-read',
        id: `state-read:${id}`,
        resources: ['diskIops'],
        total: operations,
        peak,
      });
    }
  }
  const upload = snapshotUpload(scope, state);
  if (upload !== null) {
    flows.push({
      ...common,
      kind: 'checkpoint-upload',
      id: `checkpoint-upload:${id}`,
      resources: ['networkOut'],
      total: upload.upload,
      peak: null,
    });
    if (upload.readBack !== null) {
      const from: readonly Resource[] = overNetwork ? ['networkIn', 'diskRead'] : ['diskRead'];
      flows.push({
        ...common,
        kind: 'checkpoint-read-back',
        id: `checkpoint-read-back:${id}`,
        resources: from,
        total: upload.readBack,
        peak: null,
      });
    }
  }
  if (scope.stateOnDisk) {
    const total = derive(`state.${id}.onDisk`, DISK_STATE, {
      liveBytes: state.snapshotBytes,
      spaceAmplification: scope.parameter('spaceAmplification'),
    });
    flows.push({
      ...common,
      kind: 'state-disk',
      id: `state-disk:${id}`,
      resources: ['diskSpace'],
      total,
      peak: null,
    });
  } else {
    const total = derive(`state.${id}.onHeap`, HEAP_STATE, {
      entries: state.entries,
      entryBytes: state.entryBytes,
      heapExpansion: scope.parameter('heapExpansion'),
    });
    flows.push({
      ...common,
      kind: 'state-heap',
      id: `state-heap:${id}`,
      resources: ['memory'],
      total,
      peak: null,
    });
  }
}

export const FLOW_TOTAL_FORMULAS = [COMPUTE, HEAP_STATE, DISK_STATE];

import {
  type DerivedFigure,
  derive,
  type Evidence,
  type Figure,
  formula,
  inputRows,
  sum,
} from '@plimsoll/trace';
import type { Flow, FlowKind } from './flows.js';
import { received, receivedCopies, sent, sentCopies, staysLocal } from './load.js';
import type { MachineShares } from './machine-share.js';
import type { Placement } from './placement.js';
import {
  type Flow as FlowRow,
  type Ledger,
  type Ledgers,
  MEASURES,
  type Measure,
  RESOURCES,
  type Resource,
} from './result.js';
import type { Scope } from './scope.js';

/**
 * The ledgers of one machine, with the reason of every figure. A ledger's total is the sum of its flows, in the order in which
 * they stand along the dataflow.
 */
export interface MachineLedgers {
  readonly ledgers: Ledgers;
  readonly lines: readonly Line[];
  readonly networkIn: DerivedFigure<'bytesPerSecond'>;
  readonly networkOut: DerivedFigure<'bytesPerSecond'>;
  /** What the trace of the ledgers is read from. */
  readonly figures: readonly Figure[];
}

/** A flow in one ledger, on this machine. */
export interface Line {
  readonly flow: Flow;
  readonly resource: Resource;
  readonly label: string;
  readonly amount: DerivedFigure<Measure>;
  readonly peak: number;
}

const LABELS: Readonly<Record<FlowKind, string>> = {
  'source-read': 'Source read',
  'shuffle-in': 'Shuffle in',
  'shuffle-out': 'Shuffle out',
  'sink-write': 'Sink write',
  'state-read': 'State read',
  'state-write': 'State write',
  'checkpoint-upload': 'Checkpoint upload',
  'checkpoint-read-back': 'Checkpoint read-back',
  compute: 'Compute',
  'state-heap': 'State on the heap',
  'state-disk': 'State on disk',
};

type MachineFormula = ReturnType<typeof onMachine>;

const onMachine = (kind: FlowKind, measure: Measure, reference: string, evidence: Evidence) =>
  formula<Measure, { wholeJob: Measure; machineShare: 'ratio' }>({
    reference,
    label: LABELS[kind],
    unit: measure,
    inputs: { wholeJob: measure, machineShare: 'ratio' },
    text: 'wholeJob × machineShare',
    evidence,
    compute: ({ wholeJob, machineShare }) => wholeJob * machineShare,
  });

const WORK: Readonly<Partial<Record<FlowKind, MachineFormula>>> = {
  'source-read': onMachine('source-read', 'bytesPerSecond', 'F1.3', 'stated'),
  'sink-write': onMachine('sink-write', 'bytesPerSecond', 'F1.3', 'stated'),
  'state-read': onMachine('state-read', 'bytesPerSecond', 'F1.7', 'derived'),
  'state-write': onMachine('state-write', 'bytesPerSecond', 'F1.7', 'derived'),
  'checkpoint-upload': onMachine('checkpoint-upload', 'bytesPerSecond', 'F1.3', 'stated'),
  'checkpoint-read-back': onMachine('checkpoint-read-back', 'bytesPerSecond', 'F1.10', 'derived'),
  compute: onMachine('compute', 'cores', 'F2.1', 'derived'),
  'state-heap': onMachine('state-heap', 'bytes', 'F4.1', 'derived'),
  'state-disk': onMachine('state-disk', 'bytes', 'F4.7', 'derived'),
};
const READ_OPERATIONS = onMachine('state-read', 'operationsPerSecond', 'F1.7', 'derived');

const RECEIVED = formula<Measure, { edgeBytes: Measure; receiverShare: 'ratio'; senderShare: 'ratio' }>({
  reference: 'F1.2',
  label: LABELS['shuffle-in'],
  unit: 'bytesPerSecond',
  inputs: { edgeBytes: 'bytesPerSecond', receiverShare: 'ratio', senderShare: 'ratio' },
  text: 'edgeBytes × receiverShare × (1 − senderShare)',
  evidence: 'stated',
  compute: ({ edgeBytes, receiverShare, senderShare }) => received(edgeBytes, senderShare, receiverShare),
});

const SENT = formula<Measure, { edgeBytes: Measure; senderShare: 'ratio'; receiverShare: 'ratio' }>({
  reference: 'F1.2',
  label: LABELS['shuffle-out'],
  unit: 'bytesPerSecond',
  inputs: { edgeBytes: 'bytesPerSecond', senderShare: 'ratio', receiverShare: 'ratio' },
  text: 'edgeBytes × senderShare × (1 − receiverShare)',
  evidence: 'stated',
  compute: ({ edgeBytes, senderShare, receiverShare }) => sent(edgeBytes, senderShare, receiverShare),
});

const RECEIVED_COPIES = formula<
  Measure,
  { edgeBytes: Measure; receiversHere: 'count'; senderShare: 'ratio' }
>({
  reference: 'F1.2',
  label: LABELS['shuffle-in'],
  unit: 'bytesPerSecond',
  inputs: { edgeBytes: 'bytesPerSecond', receiversHere: 'count', senderShare: 'ratio' },
  text: 'edgeBytes × receiversHere × (1 − senderShare)',
  compute: ({ edgeBytes, receiversHere, senderShare }) =>
    receivedCopies(edgeBytes, senderShare, receiversHere),
});

const SENT_COPIES = formula<
  Measure,
  { edgeBytes: Measure; senderShare: 'ratio'; receivers: 'count'; receiversHere: 'count' }
>({
  reference: 'F1.2',
  label: LABELS['shuffle-out'],
  unit: 'bytesPerSecond',
  inputs: { edgeBytes: 'bytesPerSecond', senderShare: 'ratio', receivers: 'count', receiversHere: 'count' },
  text: 'edgeBytes × senderShare × (receivers − receiversHere)',
  compute: ({ edgeBytes, senderShare, receivers, receiversHere }) =>
    sentCopies(edgeBytes, senderShare, receivers, receiversHere),
});

const UTILIZATION = formula<'ratio', { load: Measure; capacity: Measure }>({
  reference: 'F1.10',
  label: 'Utilization',
  unit: 'ratio',
  inputs: { load: 'bytesPerSecond', capacity: 'bytesPerSecond' },
  text: 'load ÷ capacity',
  compute: ({ load, capacity }) => load / capacity,
});

const CAPACITY_POINTERS: Readonly<Record<Resource, string>> = {
  networkIn: '/cluster/machine/networkIn',
  networkOut: '/cluster/machine/networkOut',
  diskRead: '/cluster/machine/stateDisk/readBandwidth',
  diskWrite: '/cluster/machine/stateDisk/writeBandwidth',
  diskIops: '/cluster/machine/stateDisk/iops',
  cpu: '/cluster/machine/cores',
  memory: '/cluster/machine/memory',
  diskSpace: '/cluster/machine/stateDisk/size',
};

const TOTAL_LABELS: Readonly<Record<Resource, string>> = {
  networkIn: 'Network in',
  networkOut: 'Network out',
  diskRead: 'Disk read',
  diskWrite: 'Disk write',
  diskIops: 'Disk operations',
  cpu: 'CPU',
  memory: 'Memory',
  diskSpace: 'Disk space',
};

/** Resources that every plan shows, whether they carry a flow or not. */
const ALWAYS: ReadonlySet<Resource> = new Set(['networkIn', 'networkOut']);

/** The machine's share of a flow, as a figure. */
export function amountHere(flow: Flow, resource: Resource, shares: MachineShares): DerivedFigure<Measure> {
  const key = resource === 'diskIops' ? `flow.diskIops.${flow.id}` : `flow.${flow.id}`;
  const { spread, total } = flow;
  if (spread.kind === 'work') {
    const by = resource === 'diskIops' ? READ_OPERATIONS : WORK[flow.kind];
    if (by === undefined) throw new RangeError(`${flow.kind} does not spread with the work`);
    return derive(key, by, { wholeJob: total, machineShare: shares.of(spread.operator) });
  }
  const { edge, from, to } = spread.exchange;
  const senderShare = shares.of(from);
  if (edge.shipStrategy !== 'BROADCAST') {
    const receiverShare = shares.of(to);
    const by = spread.kind === 'receive' ? RECEIVED : SENT;
    return derive(key, by, { edgeBytes: total, receiverShare, senderShare });
  }
  const receiversHere = shares.subtasks(to);
  if (spread.kind === 'receive')
    return derive(key, RECEIVED_COPIES, { edgeBytes: total, receiversHere, senderShare });
  return derive(key, SENT_COPIES, {
    edgeBytes: total,
    senderShare,
    receivers: shares.parallelism(to),
    receiversHere,
  });
}

export function machineLedgers(
  scope: Scope,
  flows: readonly Flow[],
  placement: Placement,
  shares: MachineShares,
  capacities: Float64Array,
): MachineLedgers {
  const known = new Map<string, DerivedFigure<Measure>>();
  const several = kindsWithSeveral(flows, placement);
  const lines: Line[] = [];
  const ledgers: Partial<Record<Resource, Ledger>> = {};
  const totals = new Map<Resource, DerivedFigure<Measure>>();
  const figures: Figure[] = [];
  RESOURCES.forEach((resource, place) => {
    const own = flows.filter((flow) => flow.resources.includes(resource) && !staysLocal(flow, placement));
    if (own.length === 0 && !ALWAYS.has(resource)) return;
    const here = own.map((flow): Line => {
      const name = resource === 'diskIops' ? `diskIops ${flow.id}` : flow.id;
      const amount = known.get(name) ?? amountHere(flow, resource, shares);
      known.set(name, amount);
      const label = several.has(flow.kind) ? `${LABELS[flow.kind]} ${flow.subject}` : LABELS[flow.kind];
      return { flow, resource, label, amount, peak: amount.value * (flow.peak?.ratio.value ?? 1) };
    });
    const total = sum(
      `${resource}.total`,
      MEASURES[resource],
      { label: `${TOTAL_LABELS[resource]}, per machine`, reference: 'F1.10' },
      here.map((line, at) => ({ name: lineName(here, line, at), figure: line.amount })),
    );
    const capacity = capacities[place] ?? Number.NaN;
    const utilization = Number.isNaN(capacity)
      ? null
      : derive(`${resource}.utilization`, UTILIZATION, {
          load: total,
          capacity: scope.given(MEASURES[resource], capacity, CAPACITY_POINTERS[resource]),
        });
    lines.push(...here);
    totals.set(resource, total);
    figures.push(utilization ?? total);
    ledgers[resource] = ledger(
      resource,
      here,
      total,
      Number.isNaN(capacity) ? null : capacity,
      utilization?.value ?? null,
    );
  });
  return {
    ledgers: ledgers as Ledgers,
    lines,
    networkIn: rateOf(totals.get('networkIn')),
    networkOut: rateOf(totals.get('networkOut')),
    figures,
  };
}

/** A figure of a network's ledger, which measures bytes per second. */
export function rateOf(figure: DerivedFigure<Measure> | undefined): DerivedFigure<'bytesPerSecond'> {
  if (figure === undefined || !isRate(figure)) throw new RangeError(`${figure?.key} is not a rate of bytes`);
  return figure;
}

const isRate = (figure: DerivedFigure<Measure>): figure is DerivedFigure<'bytesPerSecond'> =>
  figure.unit === 'bytesPerSecond';

const kindsWithSeveral = (flows: readonly Flow[], placement: Placement): Set<FlowKind> => {
  const first = new Map<FlowKind, string>();
  const several = new Set<FlowKind>();
  for (const flow of flows) {
    if (staysLocal(flow, placement)) continue;
    const seen = first.get(flow.kind);
    if (seen === undefined) first.set(flow.kind, flow.id);
    else if (seen !== flow.id) several.add(flow.kind);
  }
  return several;
};

/** In the formula of a total the flows carry the names of their kinds, numbered where one kind has several. */
function lineName(lines: readonly Line[], line: Line, at: number): string {
  const kind = LABELS[line.flow.kind].toLowerCase();
  const alike = lines.filter((other) => other.flow.kind === line.flow.kind);
  if (alike.length === 1) return kind;
  return `${kind} ${lines.slice(0, at + 1).filter((other) => other.flow.kind === line.flow.kind).length}`;
}

/** A ledger's figures are named by its measure. */
const FLOW_FIGURES = {
  bytesPerSecond: (amount: number, running: number, peak: number) => ({
    bytesPerSecond: amount,
    runningBytesPerSecond: running,
    peakBytesPerSecond: peak,
  }),
  operationsPerSecond: (amount: number, running: number, peak: number) => ({
    operationsPerSecond: amount,
    runningOperationsPerSecond: running,
    peakOperationsPerSecond: peak,
  }),
  cores: (amount: number, running: number, peak: number) => ({
    cores: amount,
    runningCores: running,
    peakCores: peak,
  }),
  bytes: (amount: number, running: number, peak: number) => ({
    bytes: amount,
    runningBytes: running,
    peakBytes: peak,
  }),
};

const TOTAL_FIGURES = {
  bytesPerSecond: (total: number, capacity: number | null, peak: number) => ({
    bytesPerSecond: total,
    capacityBytesPerSecond: capacity,
    peakBytesPerSecond: peak,
  }),
  operationsPerSecond: (total: number, capacity: number | null, peak: number) => ({
    operationsPerSecond: total,
    capacityOperationsPerSecond: capacity,
    peakOperationsPerSecond: peak,
  }),
  cores: (total: number, capacity: number | null, peak: number) => ({
    cores: total,
    capacityCores: capacity,
    peakCores: peak,
  }),
  bytes: (total: number, capacity: number | null, peak: number) => ({
    bytes: total,
    capacityBytes: capacity,
    peakBytes: peak,
  }),
};

function ledger(
  resource: Resource,
  lines: readonly Line[],
  total: DerivedFigure<Measure>,
  capacity: number | null,
  utilization: number | null,
): Ledger {
  const measure = MEASURES[resource];
  let running = 0;
  let peak = 0;
  let peakMs = 0;
  const flows = lines.map((line) => {
    running += line.amount.value;
    peak += line.peak;
    peakMs = Math.max(peakMs, line.flow.peak?.ms ?? 0);
    return {
      id: line.flow.id,
      label: line.label,
      ...FLOW_FIGURES[measure](line.amount.value, running, line.peak),
      formula: line.amount.formula,
      inputs: inputRows(line.amount),
      reference: line.amount.reference,
      evidence: line.amount.evidence,
      step: line.amount.key,
    };
  });
  return {
    ...TOTAL_FIGURES[measure](total.value, capacity, peak),
    utilization,
    peakMs,
    flows,
    step: total.key,
  } as Ledger;
}

export const LEDGER_FORMULAS = [
  ...Object.values(WORK),
  READ_OPERATIONS,
  RECEIVED,
  SENT,
  RECEIVED_COPIES,
  SENT_COPIES,
  UTILIZATION,
];

import { type DerivedFigure, derive, type Figure, sum } from '@plimsoll/trace';
import type { Flow, FlowKind } from './flows.js';
import {
  LABELS,
  NAMES,
  READ_OPERATIONS,
  RECEIVED,
  RECEIVED_COPIES,
  SENT,
  SENT_COPIES,
  UTILIZATION,
  WORK,
} from './ledger-formulas.js';
import { ledgerShape } from './ledger-shape.js';
import { staysLocal } from './load.js';
import type { MachineShares } from './machine-share.js';
import type { Placement } from './placement.js';
import { type Ledger, type Ledgers, MEASURES, type Measure, RESOURCES, type Resource } from './result.js';
import type { Scope } from './scope.js';

/**
 * The ledgers of one machine, with the reason of every figure. A ledger's total is the sum of its flows, in the order in which
 * they stand along the dataflow.
 */
export interface MachineLedgers {
  readonly ledgers: Ledgers;
  readonly lines: readonly Line[];
  /** The amount of a flow on this machine; undefined where it does not touch it. */
  lineOf(flow: Flow): { readonly amount: DerivedFigure<Measure> } | undefined;
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

const total = (label: string) => ({ label: `${label}, per machine`, reference: 'F1.10' });

const TOTALS: Readonly<Record<Resource, ReturnType<typeof total>>> = {
  networkIn: total('Network in'),
  networkOut: total('Network out'),
  diskRead: total('Disk read'),
  diskWrite: total('Disk write'),
  diskIops: total('Disk operations'),
  cpu: total('CPU'),
  memory: total('Memory'),
  diskSpace: total('Disk space'),
};

/** Resources that every plan shows, whether they carry a flow or not. */
const ALWAYS: ReadonlySet<Resource> = new Set(['networkIn', 'networkOut']);

/** The machine's share of a flow, as a figure. */
export function amountHere(
  flow: Flow,
  resource: Resource,
  shares: MachineShares,
  prefix: string,
): DerivedFigure<Measure> {
  const key = `${prefix}flow.${resource === 'diskIops' ? 'diskIops.' : ''}${flow.id}`;
  const { spread, total } = flow;
  if (spread.kind === 'work') {
    const by = resource === 'diskIops' ? READ_OPERATIONS : WORK[flow.kind];
    if (by === undefined) throw new RangeError(`${flow.kind} does not spread with the work`);
    return derive(key, by, { wholeJob: total, machineShare: shares.of(spread.operator) });
  }
  const { edge, from, receiver } = spread.exchange;
  const senderShare = shares.of(from);
  if (edge.shipStrategy !== 'BROADCAST') {
    const receiverShare = shares.of(receiver);
    const by = spread.kind === 'receive' ? RECEIVED : SENT;
    return derive(key, by, { edgeBytes: total, receiverShare, senderShare });
  }
  const receiversHere = shares.subtasks(receiver);
  if (spread.kind === 'receive')
    return derive(key, RECEIVED_COPIES, { edgeBytes: total, receiversHere, senderShare });
  return derive(key, SENT_COPIES, {
    edgeBytes: total,
    senderShare,
    receivers: shares.parallelism(receiver),
    receiversHere,
  });
}

export function machineLedgers(
  scope: Scope,
  flows: readonly Flow[],
  placement: Placement,
  shares: MachineShares,
  capacities: Float64Array,
  prefix = '',
): MachineLedgers {
  const known = new Map<Flow, DerivedFigure<Measure>>();
  const crossing = flows.filter((flow) => !staysLocal(flow, placement));
  const byPlace: Flow[][] = RESOURCES.map(() => []);
  for (const flow of crossing) for (const place of flow.places) byPlace[place]?.push(flow);
  const several = kindsWithSeveral(crossing);
  const lines: Line[] = [];
  const ledgers: Partial<Record<Resource, Ledger>> = {};
  const totals = new Map<Resource, DerivedFigure<Measure>>();
  const figures: Figure[] = [];
  const lineOf = (flow: Flow, resource: Resource): Line => {
    const amount = known.get(flow) ?? amountHere(flow, resource, shares, prefix);
    known.set(flow, amount);
    const label = several.has(flow.kind) ? `${LABELS[flow.kind]} ${flow.subject}` : LABELS[flow.kind];
    return { flow, resource, label, amount, peak: amount.value * (flow.peak?.ratio.value ?? 1) };
  };
  RESOURCES.forEach((resource, place) => {
    const here = crossing
      .filter(({ places }) => places.includes(place))
      .map((flow) => lineOf(flow, resource));
    if (here.length === 0 && !ALWAYS.has(resource)) return;
    const total = sum(
      `${prefix}${resource}.total`,
      MEASURES[resource],
      TOTALS[resource],
      named(here, several),
    );
    const capacity = capacities[place] ?? Number.NaN;
    const utilization = Number.isNaN(capacity)
      ? null
      : derive(`${prefix}${resource}.utilization`, UTILIZATION, {
          load: total,
          capacity: scope.given(MEASURES[resource], capacity, CAPACITY_POINTERS[resource]),
        });
    for (const line of here) lines.push(line);
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
    lineOf: (flow) => {
      const amount = known.get(flow);
      return amount === undefined ? undefined : { amount };
    },
    networkIn: rateOf(totals.get('networkIn')),
    networkOut: rateOf(totals.get('networkOut')),
    figures,
  };
}

function ledger(
  resource: Resource,
  lines: readonly Line[],
  total: DerivedFigure<Measure>,
  capacity: number | null,
  utilization: number | null,
): Ledger {
  let running = 0;
  let peak = 0;
  let peakMs = 0;
  const rows = lines.map(({ flow, label, amount, peak: linePeak }) => {
    running += amount.value;
    peak += linePeak;
    if (linePeak > amount.value) peakMs = Math.max(peakMs, flow.peak?.ms ?? 0);
    return { id: flow.id, label, amount, running, peak: linePeak };
  });
  return ledgerShape(resource, rows, { total, capacity, utilization, peak, peakMs });
}

/** A figure of a network's ledger, which measures bytes per second. */
export function rateOf(figure: DerivedFigure<Measure> | undefined): DerivedFigure<'bytesPerSecond'> {
  if (figure === undefined || !isRate(figure)) throw new RangeError(`${figure?.key} is not a rate of bytes`);
  return figure;
}

const isRate = (figure: DerivedFigure<Measure>): figure is DerivedFigure<'bytesPerSecond'> =>
  figure.unit === 'bytesPerSecond';

function kindsWithSeveral(flows: readonly Flow[]): Set<FlowKind> {
  const first = new Map<FlowKind, string>();
  const several = new Set<FlowKind>();
  for (const flow of flows) {
    const seen = first.get(flow.kind);
    if (seen === undefined) first.set(flow.kind, flow.id);
    else if (seen !== flow.id) several.add(flow.kind);
  }
  return several;
}

/** In the formula of a total the flows carry the names of their kinds, numbered where one kind has several. */
function named(
  lines: readonly Line[],
  several: ReadonlySet<FlowKind>,
): { name: string; figure: DerivedFigure<Measure> }[] {
  const seen = new Map<FlowKind, number>();
  return lines.map(({ flow: { kind }, amount }) => {
    if (!several.has(kind)) return { name: NAMES[kind], figure: amount };
    const nth = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, nth);
    return { name: `${NAMES[kind]} ${nth}`, figure: amount };
  });
}

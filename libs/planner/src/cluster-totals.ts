import { type DerivedFigure, derive, type Figure, formula, given, sum } from '@plimsoll/trace';
import type { Flow } from './flows.js';
import { type MachineLedgers, rateOf } from './ledger.js';
import { type FlowTable, forEachGroup, staysLocal } from './load.js';
import type { Placement } from './placement.js';
import { type CapacityPlan, RESOURCES, type Spread } from './result.js';
import type { Scope } from './scope.js';

/**
 * F1.3: three totals of the cluster that the talk's single one mixes. One way counts each byte that crosses the fabric once;
 * both ends counts it at sender and receiver; the talk's counts checkpoint bytes at their sender only, and rounds two rates.
 */
export interface ClusterTotals {
  readonly cluster: CapacityPlan['cluster'];
  readonly figures: readonly Figure[];
}

const REMOTE = formula({
  reference: 'F1.2',
  label: 'Bytes of the exchange that leave their machine',
  unit: 'bytesPerSecond',
  inputs: { machines: 'count', sentHere: 'bytesPerSecond' },
  text: 'machines × sentHere',
  compute: ({ machines, sentHere }) => machines * sentHere,
});

const BOTH_ENDS = formula({
  reference: 'F1.3',
  label: 'Sum over all network cards',
  unit: 'bytesPerSecond',
  inputs: { fabricOneWay: 'bytesPerSecond' },
  text: '2 × fabricOneWay',
  compute: ({ fabricOneWay }) => 2 * fabricOneWay,
});

const TALK_TOTAL = formula({
  reference: 'F1.3',
  label: 'Cluster total as the talk adds it up',
  unit: 'bytesPerSecond',
  inputs: { bothEnds: 'bytesPerSecond', checkpointUpload: 'bytesPerSecond' },
  text: 'bothEnds − checkpointUpload',
  evidence: 'stated',
  compute: ({ bothEnds, checkpointUpload }) => bothEnds - checkpointUpload,
});

const ROUNDED = formula({
  reference: 'F1.3',
  label: 'Rate rounded to whole MB/s per machine, over all machines',
  unit: 'bytesPerSecond',
  inputs: { wholeJob: 'bytesPerSecond', machines: 'count' },
  text: 'round(wholeJob ÷ machines ÷ 10^6) × 10^6 × machines',
  evidence: 'stated',
  compute: ({ wholeJob, machines }) => Math.round(wholeJob / machines / 1e6) * 1e6 * machines,
});

const TWICE = formula({
  reference: 'F1.3',
  label: 'Counted at both ends',
  unit: 'bytesPerSecond',
  inputs: { bytesPerSecond: 'bytesPerSecond' },
  text: '2 × bytesPerSecond',
  evidence: 'stated',
  compute: ({ bytesPerSecond }) => 2 * bytesPerSecond,
});

interface OneWay {
  readonly flow: Flow;
  readonly figure: Figure<'bytesPerSecond'>;
}

export function clusterTotals(
  scope: Scope,
  table: FlowTable,
  placement: Placement,
  uniform: boolean,
  machines: Figure<'count'>,
  ledgers: MachineLedgers,
): ClusterTotals {
  const groups = uniform ? ALL_ALIKE : surveyed(table, placement);
  const oneWay = table.flows
    .filter((flow) => crossesFabric(flow) && !staysLocal(flow, placement))
    .map((flow) => ({ flow, figure: overCluster(scope, flow, machines, ledgers, groups) }));
  const fabric = sum(
    'cluster.fabricOneWay',
    'bytesPerSecond',
    { label: 'Bytes that cross the fabric, each once', reference: 'F1.3' },
    numbered(oneWay.map(({ figure }) => figure)),
  );
  const bothEnds = derive('cluster.nicBothEnds', BOTH_ENDS, { fabricOneWay: fabric });
  const talk = scope.model === 'talk' ? talkTotals(oneWay, bothEnds, machines) : undefined;
  return {
    cluster: {
      fabricOneWayBytesPerSecond: fabric.value,
      nicBothEndsBytesPerSecond: bothEnds.value,
      talkTotalBytesPerSecond: talk?.total.value ?? null,
      talkRoundedTotalBytesPerSecond: talk?.rounded.value ?? null,
      spread: groups.spread,
    },
    figures: talk === undefined ? [bothEnds] : [bothEnds, talk.total, talk.rounded],
  };
}

/** A byte of an exchange is counted where it is sent; any other flow of a network stands there once already. */
const crossesFabric = (flow: Flow): boolean =>
  flow.kind !== 'shuffle-in' &&
  (flow.resources.includes('networkIn') || flow.resources.includes('networkOut'));

interface Survey {
  readonly even: boolean;
  /** Sum over the machines, by the flow. */
  readonly overMachines: ReadonlyMap<Flow, number>;
  readonly spread: readonly Spread[];
}

const ALL_ALIKE: Survey = { even: true, overMachines: new Map(), spread: [] };

/** Every group of machines, computed plainly: what each flow adds up to, and how many machines carry which network load. */
function surveyed(table: FlowTable, placement: Placement): Survey {
  const spread = new Map<string, Spread>();
  const [placeIn, placeOut] = [RESOURCES.indexOf('networkIn'), RESOURCES.indexOf('networkOut')];
  let groups = 0;
  const { overMachines } = forEachGroup(table, placement, ({ machines }, loads) => {
    groups += 1;
    const networkInBytesPerSecond = loads[placeIn] ?? 0;
    const networkOutBytesPerSecond = loads[placeOut] ?? 0;
    const alike = `${networkInBytesPerSecond.toPrecision(SAME_DIGITS)} ${networkOutBytesPerSecond.toPrecision(SAME_DIGITS)}`;
    const known = spread.get(alike);
    if (known !== undefined) spread.set(alike, { ...known, machines: known.machines + machines });
    else spread.set(alike, { machines, networkInBytesPerSecond, networkOutBytesPerSecond });
  });
  return {
    even: groups === 1,
    overMachines: new Map(table.flows.map((flow, at) => [flow, overMachines[at] ?? 0])),
    spread: spread.size > 1 ? [...spread.values()] : [],
  };
}

/** Loads that agree to so many digits are one. */
const SAME_DIGITS = 12;

/** A flow over all machines. Where machines differ, an exchange's sum over them is computed plainly and enters as it is. */
function overCluster(
  scope: Scope,
  flow: Flow,
  machines: Figure<'count'>,
  ledgers: MachineLedgers,
  survey: Survey,
): Figure<'bytesPerSecond'> {
  if (flow.spread.kind === 'work') return rateLeaf(flow);
  const line = survey.even ? ledgers.lineOf(flow) : undefined;
  if (line !== undefined) {
    return derive(`cluster.${flow.id}`, REMOTE, { machines, sentHere: rateOf(line.amount) });
  }
  const pointer =
    scope.request.cluster.placement === undefined
      ? `/workload/edges/${flow.spread.exchange.index}`
      : '/cluster/placement';
  return given('bytesPerSecond', survey.overMachines.get(flow) ?? 0, pointer);
}

function rateLeaf(flow: Flow): Figure<'bytesPerSecond'> {
  if (!isRate(flow.total)) throw new RangeError(`${flow.id} is not a rate of bytes`);
  return flow.total;
}

const isRate = (figure: Figure): figure is Figure<'bytesPerSecond'> => figure.unit === 'bytesPerSecond';

const numbered = (figures: readonly Figure<'bytesPerSecond'>[]) =>
  figures.map((figure, at) => ({ name: `flow ${at + 1}`, figure }));

function talkTotals(
  oneWay: readonly OneWay[],
  bothEnds: Figure<'bytesPerSecond'>,
  machines: Figure<'count'>,
) {
  const uploads = oneWay.filter(({ flow }) => flow.kind === 'checkpoint-upload');
  const checkpointUpload = sum(
    'cluster.checkpointUpload',
    'bytesPerSecond',
    { label: 'Checkpoint upload of all machines', reference: 'F1.3' },
    numbered(uploads.map(({ figure }) => figure)),
  );
  const total = derive('cluster.talkTotal', TALK_TOTAL, { bothEnds, checkpointUpload });
  const rounded = sum(
    'cluster.talkRoundedTotal',
    'bytesPerSecond',
    { label: 'Cluster total under the talk’s rounding', reference: 'F1.3' },
    numbered(oneWay.map((term) => roundedTerm(term, machines))),
  );
  return { total, rounded };
}

/** The talk rounds what windows emit and what checkpoints upload, and counts uploads at one end. */
function roundedTerm({ flow, figure }: OneWay, machines: Figure<'count'>): DerivedFigure<'bytesPerSecond'> {
  const round = () => derive(`cluster.rounded.${flow.id}`, ROUNDED, { wholeJob: figure, machines });
  if (flow.kind === 'checkpoint-upload') return round();
  const bytesPerSecond = flow.kind === 'sink-write' && flow.peak !== null ? round() : figure;
  return derive(`cluster.twice.${flow.id}`, TWICE, { bytesPerSecond });
}

export const CLUSTER_FORMULAS = [REMOTE, BOTH_ENDS, TALK_TOTAL, ROUNDED, TWICE];

import type { Operator } from '@plimsoll/planner';
import { duration, figure } from './figures.js';
import { type Html, html, type Part } from './html.js';
import { plain } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { inScale, scaleFor } from './scales.js';

/** The job and its cluster in a row of facts: what was asked, not what came out of it, apart from its state. */
export function jobFacts(view: PlanView): Html {
  const facts: [string, Part][] = [
    ...recordsFact(view),
    ...shapeFact(view),
    ...keysFact(view),
    ...windowFact(view),
    ['Checkpoint', checkpointFact(view)],
    ['Machines', machinesFact(view)],
    ...stateFacts(view),
  ];
  return html`<dl class="job">
${facts.map(
  ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>`;
}

function recordsFact({ plan }: PlanView): [string, Part][] {
  const sources = plan.inputs.workload.operators.filter((operator) => operator.kind === 'source');
  const rate = figure(
    'perSecond',
    sources.reduce((sum, source) => sum + (source.recordsPerSecond ?? 0), 0),
  );
  const [only] = sources;
  if (only === undefined) return [];
  if (sources.length > 1) return [['Records', `${rate} from ${plain(sources.length)} sources`]];
  return [['Records', `${rate} × ${figure('bytes', Number(only.recordBytes ?? 0))}`]];
}

/** How large the dataflow is, where its windows do not say enough. */
function shapeFact({ plan }: PlanView): [string, Part][] {
  const { operators, edges } = plan.inputs.workload;
  const plainJob = operators.length <= 3 && windowsOf(operators).length === 1;
  return plainJob
    ? []
    : [['Dataflow', `${count(operators.length, 'operator')}, ${count(edges.length, 'edge')}`]];
}

function keysFact({ plan, capacity, anchors }: PlanView): [string, Part][] {
  const keyed = plan.inputs.workload.operators.filter((operator) => operator.keys !== undefined);
  const [only] = keyed;
  if (only === undefined) return [];
  if (keyed.length > 1) {
    const most = Math.max(...keyed.map((operator) => operator.keys ?? 0));
    return [['Keys', `up to ${figure('count', most)} in ${plain(keyed.length)} operators`]];
  }
  const keys = figure('count', only.keys ?? 0);
  const firing = capacity.operators.find((operator) => operator.id === only.id)?.firing;
  const step = `operator.${only.id}.keysPerFiring`;
  if (firing == null || anchors.idOf(step) === undefined) return [['Keys', keys]];
  return [['Keys', html`${keys}, ${anchors.why(step, figure('count', firing.keys))} per firing`]];
}

const windowsOf = (operators: readonly Operator[]): Operator[] =>
  operators.filter((operator) => operator.window !== undefined || operator.join !== undefined);

function windowFact({ plan }: PlanView): [string, Part][] {
  const holders = windowsOf(plan.inputs.workload.operators);
  const [only] = holders;
  if (only === undefined) return [];
  if (holders.length > 1) {
    const joins = holders.filter((operator) => operator.join !== undefined).length;
    const counts = [count(holders.length - joins, 'window'), count(joins, 'join')];
    return [['Windows', counts.filter((part) => part !== '').join(', ')]];
  }
  return [[only.join === undefined ? 'Window' : 'Join', holdingOf(only)]];
}

const count = (number: number, one: string): string =>
  number === 0 ? '' : `${plain(number)} ${one}${number === 1 ? '' : 's'}`;

function holdingOf({ window, join }: Operator): string {
  if (join !== undefined) {
    const { type, size, lower, upper, stateTtl } = join;
    if (type === 'window') return `window, ${duration(size ?? 0)}`;
    if (type === 'interval')
      return `interval, ${signedDuration(lower ?? 0)} to ${signedDuration(upper ?? 0)}`;
    return stateTtl === undefined ? 'regular' : `regular, kept ${duration(stateTtl)}`;
  }
  if (window === undefined) return '';
  const { assigner, size, slide, gap, countTrigger } = window;
  if (assigner === 'sliding') return `sliding, ${duration(size ?? 0)} / ${duration(slide ?? 0)}`;
  if (assigner === 'session') return `session, gap ${duration(gap ?? 0)}`;
  if (assigner === 'global')
    return countTrigger === undefined ? 'global' : `global, every ${plain(countTrigger)} records`;
  return `tumbling, ${duration(size ?? 0)}`;
}

const signedDuration = (ms: number): string => (ms === 0 ? '0' : duration(ms));

function checkpointFact({ plan, capacity }: PlanView): string {
  if (plan.inputs.checkpointing === undefined || capacity.checkpoint === null) return 'none';
  const { interval, incremental } = plan.inputs.checkpointing;
  const every =
    interval === 60_000
      ? 'each minute'
      : interval === 3_600_000
        ? 'each hour'
        : `every ${duration(interval)}`;
  return `${every}, ${incremental === true ? 'incremental' : 'full'}`;
}

/** Speeds that network cards are sold in, in Gbit/s. */
const CARDS = [1, 2.5, 5, 10, 25, 40, 50, 100, 200, 400];

function machinesFact({ plan, capacity }: PlanView): string {
  const { networkIn, networkOut, stateDisk } = plan.inputs.cluster.machine;
  const gigabits = (networkIn * 8) / 1e9;
  const network =
    networkIn !== networkOut
      ? `${figure('bytesPerSecond', networkIn)} in, ${figure('bytesPerSecond', networkOut)} out`
      : CARDS.includes(gigabits)
        ? `${plain(gigabits)}\u00a0GbE`
        : figure('bytesPerSecond', networkIn);
  const disks = stateDisk === undefined ? [] : [`${stateDisk.attachment} disks`];
  return [plain(capacity.machines), network, ...disks].join(', ');
}

function stateFacts({ capacity, anchors }: PlanView): [string, Part][] {
  const total = Number(capacity.state.totalBytes);
  const own = Number(capacity.state.perMachineBytes);
  const holders = capacity.operators.filter((operator) => operator.stateEntries !== null);
  if (total === 0 && holders.length === 0) return [['State', 'none']];
  const scale = scaleFor('bytes', total);
  const perMachine = anchors.why(stateStep(capacity.steps) ?? '', inScale(own, scale));
  const entries = holders.reduce((sum, operator) => sum + (operator.stateEntries ?? 0), 0);
  const [only] = holders;
  const step = holders.length === 1 && only !== undefined ? `operator.${only.id}.openEntries` : '';
  const facts: [string, Part][] = [['State', html`${figure('bytes', total)}, ${perMachine} per machine`]];
  if (entries > 0) facts.push(['Open entries', anchors.why(step, figure('count', entries))]);
  return facts;
}

const stateStep = (steps: readonly { key: string }[]): string | undefined =>
  steps.find(({ key }) => key === 'state.perMachine' || key === 'state.perMachineBytes')?.key;

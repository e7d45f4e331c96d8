import type { CapacityPlan, CheckpointLoad, OperatorLoad, Workload } from '@plimsoll/planner';
import { duration, figure } from './figures.js';
import { type FlowKind, shortOwner } from './flow-kinds.js';
import { ledgerView } from './ledger-view.js';
import { NARROW, plain } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { resourceName } from './resource-words.js';
import { inScale, scaleFor, withUnit } from './scales.js';

/** One row of the strip: something that lasts `length` and comes again `every` so often. Times in milliseconds. */
export interface Lane {
  readonly name: string;
  readonly says: string;
  readonly title: string;
  readonly kind: FlowKind | 'talk';
  readonly start: number;
  /** null: it never ends, for want of bandwidth. */
  readonly length: number | null;
  readonly every: number;
  readonly text: string;
}

const MOST_EMISSIONS = 8;

/** Emissions of windows, the largest first; the checkpoint; the checkpoint as the talk has it. */
export function lanesOf(view: PlanView, span: number): Lane[] {
  const { capacity, talk } = view;
  const firing = capacity.operators
    .filter(
      (operator) => operator.firing !== null && operator.firing.everyMs > 0 && operator.bytesOutPerSecond > 0,
    )
    .sort((one, other) => other.bytesOutPerSecond - one.bytesOutPerSecond);
  const several = firing.length > 1;
  const lanes = firing.slice(0, MOST_EMISSIONS).flatMap((operator) => emissionLane(operator, view, several));
  if (capacity.checkpoint !== null && capacity.checkpoint.perMachineBytes > 0) {
    lanes.push(checkpointLane(capacity, capacity.checkpoint));
    if (talk?.checkpoint != null) lanes.push(talkLane(talk.checkpoint, span));
  }
  return lanes;
}

function emissionLane(operator: OperatorLoad, { plan, capacity }: PlanView, several: boolean): Lane[] {
  const { firing } = operator;
  if (firing === null) return [];
  const { drainMs, everyMs } = firing;
  const average = operator.bytesOutPerSecond / capacity.machines;
  const scale = scaleFor('bytesPerSecond', average);
  const drain = Math.min(drainMs, everyMs);
  const rate = withUnit(inScale((average * everyMs) / drain, scale), scale.name);
  const feasible = firing.feasible ? '' : '; the network leaves too little for it';
  return [
    {
      name: several ? `Emission of ${shortOwner(operator.id)}` : 'Window emission',
      says: `${rate} while it drains, ${inScale(average, scale)} on average${feasible}`,
      title: `Window emission from 0 to ${duration(drain)} of every ${duration(everyMs)}`,
      kind: kindOfEmission(operator.id, plan.inputs.workload),
      start: 0,
      length: drain,
      every: everyMs,
      text: duration(drain),
    },
  ];
}

/** To a sink it leaves the cluster, by most ship strategies it crosses to other machines; FORWARD keeps it where it is. */
function kindOfEmission(id: string, { operators, edges }: Workload): FlowKind {
  const out = edges.filter((edge) => edge.from === id);
  const sinks = new Set(operators.filter(({ kind }) => kind === 'sink').map((operator) => operator.id));
  if (out.some((edge) => sinks.has(edge.to))) return 'kafka';
  return out.some((edge) => edge.shipStrategy !== 'FORWARD') ? 'shuffle' : 'other';
}

function checkpointLane(capacity: CapacityPlan, checkpoint: CheckpointLoad): Lane {
  const { durationMs, intervalMs } = checkpoint;
  const common = { name: 'Checkpoint upload', kind: 'checkpoint' as const, every: intervalMs };
  if (durationMs === null) {
    const text = 'never done: no bandwidth is left for it';
    return {
      ...common,
      says: 'nothing is left to upload with',
      title: `Checkpoint upload ${text}`,
      start: 0,
      length: null,
      text,
    };
  }
  const text = `${ofInterval(durationMs, intervalMs)}${durationMs >= intervalMs ? ': it never stops' : ''}`;
  return {
    ...common,
    says: rateText(capacity, checkpoint, durationMs),
    title: `Checkpoint upload takes ${duration(durationMs)} of ${duration(intervalMs)}`,
    start: startOfCheckpoint(checkpoint),
    length: durationMs,
    text,
  };
}

/** Where the drawing lets the checkpoint begin: a third into its interval, or at once where it would not end within. */
export function startOfCheckpoint({ intervalMs, durationMs }: CheckpointLoad): number {
  const third = (intervalMs / 3) % 1000 === 0 ? intervalMs / 3 : intervalMs * 0.3;
  return durationMs === null || third + durationMs > intervalMs ? 0 : third;
}

/** `at the 490 MB/s that network in leaves for its read-back` */
function rateText(capacity: CapacityPlan, checkpoint: CheckpointLoad, durationMs: number): string {
  const rate = (checkpoint.perMachineBytes / durationMs) * 1000;
  const text = figure('bytesPerSecond', rate);
  if (capacity.model === 'talk') return `${text}: spread over the interval by the talk’s definition`;
  const leaves = (['networkIn', 'networkOut'] as const).find((resource) => {
    const ledger = ledgerView(capacity.perMachine, resource);
    if (ledger === undefined || ledger.capacity === null) return false;
    const others = ledger.flows.filter((flow) => !flow.id.startsWith('checkpoint-'));
    const free = ledger.capacity - others.reduce((sum, flow) => sum + flow.value, 0);
    return ledger.flows.length > others.length && Math.abs(free - rate) <= 1e-6 * rate;
  });
  if (leaves === undefined) return `at ${text}`;
  return `at the ${text} that ${resourceName(leaves)} leaves for ${leaves === 'networkIn' ? 'its read-back' : 'it'}`;
}

function talkLane(checkpoint: CheckpointLoad, span: number): Lane {
  const { intervalMs, perMachineBytes } = checkpoint;
  const length = Math.min(checkpoint.durationMs ?? intervalMs, intervalMs);
  const rate = figure('bytesPerSecond', (perMachineBytes / length) * 1000);
  const always = length >= intervalMs;
  return {
    name: 'Upload in the talk',
    says: `${rate}${always ? ': it never stops checkpointing' : ''}`,
    title: always
      ? `In the talk the upload takes all ${duration(intervalMs)}`
      : `In the talk the upload takes ${duration(length)}`,
    kind: 'talk',
    start: 0,
    length: always ? span : length,
    every: always ? span : intervalMs,
    text: ofInterval(length, intervalMs),
  };
}

/** `23.6 s of 60`, `4 min of 10 min` */
function ofInterval(length: number, interval: number): string {
  if (interval < 1000 || interval > 120_000 || length > 120_000)
    return `${duration(length)} of ${duration(interval)}`;
  const decimals = length < 1000 ? 3 : 1;
  return `${plain(length / 1000, decimals)}${NARROW}s of ${plain(interval / 1000)}`;
}

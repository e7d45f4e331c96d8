import type { PlanMemory } from '@plimsoll/planner';
import type { Exact, ExactStep, Step } from '@plimsoll/trace';
import { allBytes, memoryFigure } from './binary-sizes.js';
import { nearestSteps } from './step-chain.js';

/** A step as the page lists it. Of memory it says a size in full too. */
export interface ListedStep extends Step {
  /** In the memory model: sizes are binary. All bytes of a size; empty for what is none. */
  readonly exactly?: string;
}

/** The part of a plan's memory that a trace belongs to. */
export type MemoryPart =
  | 'taskManager'
  | 'jobManager'
  | 'observed'
  | 'rocksDb'
  | 'networkBuffers'
  | 'pods.taskManager'
  | 'pods.jobManager';

export interface MemoryTrace {
  readonly part: MemoryPart;
  readonly title: string;
  /** In the order of the plan; what an earlier part has already is left out. */
  readonly steps: readonly ListedStep[];
}

export interface MemorySteps {
  readonly traces: readonly MemoryTrace[];
  /** The key on the page of a step of a part. */
  readonly keyOf: (part: MemoryPart, key: string) => string;
  /** Keys on the page of what other steps point to by its place in the plan. */
  readonly places: ReadonlyMap<string, string>;
  /** How many steps are left out. */
  readonly left: number;
}

const TITLES: Readonly<Record<MemoryPart, string>> = {
  taskManager: 'TaskManager',
  jobManager: 'JobManager',
  observed: 'Against what was observed',
  rocksDb: 'Embedded databases',
  networkBuffers: 'Network buffers',
  'pods.taskManager': 'Pod of a TaskManager',
  'pods.jobManager': 'Pod of the JobManager',
};

export const NO_MEMORY_STEPS: MemorySteps = {
  traces: [],
  keyOf: (_, key) => key,
  places: new Map(),
  left: 0,
};

/** A dataflow of thousands of exchanges has as many buffers to explain. */
const MOST_OF_A_PART = 300;

/**
 * The traces of a plan's memory with keys of their own: no step of the capacity has a key that begins with `memory/`, and where
 * two parts have different steps of one key the later one's bears its part's name.
 */
export function memorySteps(memory: PlanMemory): MemorySteps {
  const known = new Map<string, string>();
  const keys = new Map<MemoryPart, ReadonlyMap<string, string>>();
  const traces: MemoryTrace[] = [];
  let left = 0;
  const places = new Map<string, string>();
  for (const [part, all] of partsOf(memory)) {
    const own = new Map<string, string>();
    const kept = nearestSteps(all, rootsOf(part, all), MOST_OF_A_PART);
    left += all.length - kept.length;
    const steps: ListedStep[] = [];
    for (const step of kept) {
      const text = JSON.stringify(step, digits);
      const usual = `memory/${step.key}`;
      const taken = known.get(usual);
      const key = taken === undefined || taken === text ? usual : `memory/${part}/${step.key}`;
      own.set(step.key, key);
      if (taken === text) continue;
      known.set(key, text);
      steps.push(listedStep(step, key, (from) => own.get(from) ?? from, edgesOf(memory)));
    }
    keys.set(part, own);
    traces.push({ part, title: TITLES[part], steps });
  }
  const keyOf = (part: MemoryPart, key: string): string => keys.get(part)?.get(key) ?? `memory/${key}`;
  for (const [place, part, key] of PLACES) places.set(place, keyOf(part, key));
  return { traces: traces.filter(({ steps }) => steps.length > 0), keyOf, places, left };
}

/** What steps of other parts, and of the capacity, read of a plan's memory. */
const PLACES = [
  ['/memory/taskManager/components/networkBytes', 'taskManager', 'taskManager.network'],
  ['/memory/taskManager/components/managedBytes', 'taskManager', 'taskManager.managed'],
  ['/memory/rocksDb/shared/blockBytes', 'rocksDb', 'rocksdb.blocks'],
  ['/memory/rocksDb/cacheHits/usableBytes', 'rocksDb', 'rocksdb.usableCache'],
] as const;

function partsOf(memory: PlanMemory): (readonly [MemoryPart, readonly ExactStep[]])[] {
  const { taskManager, jobManager, observed, rocksDb, networkBuffers, pods } = memory;
  const parts: readonly (readonly [MemoryPart, { readonly steps: readonly ExactStep[] } | null])[] = [
    ['taskManager', taskManager],
    ['jobManager', jobManager],
    ['observed', observed],
    ['rocksDb', rocksDb],
    ['networkBuffers', networkBuffers],
    ['pods.taskManager', pods?.taskManager ?? null],
    ['pods.jobManager', pods?.jobManager ?? null],
  ];
  return parts.flatMap(([part, of]) => (of === null ? [] : [[part, of.steps] as const]));
}

/** Of buffers the totals come first; every other trace is short. */
const rootsOf = (part: MemoryPart, steps: readonly ExactStep[]): string[] =>
  part === 'networkBuffers'
    ? ['available', 'least', 'required', 'target', 'requiredBytes', 'targetBytes'].flatMap(
        (name) => lastKey(steps, `network.${name}`) ?? [],
      )
    : steps.map(({ key }) => key).reverse();

/** The last of `network.required.0`, `network.required.1` …: the total over all exchanges. */
export const lastKey = (steps: readonly { readonly key: string }[], name: string): string | undefined =>
  steps.findLast(
    ({ key }) => key === name || /^\.\d+$/.test(key.startsWith(name) ? key.slice(name.length) : ''),
  )?.key;

const digits = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

function listedStep(
  step: ExactStep,
  key: string,
  resolve: (from: string) => string,
  edges: readonly string[],
): ListedStep {
  const { value, unit, formula, reference, evidence } = step;
  const note = noteOf(step);
  return {
    key,
    label: labelOf(step, edges),
    value: Number(value),
    unit,
    formula,
    inputs: step.inputs.map((input) => ({
      ...input,
      value: Number(input.value),
      from: resolve(input.from),
    })),
    reference,
    evidence,
    ...(note !== undefined && { note }),
    exactly: unit === 'bytes' ? allBytes(value) : '',
  };
}

/** Which limit bound, and what the figure was before it. */
function noteOf({ note, boundBy, uncapped, unit }: ExactStep): string | undefined {
  if (boundBy === undefined || boundBy === null) return note;
  const before = uncapped === undefined ? '' : `, ${said(unit, uncapped)} without it`;
  const bound = `the limit is ${optionOf(boundBy)}${before}`;
  return note === undefined ? bound : `${note}; ${bound}`;
}

const said = (unit: ExactStep['unit'], value: Exact): string => memoryFigure(unit, Number(value));

/** The option that an origin names: `taskmanager.memory.network.max` of `/config/…` and of `flink:…`. */
export const optionOf = (from: string): string =>
  from.startsWith('/config/')
    ? from.slice('/config/'.length).replaceAll('~1', '/').replaceAll('~0', '~')
    : from.replace(/^flink:/, '');

/** Formulas that serve several pools are called by the pool that they are for. */
const SUBJECTS: Readonly<Record<string, string>> = {
  network: 'Network memory',
  managed: 'Managed memory',
  taskHeap: 'Task heap',
  jvmOverhead: 'JVM overhead',
  totalFlink: 'Total Flink memory',
  heap: 'JVM heap',
  offHeap: 'Off-heap memory',
};

function labelOf({ key, label }: ExactStep, edges: readonly string[]): string {
  const [group, name = '', last = ''] = key.split('.');
  const subject = Object.hasOwn(SUBJECTS, name) ? SUBJECTS[name] : undefined;
  if (group === 'network') {
    const edge = edges[Number(name === 'exchange' ? last : key.split('.').at(-1))];
    return edge === undefined || /Bytes$/.test(name) ? label : `${label}, ${edge}`;
  }
  if (group === 'kubernetes' && name === 'slot' && Object.hasOwn(SUBJECTS, last))
    return `${SUBJECTS[last]} of a slot`;
  if ((group !== 'taskManager' && group !== 'jobManager') || subject === undefined) return label;
  return last === 'uncapped' ? `${subject} before its limits` : subject;
}

const edgesOf = ({ networkBuffers }: PlanMemory): readonly string[] =>
  (networkBuffers?.exchanges ?? []).map(({ from, to }) => `${from} → ${to}`);

import type { PlanCheckpointing } from '@plimsoll/planner';
import { EVIDENCE, type Evidence, type Step } from '@plimsoll/trace';
import { nearestSteps } from './step-chain.js';

/** The part of a plan's checkpointing that a trace belongs to: the tuning itself, or what follows from it. */
export type CheckpointPart =
  | 'tuning'
  | 'timeline'
  | 'recovery'
  | 'kafkaTransactions'
  | 'storage'
  | 'checkpointGrowth'
  | 'metaspace'
  | `windows.${number}`;

export interface CheckpointTrace {
  readonly part: CheckpointPart;
  readonly title: string;
  /** In the order of the plan. */
  readonly steps: readonly Step[];
}

/** A figure of a plan's checkpointing: a step of one of its parts. */
export type CheckpointFigure = readonly [part: CheckpointPart, key: string];

export interface CheckpointSteps {
  readonly traces: readonly CheckpointTrace[];
  /** The key on the page of a step of a part. */
  readonly keyOf: (part: CheckpointPart, key: string) => string;
  readonly stepOf: (part: CheckpointPart, key: string) => Step | undefined;
  /** Keys on the page of what sub-sections were asked, where a step of the tuning says why it is so. */
  readonly places: ReadonlyMap<string, string>;
  /** How many steps are left out. */
  readonly left: number;
}

export const NO_CHECKPOINT_STEPS: CheckpointSteps = {
  traces: [],
  keyOf: (_, key) => key,
  stepOf: () => undefined,
  places: new Map(),
  left: 0,
};

/** A job of fifty operators with state has as many increments at each bound. */
const MOST_OF_A_PART = 300;

const keyOf = (part: CheckpointPart, key: string): string =>
  part === 'tuning' ? `checkpointing/${key}` : `checkpointing/${part}/${key}`;

/** The traces of a plan's checkpointing with keys of their own: parts have steps of one name, and so has the capacity. */
export function checkpointSteps(checkpointing: PlanCheckpointing): CheckpointSteps {
  const own = new Map<string, Step>();
  let left = 0;
  const traces = partsOf(checkpointing).map(([part, title, all]): CheckpointTrace => {
    const kept = nearestSteps(all, rootsOf(all), MOST_OF_A_PART);
    left += all.length - kept.length;
    const keys = new Set(kept.map(({ key }) => key));
    const steps = kept.map((step): Step => {
      const listed = listedStep(step, keyOf(part, step.key), (from) =>
        keys.has(from) ? keyOf(part, from) : from,
      );
      own.set(listed.key, listed);
      return listed;
    });
    return { part, title, steps };
  });
  return {
    traces: traces.filter(({ steps }) => steps.length > 0),
    keyOf,
    stepOf: (part, key) => own.get(keyOf(part, key)),
    places: placesOf(checkpointing),
    left,
  };
}

/** Figures that the section shows; what they are made of follows. */
const SHOWN = /^(?:bound|need|optimum|current|proposal)\.[^.]+$|^downtime$/;

const rootsOf = (steps: readonly Step[]): string[] => {
  const keys = steps.map(({ key }) => key).reverse();
  const shown = keys.filter((key) => SHOWN.test(key));
  return shown.length > 0 ? shown : keys;
};

type Titled = readonly [CheckpointPart, string, readonly Step[]];

function partsOf(checkpointing: PlanCheckpointing): Titled[] {
  const { timeline, recovery, kafkaTransactions, storage, slowTrouble } = checkpointing;
  const { windows, checkpointGrowth, metaspace } = slowTrouble;
  return [
    ['tuning', 'Interval, duration and settings', checkpointing.steps],
    ['timeline', 'The first checkpoints', timeline?.steps ?? []],
    ['recovery', 'Recovery', recovery?.steps ?? []],
    ['kafkaTransactions', 'Kafka transactions', kafkaTransactions?.steps ?? []],
    ['storage', 'Storage', storage?.steps ?? []],
    ...windows.map(({ operator, steps }, at): Titled => [`windows.${at}`, `Windows of ${operator}`, steps]),
    ['checkpointGrowth', 'Growth of checkpoints', checkpointGrowth?.steps ?? []],
    ['metaspace', 'Metaspace', metaspace?.steps ?? []],
  ];
}

const listedStep = (step: Step, key: string, resolve: (from: string) => string): Step => ({
  ...step,
  key,
  label: labelOf(step),
  inputs: step.inputs.map((input) => ({ ...input, from: resolve(input.from) })),
});

/** Which of several figures of one label it is: of an operator, at the bound of an objective, as it is set or as proposed. */
function labelOf({ key, label }: Step): string {
  const [group = '', name = '', last] = key.split('.');
  if (group === 'bound' || group === 'limit') return `${label}, ${name}`;
  const operator = last === undefined ? undefined : OF_AN_OPERATOR.exec(key)?.[1];
  const of = operator === undefined ? label : `${label}, ${operator}`;
  if (group === 'at') return `${of}, at the bound of ${name}`;
  if (group === 'current') return `${of}, as it is set`;
  if (group === 'proposal') return `${of}, as proposed`;
  if (group === 'mean') return `${of}, on average`;
  if (group === 'disk' || group === 'backend') return `${of}, ${name}`;
  return of;
}

const OF_AN_OPERATOR =
  /^(?:checkpoint|current|proposal|at\.\w+)\.(.+)\.(?:fullBytes|increment|changedKeys|changedEntries)$/;

/** The step of how long a checkpoint takes, as it is set or as proposed. */
export const durationStep = (
  { steps }: Pick<PlanCheckpointing, 'steps'>,
  of: 'current' | 'proposal',
): string => inputOf(steps, `${of}.effectiveInterval`, 'duration') ?? '';

/** Where an input of a step comes from. */
export const inputOf = (steps: readonly Step[], key: string, name: string): string | undefined =>
  steps.find((step) => step.key === key)?.inputs.find((input) => input.name === name)?.from;

/** What recovery, timeline and transactions were asked is a figure of the tuning, where one has that very value. */
function placesOf(checkpointing: PlanCheckpointing): Map<string, string> {
  const { steps, timeline, recovery, kafkaTransactions } = checkpointing;
  const places = new Map<string, string>();
  const place = (pointer: string, key: string, value: number | undefined): void => {
    const step = steps.find((candidate) => candidate.key === key);
    if (step !== undefined && value !== undefined && step.value === value)
      places.set(`/checkpointing/${pointer}`, keyOf('tuning', key));
  };
  const duration = (of: 'current' | 'proposal'): string => durationStep(checkpointing, of);
  if (timeline !== null)
    place('timeline/asked/durationsMs', duration(timeline.of), timeline.asked.durationsMs[0]);
  if (recovery !== null) {
    const { of, asked } = recovery;
    place('recovery/asked/recordsPerSecond', 'checkpoint.sourceRecords', asked.recordsPerSecond);
    place(
      'recovery/asked/capacityRecordsPerSecond',
      'checkpoint.capacityRecords',
      asked.capacityRecordsPerSecond,
    );
    place('recovery/asked/scenario/checkpoint/duration', duration(of), asked.scenario?.checkpoint?.duration);
  }
  if (kafkaTransactions !== null) {
    const { of, asked } = kafkaTransactions;
    place('kafkaTransactions/asked/durationMs', duration(of), asked.durationMs);
    const downtime = recovery?.steps.find(({ key }) => key === 'downtime');
    if (downtime !== undefined && downtime.value === asked.downtimeMs)
      places.set('/checkpointing/kafkaTransactions/asked/downtimeMs', keyOf('recovery', 'downtime'));
  }
  return places;
}

/** The weakest mark among steps and all that they are made of, and a step that bears it. */
export function weakestOf(
  roots: readonly string[],
  steps: readonly Step[],
): { readonly evidence: Evidence; readonly step: Step } | null {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const seen = new Set<string>();
  const reached: Step[] = [];
  const open = [...roots];
  for (let key = open.shift(); key !== undefined; key = open.shift()) {
    const step = byKey.get(key);
    if (step === undefined || seen.has(key)) continue;
    seen.add(key);
    reached.push(step);
    open.push(...step.inputs.map(({ from }) => from));
  }
  for (const evidence of [...EVIDENCE].reverse()) {
    const step = reached.find((candidate) => candidate.evidence === evidence);
    if (step !== undefined) return { evidence, step };
  }
  return null;
}

/** The step of an objective’s bound; undefined where it is a limit of Flink or no figure. */
export function boundStep(
  { steps, bounds }: PlanCheckpointing,
  objective: PlanCheckpointing['bounds'][number]['objective'],
): string | undefined {
  const key = `bound.${objective}`;
  const bound = bounds.find((candidate) => candidate.objective === objective)?.intervalMs;
  const own = steps.filter((step) => step.key === key || step.key.startsWith(`${key}.network`));
  return (own.find((step) => step.value === bound) ?? own[0])?.key;
}

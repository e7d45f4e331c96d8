import { derive, type Figure, flinkDefault, formula, given, type LeafFigure } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';
import { parameterLeaves } from './parameters.js';
import {
  type Attachment,
  type CapacityRequest,
  LIMITS,
  type Model,
  type Size,
  type StateBackend,
} from './request.js';
import type { Finding } from './result.js';
import type { StateCache } from './state-cache.js';

/** What may differ between two plans of one request: where its fields came from, and parameters to try. */
export interface Variation {
  /** Pointers of fields that the request took from elsewhere, such as a configuration key, to where they stand. */
  readonly origins?: Readonly<Record<string, string>>;
  /** Parameters by id, to ask how far one may move. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** What caches the state; without it, what a request says of each operator. */
  readonly stateCache?: StateCache;
  /** The largest number of machines that is tried in search of the smallest that fits: 0 where only the given one is asked about. */
  readonly searchedMachines?: number;
}

/** A request with its defaults resolved: every value that a plan uses, as a leaf that says where it comes from. */
export interface Scope {
  readonly request: CapacityRequest;
  readonly model: Model;
  readonly stateBackend: StateBackend;
  /** Whether state lives on a disk (rocksdb, forst) and is read and written there. */
  readonly stateOnDisk: boolean;
  readonly stateCache: StateCache | null;
  readonly searchedMachines: number;
  readonly diskAttachment: Attachment;
  readonly targetUtilization: Figure<'ratio'>;
  readonly taskManagersPerMachine: Figure<'count'>;
  readonly slotsPerTaskManager: Figure<'count'>;
  readonly slotsPerMachine: number;
  /** The interval at which checkpoints start at best; undefined without checkpointing. */
  readonly checkpointInterval: Figure<'ms'> | undefined;
  given<U extends Unit>(unit: U, value: Size, pointer: string): LeafFigure<U>;
  parameter: ReturnType<typeof parameterLeaves>;
  /** A finding with the places of what the configuration gave: its key as the path, its pointer in the evidence. */
  whereItStands(finding: Finding): Finding;
}

export const RAISED_INTERVAL = formula({
  reference: 'F5.2',
  label: 'Interval between checkpoints',
  unit: 'ms',
  inputs: { interval: 'ms', minPause: 'ms' },
  text: 'max(interval, minPause)',
  evidence: 'verified',
  compute: ({ interval, minPause }) => Math.max(interval, minPause),
});

/** Flink raises the interval silently to the min pause. */
function checkpointInterval(
  { checkpointing }: CapacityRequest,
  leaf: Scope['given'],
): Figure<'ms'> | undefined {
  if (checkpointing === undefined) return undefined;
  const interval = leaf('ms', checkpointing.interval, '/checkpointing/interval');
  if (checkpointing.minPause === undefined || checkpointing.minPause <= checkpointing.interval)
    return interval;
  const minPause = leaf('ms', checkpointing.minPause, '/checkpointing/minPause');
  return derive('checkpoint.interval', RAISED_INTERVAL, { interval, minPause }, 'min pause binds');
}

export function scopeOf(request: CapacityRequest, variation: Variation = {}): Scope {
  const { cluster } = request;
  const origins = variation.origins ?? {};
  const parameter = parameterLeaves(variation.parameters ?? {});
  const leaf = <U extends Unit>(unit: U, value: Size, pointer: string): LeafFigure<U> =>
    given(unit, Number(value), origins[pointer] ?? pointer);
  const stateBackend =
    cluster.stateBackend ?? (cluster.machine.stateDisk === undefined ? 'hashmap' : 'rocksdb');
  const taskManagersPerMachine =
    cluster.taskManagersPerMachine === undefined
      ? parameter('taskManagersPerMachine')
      : leaf('count', cluster.taskManagersPerMachine, '/cluster/taskManagersPerMachine');
  const slotsPerTaskManager =
    cluster.slotsPerTaskManager === undefined
      ? flinkDefault('count', 1, 'taskmanager.numberOfTaskSlots')
      : leaf('count', cluster.slotsPerTaskManager, '/cluster/slotsPerTaskManager');
  return {
    request,
    model: request.model ?? 'full',
    stateBackend,
    stateOnDisk: stateBackend !== 'hashmap',
    stateCache: variation.stateCache ?? null,
    searchedMachines: variation.searchedMachines ?? LIMITS.searchedMachines,
    diskAttachment: cluster.machine.stateDisk?.attachment ?? 'local',
    targetUtilization:
      cluster.targetUtilization === undefined
        ? parameter('targetUtilization')
        : leaf('ratio', cluster.targetUtilization, '/cluster/targetUtilization'),
    taskManagersPerMachine,
    slotsPerTaskManager,
    slotsPerMachine: taskManagersPerMachine.value * slotsPerTaskManager.value,
    checkpointInterval: checkpointInterval(request, leaf),
    given: leaf,
    parameter,
    whereItStands: variation.origins === undefined ? (finding) => finding : placedBy(variation.origins),
  };
}

const placedBy =
  (origins: Readonly<Record<string, string>>) =>
  (finding: Finding): Finding => {
    const origin = origins[finding.path];
    const evidence = finding.evidence.map((row) => ({ ...row, from: origins[row.from] ?? row.from }));
    return { ...finding, path: origin === undefined ? finding.path : configKey(origin), evidence };
  };

/** `/config/state.backend.type` points at the key `state.backend.type`. */
const configKey = (pointer: string): string =>
  pointer
    .replace(/^\/config\//, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');

const pointers = new Map<string, string[]>();

/** JSON pointer of a field of an operator. The same few thousand come again in every plan, so each is made once. */
export function operatorPointer(index: number, field: string): string {
  const ofField = pointers.get(field) ?? [];
  if (ofField.length === 0) pointers.set(field, ofField);
  const known = ofField[index];
  if (known !== undefined) return known;
  while (ofField.length <= index) ofField.push(`/workload/operators/${ofField.length}/${field}`);
  return ofField[index] ?? '';
}

/** A field of an operator as a leaf, or undefined where it is not given. */
export function operatorLeaf<U extends Unit>(
  scope: Scope,
  index: number,
  unit: U,
  field: string,
  value: Size | undefined,
): LeafFigure<U> | undefined {
  return value === undefined ? undefined : scope.given(unit, value, operatorPointer(index, field));
}

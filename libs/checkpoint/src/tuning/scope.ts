import { derive, type Figure, formula, given, parameter } from '@plimsoll/trace';
import { type FlinkVersion, parseFlinkVersion } from '@plimsoll/units';
import {
  CheckpointModel,
  type SharedFigures,
  type SnapshotKind,
  sharedFigures,
} from '../duration/checkpoint-duration.js';
import { type Downtime, downtime } from './downtime.js';
import { MACHINE_MTBF, MAX_DUTY, SLOWDOWN } from './parameters.js';
import type { CheckpointFacts, CheckpointObjectives, CheckpointTuningRequest } from './request.js';
import { type Limited, rewindLimits } from './rewind-limits.js';
import { type CostTerms, loadOf } from './streaming-cost.js';

/** A request with its defaults resolved, each value a figure. */
export interface TuningScope {
  readonly request: CheckpointTuningRequest;
  readonly version: FlinkVersion;
  readonly facts: CheckpointFacts;
  readonly shared: SharedFigures;
  readonly objectives: CheckpointObjectives;
  readonly maxDuty: Figure<'ratio'>;
  /** A pause that is set is asked for: it stays. */
  readonly minPause: Figure<'ms'>;
  readonly slowdown: Figure<'ratio'>;
  /** Between two failures of the job: any machine's is one. */
  readonly mtbf: Figure<'ms'>;
  readonly downtime: Downtime;
  /** While the job catches up. */
  readonly capacity: Figure<'perSecond'>;
  readonly load: Figure<'ratio'>;
  /** What objectives allow interval and duration to be together. */
  readonly limits: readonly Limited[];
  /** The model of one kind of checkpoints, made once. */
  readonly model: (kind: SnapshotKind) => CheckpointModel;
}

const NEWEST: FlinkVersion = { major: 2, minor: 3 };

const JOB_MTBF = formula({
  reference: 'F5.1',
  label: 'Mean time between failures of the job',
  unit: 'ms',
  inputs: { machineMtbf: 'ms', machines: 'count' },
  text: 'machineMtbf ÷ machines',
  compute: ({ machineMtbf, machines }) => machineMtbf / machines,
});

const SURVIVING = formula({
  reference: 'F3.2',
  label: 'Capacity of the machines that are left',
  unit: 'perSecond',
  inputs: { capacity: 'perSecond', machines: 'count', surviveMachines: 'count' },
  text: 'capacity × (machines − surviveMachines) ÷ machines',
  compute: ({ capacity, machines, surviveMachines }) => (capacity * (machines - surviveMachines)) / machines,
});

export function tuningScope(request: CheckpointTuningRequest): TuningScope {
  const { facts, failures, checkpointing } = request;
  const objectives = request.objectives ?? {};
  const { maxDutyRatio, surviveMachines = 0 } = objectives;
  const { machines } = facts;
  const shared = sharedFigures(facts);
  const models = new Map<string, CheckpointModel>();
  const machineMtbf =
    failures?.machineMtbfMs === undefined
      ? parameter(MACHINE_MTBF)
      : given('ms', failures.machineMtbfMs, '/failures/machineMtbfMs');
  const capacity =
    surviveMachines === 0
      ? facts.capacityRecordsPerSecond
      : derive('capacity.surviving', SURVIVING, {
          capacity: facts.capacityRecordsPerSecond,
          machines,
          surviveMachines: given('count', surviveMachines, '/objectives/surviveMachines'),
        });
  const scope = {
    request,
    version: parseFlinkVersion(request.flinkVersion ?? '') ?? NEWEST,
    facts,
    shared,
    objectives,
    maxDuty:
      maxDutyRatio === undefined
        ? parameter(MAX_DUTY)
        : given('ratio', maxDutyRatio, '/objectives/maxDutyRatio'),
    minPause: given('ms', checkpointing?.minPause ?? 0, '/checkpointing/minPause'),
    slowdown: facts.slowdown ?? parameter(SLOWDOWN),
    mtbf: derive('mtbf', JOB_MTBF, { machineMtbf, machines }),
    downtime: downtime(request, shared.full),
    capacity,
    load: loadOf(facts.recordsPerSecond, capacity),
    model: (kind: SnapshotKind) => {
      const name = `${kind.incremental} ${kind.barriers}`;
      const known = models.get(name) ?? new CheckpointModel(shared, kind);
      models.set(name, known);
      return known;
    },
  };
  return { ...scope, limits: rewindLimits(scope) };
}

/** What the streaming cost of a kind of checkpoints is made of; a job that a person restarts is charged no downtime. */
export const costTerms = (scope: TuningScope, model: CheckpointModel): CostTerms => ({
  stallMs: scope.shared.sync.value + model.alignment.value,
  slowdown: scope.slowdown.value,
  downtimeMs: scope.downtime.total?.value ?? 0,
  mtbfMs: scope.mtbf.value,
  load: scope.load.value,
});

export const SCOPE_FORMULAS = [JOB_MTBF, SURVIVING];

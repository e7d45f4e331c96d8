import type { CheckpointFailures, CheckpointObjectives } from '@plimsoll/checkpoint';
import type { FlinkRefusal, Observed } from '@plimsoll/memory';
import { type FlinkVersion, type Outcome, ok, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import { capacity, planAndSurvey } from './capacity.js';
import { check } from './check.js';
import { checkpointingOf, type PlanCheckpointing } from './checkpointing/plan-checkpointing.js';
import type { KafkaSinkSettings } from './checkpointing/planned-kafka.js';
import type { ObservedSeries } from './checkpointing/slow-trouble.js';
import { type FlinkConfig, withConfig } from './config-values.js';
import { lintFindings } from './configuration/lint-findings.js';
import { type PlanConfig, planConfig } from './configuration/plan-config.js';
import { inOrder } from './finding.js';
import { flinkRejects, memoryFindings } from './memory-findings.js';
import { plannedBuffers } from './plan-buffers.js';
import { type MemoryOutcome, memoryOf, NEWEST, type PlanMemory } from './plan-memory.js';
import { plannedRocksDb, slotAccess, stateCacheOf } from './plan-rocksdb.js';
import type { CapacityRequest, Checkpointing, Cluster, Model, Workload } from './request.js';
import type { CapacityPlan, Finding } from './result.js';
import type { Variation } from './scope.js';

/** What a plan is made from: a profile’s description of job, cluster and configuration, in base units. */
export interface PlanInputs {
  readonly name?: string;
  readonly flinkVersion?: string;
  readonly workload: Workload;
  readonly cluster: Cluster;
  readonly checkpointing?: Checkpointing;
  readonly objectives?: CheckpointObjectives;
  /** What fails how often; default: a machine with its TaskManagers. */
  readonly failures?: CheckpointFailures;
  /** Of an exactly-once sink into Kafka. */
  readonly kafkaSink?: KafkaSinkSettings;
  readonly config?: FlinkConfig;
  /** What monitoring shows of a TaskManager that runs with this configuration. */
  readonly observed?: Observed;
  readonly observedSeries?: ObservedSeries;
}

/** What a plan says. A part is null where the profile says nothing of it. */
export interface PlanContent {
  readonly capacity: CapacityPlan;
  /** Or why Flink refuses the configuration; the problem that the calculators of memory answer with. */
  readonly memory: PlanMemory | { readonly rejected: RejectedConfig } | null;
  /** How the job may checkpoint, beside how it does. */
  readonly checkpointing: PlanCheckpointing | null;
  /** What the plan recommends to set. */
  readonly config: PlanConfig | null;
  readonly findings: readonly Finding[];
}

/** RFC 9457 problem details. */
export interface RejectedConfig extends FlinkRefusal {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
}

interface Prepared {
  readonly request: CapacityRequest;
  readonly variation: Variation;
  readonly findings: readonly Finding[];
  readonly memory: MemoryOutcome;
  /** The plan, where it had to be made to know the rest. */
  readonly first?: ReturnType<typeof planAndSurvey>;
}

function prepared(
  inputs: PlanInputs,
  model: Model,
  search: Pick<Variation, 'searchedMachines'> = {},
): Prepared {
  const { workload, cluster, checkpointing } = inputs;
  const { request, origins, findings } = withConfig(
    { model, workload, cluster, checkpointing },
    inputs.config ?? {},
  );
  const memory: MemoryOutcome = model === 'talk' ? { kind: 'silent' } : memoryOf(inputs, request);
  return { request, findings, ...withCache({ origins, ...search }, memory, request, inputs.config ?? {}) };
}

/**
 * State is read through the caches of the databases. How large these are follows from what filters and indexes of the state take
 * of them, and that from how the state is spread: so the capacity is planned once without, to know the spread.
 */
function withCache(
  variation: Variation,
  outcome: MemoryOutcome,
  request: CapacityRequest,
  config: FlinkConfig,
): Pick<Prepared, 'variation' | 'memory' | 'first'> {
  const taskManager = outcome.kind === 'memory' ? outcome.memory.taskManager : null;
  if (outcome.kind !== 'memory' || taskManager === null || outcome.memory.rocksDb === null)
    return { variation, memory: outcome };
  const stateCache = stateCacheOf(outcome.memory.rocksDb);
  const cached = { ...variation, ...(stateCache && { stateCache }) };
  const first = planAndSurvey(request, cached);
  const access = first.kind === 'ok' ? slotAccess(first.value.plan, request) : undefined;
  const accessed = plannedRocksDb(outcome.memory.flinkVersion, config, request, taskManager, access);
  const rocksDb = accessed.kind === 'ok' ? accessed.value : outcome.memory.rocksDb;
  const memory = { kind: 'memory', memory: { ...outcome.memory, rocksDb } } as const;
  const used = stateCacheOf(rocksDb);
  if (used === undefined || used.bytesPerTaskManager === stateCache?.bytesPerTaskManager)
    return { variation: cached, memory, first };
  return { variation: { ...variation, stateCache: used }, memory };
}

/**
 * A whole plan under model full. Explicit fields win over the configuration.
 * @returns the plan, or every reason (422) why the inputs cannot be planned
 */
export function composePlan(inputs: PlanInputs): Outcome<PlanContent> {
  const explicit = check({
    workload: inputs.workload,
    cluster: inputs.cluster,
    checkpointing: inputs.checkpointing,
  });
  if (explicit.length > 0) return { kind: 'rejected', rejections: explicit };
  const { request, variation, findings, memory, first } = prepared(inputs, 'full');
  if (memory.kind === 'rejected') return memory;
  const planned = first ?? planAndSurvey(request, variation);
  if (planned.kind === 'rejected') return asConfigured(planned, variation);
  const { plan, survey } = planned.value;
  const section = memorySection(memory, inputs, request, plan);
  const checkpoints = checkpointingOf(inputs, {
    checkpointing: request.checkpointing,
    plan,
    survey,
    memory: section.planned,
  });
  if (checkpoints.kind === 'rejected') return asConfigured(checkpoints, variation);
  const checkpointing = checkpoints.kind === 'planned' ? checkpoints.checkpointing : null;
  const own = [
    ...plan.findings,
    ...findings,
    ...section.findings,
    ...checkpoints.findings.map(survey.scope.whereItStands),
  ];
  const { flinkVersion = NEWEST, config, observed, observedSeries } = inputs;
  const linted =
    config === undefined
      ? []
      : lintFindings({ flinkVersion, config, request, observed, observedSeries, checkpointing }, own);
  const all = inOrder([...own, ...linted]);
  return ok({
    capacity: plan,
    memory: section.memory,
    checkpointing,
    config: planConfig(config, flinkVersion, versionOf(flinkVersion), {
      stateBackend: survey.scope.stateBackend,
      tuning: checkpointing,
      findings: all,
    }),
    findings: all,
  });
}

const versionOf = (flinkVersion: string): FlinkVersion =>
  parseFlinkVersion(flinkVersion) ?? { major: 2, minor: 3 };

const asConfigured = (
  { rejections }: { readonly rejections: readonly Rejection[] },
  variation: Variation,
): Outcome<never> => ({ kind: 'rejected', rejections: rejections.map(fromConfig(variation)) });

interface MemorySection extends Pick<PlanContent, 'memory' | 'findings'> {
  /** Null where Flink refuses the configuration, or nothing is said. */
  readonly planned: PlanMemory | null;
}

function memorySection(
  outcome: Exclude<MemoryOutcome, { kind: 'rejected' }>,
  { config = {} }: PlanInputs,
  request: CapacityRequest,
  plan: CapacityPlan,
): MemorySection {
  if (outcome.kind === 'silent') return { memory: null, findings: [], planned: null };
  if (outcome.kind === 'refused') {
    const { component, refusal } = outcome;
    const findings = [flinkRejects(component, refusal)];
    return { memory: { rejected: { ...REJECTED, ...refusal } }, findings, planned: null };
  }
  const { flinkVersion, taskManager } = outcome.memory;
  const networkBuffers =
    taskManager === null
      ? null
      : plannedBuffers(flinkVersion, config, request, plan, taskManager.components.networkBytes);
  const memory = { ...outcome.memory, networkBuffers };
  return { memory, findings: memoryFindings(memory, request), planned: memory };
}

const REJECTED = {
  type: 'urn:plimsoll:problem:flink-rejects-config',
  title: 'Flink refuses this configuration',
  status: 422,
  code: 'FLINK_REJECTS_CONFIG',
};

/** A value that came from the configuration is refused where it stands there. */
const fromConfig =
  ({ origins = {} }: Variation) =>
  (rejection: Rejection): Rejection => ({
    ...rejection,
    pointer: origins[rejection.pointer] ?? rejection.pointer,
  });

/** The same inputs as the talk would plan them, to stand beside a plan; null where they cannot be planned. */
export function talkBeside(inputs: PlanInputs): CapacityPlan | null {
  const { request, variation } = prepared(inputs, 'talk');
  const plan = capacity(request, variation);
  return plan.kind === 'ok' ? plan.value : null;
}

/** A plan of the same inputs with other values of parameters; null where they cannot be planned. */
export function planWith(
  inputs: PlanInputs,
  parameters: Readonly<Record<string, number>>,
  search: Pick<Variation, 'searchedMachines'> = {},
): CapacityPlan | null {
  const { request, variation } = prepared(inputs, 'full', search);
  const plan = capacity(request, { ...variation, parameters });
  return plan.kind === 'ok' ? plan.value : null;
}

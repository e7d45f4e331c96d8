import type { FlinkRefusal, Observed } from '@plimsoll/memory';
import type { Outcome, Rejection } from '@plimsoll/units';
import { capacity } from './capacity.js';
import { check } from './check.js';
import { type FlinkConfig, withConfig } from './config-values.js';
import { inOrder } from './finding.js';
import { flinkRejects, memoryFindings } from './memory-findings.js';
import { plannedBuffers } from './plan-buffers.js';
import { type MemoryOutcome, memoryOf, type PlanMemory } from './plan-memory.js';
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
  readonly objectives?: object;
  readonly config?: FlinkConfig;
  /** What monitoring shows of a TaskManager that runs with this configuration. */
  readonly observed?: Observed;
}

/** What a plan says. A part is null where the profile says nothing of it. */
export interface PlanContent {
  readonly capacity: CapacityPlan;
  /** Or why Flink refuses the configuration; the problem that the calculators of memory answer with. */
  readonly memory: PlanMemory | { readonly rejected: RejectedConfig } | null;
  readonly checkpointing: null;
  readonly config: null;
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
  readonly first?: Outcome<CapacityPlan>;
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
  const first = capacity(request, cached);
  const access = first.kind === 'ok' ? slotAccess(first.value, request) : undefined;
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
  const plan = first ?? capacity(request, variation);
  if (plan.kind === 'rejected') return { ...plan, rejections: plan.rejections.map(fromConfig(variation)) };
  const section = memorySection(memory, inputs, request, plan.value);
  return {
    kind: 'ok',
    value: {
      capacity: plan.value,
      memory: section.memory,
      checkpointing: null,
      config: null,
      findings: inOrder([...plan.value.findings, ...findings, ...section.findings]),
    },
  };
}

function memorySection(
  outcome: Exclude<MemoryOutcome, { kind: 'rejected' }>,
  { config = {} }: PlanInputs,
  request: CapacityRequest,
  plan: CapacityPlan,
): Pick<PlanContent, 'memory' | 'findings'> {
  if (outcome.kind === 'silent') return { memory: null, findings: [] };
  if (outcome.kind === 'refused') {
    const { component, refusal } = outcome;
    return {
      memory: { rejected: { ...REJECTED, ...refusal } },
      findings: [flinkRejects(component, refusal)],
    };
  }
  const { flinkVersion, taskManager } = outcome.memory;
  const networkBuffers =
    taskManager === null
      ? null
      : plannedBuffers(flinkVersion, config, request, plan, taskManager.components.networkBytes);
  const memory = { ...outcome.memory, networkBuffers };
  return { memory, findings: memoryFindings(memory, request) };
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

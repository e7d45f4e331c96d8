import {
  type CheckpointFacts,
  type RecoveryFinding,
  type StateNeed,
  type StorageAdvice,
  type StorageRequest,
  storageAdvice,
} from '@plimsoll/checkpoint';
import { askedAt } from '../asked-at.js';
import type { FlinkConfig } from '../config-values.js';
import type { PlanMemory } from '../plan-memory.js';
import type { Cluster } from '../request.js';
import type { CapacityPlan } from '../result.js';
import type { Placed } from './placed.js';

/** Where the state of a plan should lie, with what was asked for: pointers in its steps lead there. */
export interface PlannedStorage extends Omit<StorageAdvice, 'findings'> {
  readonly asked: StorageRequest;
}

const ASKED = '/checkpointing/storage/asked';

/**
 * The state backend that suits the state of one TaskManager and its memory, and the cheapest disk for what the state reads and
 * writes. Null where neither the memory nor a state disk is known, and where there is no state.
 */
export function plannedStorage(
  { flinkVersion, cluster, config }: { flinkVersion?: string; cluster: Cluster; config: FlinkConfig },
  facts: CheckpointFacts,
  plan: CapacityPlan,
  memory: PlanMemory | null,
): Placed<PlannedStorage> | null {
  if (plan.state.perMachineBytes < 1) return null;
  const state = stateNeed(facts, plan, memory, cluster, config);
  const need = diskNeed(facts, plan, cluster);
  if (state === undefined && need === undefined) return null;
  const asked: StorageRequest = {
    ...(flinkVersion !== undefined && { flinkVersion }),
    ...(need !== undefined && { need }),
    ...(state !== undefined && { state }),
  };
  const answer = storageAdvice(asked);
  if (answer.kind === 'rejected') return null;
  const { findings, steps, ...rest } = answer.value;
  return {
    section: { asked, ...rest, steps: steps.map(askedAt(ASKED)) },
    findings: findings.filter(({ ruleId }) => !OF_THE_CATALOGUE.has(ruleId)).map(placed),
  };
}

/** What is said of the rows of a price list has its place beside them. */
const OF_THE_CATALOGUE = new Set([
  'storage-writes-faster-than-reads',
  'local-disk-is-lost-with-its-instance',
]);

function stateNeed(
  facts: CheckpointFacts,
  plan: CapacityPlan,
  memory: PlanMemory | null,
  cluster: Cluster,
  config: FlinkConfig,
): StateNeed | undefined {
  const taskManager = memory?.taskManager ?? null;
  if (taskManager === null) return undefined;
  const perMachine = facts.taskManagersPerMachine.value;
  const size = cluster.machine.stateDisk?.size;
  const localDirectory = config['state.backend.rocksdb.localdir'] ?? config['state.backend.forst.local-dir'];
  return {
    stateBytes: plan.state.perMachineBytes / perMachine,
    heapBytes: Number(taskManager.components.taskHeapBytes),
    managedBytes: Number(taskManager.components.managedBytes),
    slots: facts.slotsPerTaskManager.value,
    ...(size !== undefined && { localDiskBytes: Number(size) / perMachine }),
    accessesPerSecond: accessesHere(facts) / perMachine,
    stateBackend: facts.stateBackend,
    ...(localDirectory !== undefined && { localDirectory }),
  };
}

/** Reads with their writes on the machine that holds most of the state. */
const accessesHere = ({ states, fullestMachineShare }: CheckpointFacts): number =>
  states.reduce(
    (all, { updatesPerSecond, entriesPerUpdate }) =>
      all + updatesPerSecond.value * (entriesPerUpdate?.value ?? 1),
    0,
  ) * fullestMachineShare.value;

/** Undefined where the state lies in memory, or how often its disk is read is not known. */
function diskNeed(
  { stateBackend }: CheckpointFacts,
  { state, perMachine }: CapacityPlan,
  { machine }: Cluster,
): StorageRequest['need'] {
  const { diskIops, diskRead, diskWrite } = perMachine;
  if (stateBackend === 'hashmap' || machine.stateDisk === undefined || diskIops === undefined)
    return undefined;
  return {
    bytes: state.perMachineBytes,
    iops: diskIops.operationsPerSecond,
    bytesPerSecond: (diskRead?.bytesPerSecond ?? 0) + (diskWrite?.bytesPerSecond ?? 0),
  };
}

/** A finding where its subject stands in a profile. */
function placed(finding: RecoveryFinding): RecoveryFinding {
  const { path } = finding;
  const evidence = finding.evidence.map((row) =>
    row.from.startsWith('/') ? { ...row, from: `${ASKED}${row.from}` } : row,
  );
  if (!path.startsWith('/')) return { ...finding, evidence };
  return {
    ...finding,
    path: path.startsWith('/state') ? '/workload' : '/cluster/machine/stateDisk',
    evidence,
  };
}

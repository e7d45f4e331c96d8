import {
  type MemoryAnswer,
  type RocksDbMemory,
  type RocksDbRequest,
  rocksDbMemory,
  type StateAccess,
  type TaskManagerMemory,
} from '@plimsoll/memory';
import { askedAt } from './asked-at.js';
import type { FlinkConfig } from './config-values.js';
import type { CapacityRequest, Operator, StateBackend } from './request.js';
import type { CapacityPlan } from './result.js';
import type { StateCache } from './state-cache.js';

/** RocksDB of a plan, with what was asked of it: pointers in its steps lead there. */
export interface PlannedRocksDb extends RocksDbMemory {
  readonly asked: Pick<RocksDbRequest, 'slots' | 'states' | 'access' | 'consumers'>;
}

const POINTER = '/memory/rocksDb';
const EMBEDDED: readonly StateBackend[] = ['rocksdb', 'forst'];

/** A streaming job's operators take no managed memory but through their state. */
const CONSUMERS = ['STATE_BACKEND'] as const;

const backendOf = ({ cluster }: CapacityRequest): StateBackend =>
  cluster.stateBackend ?? (cluster.machine.stateDisk === undefined ? 'hashmap' : 'rocksdb');

/** Whether the job keeps state in an embedded database. */
export const keepsStateOnDisk = (request: CapacityRequest): boolean =>
  EMBEDDED.includes(backendOf(request)) && columnFamilies(request.workload.operators) > 0;

/** Each state of a slot is a column family, and so are the timers of a window operator. */
const columnFamilies = (operators: readonly Operator[]): number =>
  operators.reduce(
    (count, { state, kind, window }) =>
      state === undefined ? count : count + (kind === 'window' && window?.assigner !== 'global' ? 2 : 1),
    0,
  );

/** Memory of the databases in one TaskManager; with an access also what their caches hold of it. */
export function plannedRocksDb(
  flinkVersion: string,
  config: FlinkConfig,
  request: CapacityRequest,
  { components }: TaskManagerMemory,
  access?: StateAccess,
): MemoryAnswer<PlannedRocksDb> {
  const asked = {
    slots: request.cluster.slotsPerTaskManager ?? 1,
    states: columnFamilies(request.workload.operators),
    consumers: CONSUMERS,
    ...(access && { access }),
  };
  const answer = rocksDbMemory({
    flinkVersion,
    config,
    managedBytes: components.managedBytes,
    managedFrom: '/memory/taskManager/components/managedBytes',
    stateBackend: backendOf(request) === 'forst' ? 'forst' : 'rocksdb',
    ...asked,
  });
  if (answer.kind !== 'ok') return answer;
  const steps = answer.value.steps.map(askedAt(`${POINTER}/asked`));
  return { kind: 'ok', value: { ...answer.value, steps, asked } };
}

/** What one slot of a planned cluster reads of its state, all its operators together; undefined where it keeps none. */
export function slotAccess(
  plan: CapacityPlan,
  { workload, cluster }: CapacityRequest,
): StateAccess | undefined {
  const slots = plan.machines * (cluster.taskManagersPerMachine ?? 1) * (cluster.slotsPerTaskManager ?? 1);
  let [entries, bytes, lookups] = [0, 0, 0];
  for (const { id, stateEntries, stateBytes, recordsInPerSecond } of plan.operators) {
    entries += stateEntries ?? 0;
    bytes += stateBytes ?? 0;
    const accesses = plan.steps.find(({ key }) => key === `state.${id}.accesses`)?.value;
    if (stateEntries !== null) lookups += accesses ?? recordsInPerSecond;
  }
  const keys = Math.ceil(entries / slots);
  if (!Number.isSafeInteger(keys) || keys === 0) return undefined;
  const keyBytes = workload.operators.flatMap(({ state }) =>
    state?.keyBytes === undefined ? [] : [Number(state.keyBytes)],
  );
  return {
    keys,
    entryBytes: Math.max(1, Math.round(bytes / entries)),
    lookupsPerSecond: lookups / slots,
    ...(keyBytes.length > 0 && { keyBytes: Math.round(Math.max(...keyBytes)) }),
  };
}

/** The block cache of a TaskManager: what its databases keep for data when their memtables, filters and indexes are held. */
export function stateCacheOf(rocksDb: PlannedRocksDb | null): StateCache | undefined {
  if (rocksDb === null || rocksDb.shared === null) return undefined;
  const { shared, cacheHits, asked } = rocksDb;
  if (cacheHits !== null) {
    return {
      bytesPerTaskManager: Number(cacheHits.usableBytes) * asked.slots,
      pointer: `${POINTER}/cacheHits/usableBytes`,
    };
  }
  const caches = asked.slots / shared.slots;
  return {
    bytesPerTaskManager: Number(shared.blockBytes) * caches,
    pointer: `${POINTER}/shared/blockBytes`,
  };
}

import { type Derivation, type Known, known, knownDefault } from '@plimsoll/trace';
import { parseJavaInt } from '@plimsoll/units';
import { knownPools } from '../known-pools.js';
import { SLOTS } from '../process/options.js';
import type { FlinkConfig } from '../request.js';
import type { TaskManagerMemory } from '../result.js';
import { SLOT_SHARE } from './formulas.js';
import type { KubernetesRequest } from './request.js';
import type { SlotMemory } from './result.js';

/** What one slot of a TaskManager gets of it. */
export function slotMemory(
  derivation: Derivation,
  request: KubernetesRequest,
  config: FlinkConfig,
  memory: TaskManagerMemory,
): SlotMemory {
  const slots = slotsOf(request, config);
  const pools = knownPools(memory);
  const share = (name: string, pool: Known<'bytes'>): bigint =>
    derivation.derive(`kubernetes.slot.${name}`, SLOT_SHARE, { pool, slots }).value;
  return {
    slots: slots.value,
    taskHeapBytes: share('taskHeap', pools.taskHeapBytes),
    taskOffHeapBytes: share('taskOffHeap', pools.taskOffHeapBytes),
    networkBytes: share('network', pools.networkBytes),
    managedBytes: share('managed', pools.managedBytes),
  };
}

function slotsOf({ slots }: KubernetesRequest, config: FlinkConfig): Known<'count'> {
  if (slots !== undefined) return known('count', slots, '/slots');
  const stated = parseJavaInt(config[SLOTS.key] ?? '');
  return stated.kind === 'value' && stated.value >= 1
    ? known('count', stated.value, SLOTS.pointer)
    : knownDefault('count', 1, SLOTS.key);
}

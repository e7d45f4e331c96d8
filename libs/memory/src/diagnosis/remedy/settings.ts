import type { FlinkConfig } from '../../request.js';
import { type Facts, isSet, keyOf } from '../facts.js';
import type { PoolName, Pools } from '../pools.js';

export const bytesText = (bytes: bigint): string => `${bytes}b`;

/** The settings that give a pool so many bytes: several, where it depends on what else is set which of them Flink accepts. */
export function settingsFor(facts: Facts, pools: Pools, pool: PoolName, target: bigint): FlinkConfig[] {
  const set = (rest: string, bytes: bigint): FlinkConfig => ({ [keyOf(facts, rest)]: bytesText(bytes) });
  switch (pool) {
    case 'heap':
      return [heap(facts, pools, target)];
    case 'metaspace':
      return [set('jvm-metaspace.size', target)];
    case 'direct':
      return [direct(facts, pools, target)];
    case 'managed':
      return [set('managed.size', target)];
    case 'network':
      return [set('network.min', target), { ...set('network.min', target), ...set('network.max', target) }];
    case 'overhead':
      return [
        set('jvm-overhead.min', target),
        { ...set('jvm-overhead.min', target), ...set('jvm-overhead.max', target) },
      ];
  }
}

/** Where no heap is set it is what the others leave, and grows with the total. */
function heap(facts: Facts, pools: Pools, target: bigint): FlinkConfig {
  const key = keyOf(facts, facts.component === 'taskmanager' ? 'task.heap.size' : 'heap.size');
  if (!isSet(facts, key)) return {};
  const framework = facts.model.taskManager?.components.frameworkHeapBytes ?? 0n;
  return { [key]: bytesText(pools.heap < target ? target - framework : pools.heap - framework) };
}

function direct(facts: Facts, pools: Pools, target: bigint): FlinkConfig {
  const { taskManager } = facts.model;
  if (taskManager === null) return { [keyOf(facts, 'off-heap.size')]: bytesText(target) };
  const more = target - pools.direct;
  return {
    [keyOf(facts, 'task.off-heap.size')]: bytesText(taskManager.components.taskOffHeapBytes + more),
  };
}

/** The totals that a configuration states, each larger by so many bytes. */
export function totalsLargerBy(facts: Facts, pools: Pools, pool: PoolName, more: bigint): FlinkConfig {
  if (more === 0n) return {};
  const processKey = keyOf(facts, 'process.size');
  const flinkKey = keyOf(facts, 'flink.size');
  const inFlink = pool !== 'metaspace' && pool !== 'overhead';
  const stated = [
    ...(isSet(facts, processKey) ? [[processKey, pools.processSize + more] as const] : []),
    ...(isSet(facts, flinkKey) && inFlink ? [[flinkKey, pools.flinkSize + more] as const] : []),
  ];
  if (stated.length === 0 && isLegacy(facts)) {
    const container = facts.deployment === 'container';
    stated.push(container ? [processKey, pools.processSize + more] : [flinkKey, pools.flinkSize + more]);
  }
  return Object.fromEntries(stated.map(([key, bytes]) => [key, bytesText(bytes)]));
}

/** The heap options of Flink before 1.10, which stand for a total. */
const isLegacy = (facts: Facts): boolean =>
  isSet(facts, `${facts.component}.heap.size`) || isSet(facts, `${facts.component}.heap.mb`);

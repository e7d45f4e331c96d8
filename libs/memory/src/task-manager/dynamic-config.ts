import { type FlinkVersion, isFrom } from '@plimsoll/units';
import {
  CPU_CORES,
  FRAMEWORK_HEAP,
  FRAMEWORK_OFF_HEAP,
  MANAGED_SIZE,
  NETWORK_MAX,
  NETWORK_MIN,
  SLOTS,
  TASK_HEAP,
  TASK_MANAGER,
  TASK_OFF_HEAP,
} from '../process/options.js';
import type { FlinkConfig } from '../request.js';
import type { TaskManagerComponents } from '../result.js';
import { amountKey } from './external-resources.js';
import type { Resources } from './resources.js';

/**
 * The options that Flink's start script hands to a TaskManager. They grew: JVM memory in 1.12, slots and external resources in
 * 1.13, and quotes around the names of the latter in 1.15.
 * @see org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils#generateDynamicConfigsStr
 */
export function taskManagerDynamicConfig(
  version: FlinkVersion,
  components: TaskManagerComponents,
  { cpuCores, slots, external }: Resources,
): FlinkConfig {
  const config: Record<string, string> = {
    [CPU_CORES.key]: cpuCores,
    [FRAMEWORK_HEAP.key]: `${components.frameworkHeapBytes}b`,
    [FRAMEWORK_OFF_HEAP.key]: `${components.frameworkOffHeapBytes}b`,
    [TASK_HEAP.key]: `${components.taskHeapBytes}b`,
    [TASK_OFF_HEAP.key]: `${components.taskOffHeapBytes}b`,
    [NETWORK_MIN.key]: `${components.networkBytes}b`,
    [NETWORK_MAX.key]: `${components.networkBytes}b`,
    [MANAGED_SIZE.key]: `${components.managedBytes}b`,
  };
  if (isFrom(version, 1, 12)) {
    config[TASK_MANAGER.metaspace.key] = `${components.jvmMetaspaceBytes}b`;
    config[TASK_MANAGER.overheadMin.key] = `${components.jvmOverheadBytes}b`;
    config[TASK_MANAGER.overheadMax.key] = `${components.jvmOverheadBytes}b`;
  }
  if (slots === null || external === null) return config;
  config[SLOTS.key] = String(slots);
  config['external-resources'] =
    external.length === 0
      ? 'none'
      : listed(
          version,
          external.map(([name]) => name),
        );
  for (const [name, amount] of external) config[amountKey(name)] = String(amount);
  return config;
}

function listed(version: FlinkVersion, names: readonly string[]): string {
  const list = names.join(';');
  return isFrom(version, 1, 15) ? `"${list}"` : list;
}

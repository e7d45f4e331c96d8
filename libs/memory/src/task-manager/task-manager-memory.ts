import { Derivation, type Known } from '@plimsoll/trace';
import type { ConfigReader } from '../config-reader.js';
import { prefixed } from '../flink-exception.js';
import { checkedSize } from '../process/arithmetic.js';
import { jvmArgs } from '../process/jvm-args.js';
import { mapLegacyHeap } from '../process/legacy-heap.js';
import { TASK_MANAGER } from '../process/options.js';
import { deriveProcess } from '../process/process-memory.js';
import { TASK_MANAGER_DIRECT, TASK_MANAGER_HEAP, TOTAL_PROCESS } from '../process/totals.js';
import type { Deployment } from '../request.js';
import type { TaskManagerMemory } from '../result.js';
import { taskManagerDynamicConfig } from './dynamic-config.js';
import { taskManagerFlinkMemory } from './flink-memory.js';
import { resourcesOf } from './resources.js';

/**
 * The memory of a TaskManager as Flink divides it, each step in Flink's order.
 * @throws FlinkException where Flink would not start
 * @see org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils#processSpecFromConfig
 */
export function deriveTaskManager(
  reader: ConfigReader,
  deployment: Deployment,
  traced: boolean,
): Omit<TaskManagerMemory, 'warnings'> {
  const derivation = new Derivation(traced);
  const { version } = reader;
  const wrapped = <T>(prefix: string, work: () => T): T =>
    version.major === 1 && version.minor === 10 ? work() : prefixed(prefix, work);

  wrapped('TaskManager failed to map legacy JVM heap option to the new one: ', () =>
    mapLegacyHeap(
      derivation,
      reader,
      TASK_MANAGER,
      deployment === 'container' ? TASK_MANAGER.processSize : TASK_MANAGER.flinkSize,
    ),
  );
  return wrapped('TaskManager memory configuration failed: ', () => {
    const { parts, jvm, total } = deriveProcess(
      derivation,
      reader,
      TASK_MANAGER,
      taskManagerFlinkMemory(derivation, reader),
    );
    const resources = resourcesOf(reader);
    const { frameworkHeap, taskHeap, frameworkOffHeap, taskOffHeap, network } = parts;
    const heap = checked(
      'JVM heap',
      derivation.derive('taskManager.jvmHeap', TASK_MANAGER_HEAP, { frameworkHeap, taskHeap }),
    );
    const direct = checked(
      'Direct memory',
      derivation.derive('taskManager.jvmDirect', TASK_MANAGER_DIRECT, {
        frameworkOffHeap,
        taskOffHeap,
        network,
      }),
    );
    const whole = checked(
      'The process',
      derivation.derive('taskManager.totalProcess', TOTAL_PROCESS, {
        totalFlink: total,
        metaspace: jvm.metaspace,
        overhead: jvm.overhead,
      }),
    );
    const components = {
      frameworkHeapBytes: frameworkHeap.value,
      taskHeapBytes: taskHeap.value,
      frameworkOffHeapBytes: frameworkOffHeap.value,
      taskOffHeapBytes: taskOffHeap.value,
      networkBytes: network.value,
      managedBytes: parts.managed.value,
      jvmMetaspaceBytes: jvm.metaspace.value,
      jvmOverheadBytes: jvm.overhead.value,
    };
    return {
      components,
      totalFlinkBytes: total.value,
      totalProcessBytes: whole.value,
      jvmHeapBytes: heap.value,
      jvmDirectBytes: direct.value,
      jvmArgs: jvmArgs(heap.value, direct.value, jvm.metaspace.value),
      dynamicConfig: taskManagerDynamicConfig(version, components, resources),
      steps: derivation.steps,
    };
  });
}

const checked = (label: string, size: Known<'bytes'>): Known<'bytes'> => checkedSize(label, size, []);

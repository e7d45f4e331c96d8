import { Derivation } from '@plimsoll/trace';
import { type FlinkVersion, isFrom } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { prefixed } from '../flink-exception.js';
import { checkedSize } from '../process/arithmetic.js';
import { jvmArgs } from '../process/jvm-args.js';
import { mapLegacyHeap } from '../process/legacy-heap.js';
import { DIRECT_LIMIT, JOB_MANAGER, JVM_HEAP, OFF_HEAP } from '../process/options.js';
import { deriveProcess } from '../process/process-memory.js';
import { TOTAL_PROCESS } from '../process/totals.js';
import type { Deployment, FlinkConfig } from '../request.js';
import type { JobManagerComponents, JobManagerMemory } from '../result.js';
import { jobManagerFlinkMemory } from './flink-memory.js';

/**
 * The memory of a JobManager as Flink divides it.
 * @throws FlinkException where Flink would not start
 * @see org.apache.flink.runtime.jobmanager.JobManagerProcessUtils
 */
export function deriveJobManager(
  reader: ConfigReader,
  deployment: Deployment,
  traced: boolean,
): Omit<JobManagerMemory, 'warnings'> {
  const derivation = new Derivation(traced);
  const { version } = reader;
  const derive = () => {
    mapLegacyHeap(
      derivation,
      reader,
      JOB_MANAGER,
      deployment === 'container' ? JOB_MANAGER.processSize : JVM_HEAP,
    );
    return deriveProcess(derivation, reader, JOB_MANAGER, jobManagerFlinkMemory(derivation, reader));
  };
  const { parts, jvm, total } = isFrom(version, 2, 0)
    ? derive()
    : prefixed('JobManager memory configuration failed: ', derive);
  const whole = checkedSize(
    'The process',
    derivation.derive('jobManager.totalProcess', TOTAL_PROCESS, {
      totalFlink: total,
      metaspace: jvm.metaspace,
      overhead: jvm.overhead,
    }),
    [],
  );
  const components = {
    jvmHeapBytes: parts.heap.value,
    offHeapBytes: parts.offHeap.value,
    jvmMetaspaceBytes: jvm.metaspace.value,
    jvmOverheadBytes: jvm.overhead.value,
  };
  const direct = (reader.boolean(DIRECT_LIMIT) ?? false) ? components.offHeapBytes : null;
  return {
    components,
    totalFlinkBytes: total.value,
    totalProcessBytes: whole.value,
    jvmHeapBytes: components.jvmHeapBytes,
    jvmDirectBytes: direct,
    jvmArgs: jvmArgs(components.jvmHeapBytes, direct, components.jvmMetaspaceBytes),
    dynamicConfig: dynamicConfig(version, components),
    steps: derivation.steps,
  };
}

/** The JobManager is handed its memory from 1.12 on. */
function dynamicConfig(version: FlinkVersion, components: JobManagerComponents): FlinkConfig {
  if (!isFrom(version, 1, 12)) return {};
  return {
    [JVM_HEAP.key]: `${components.jvmHeapBytes}b`,
    [OFF_HEAP.key]: `${components.offHeapBytes}b`,
    [JOB_MANAGER.metaspace.key]: `${components.jvmMetaspaceBytes}b`,
    [JOB_MANAGER.overheadMin.key]: `${components.jvmOverheadBytes}b`,
    [JOB_MANAGER.overheadMax.key]: `${components.jvmOverheadBytes}b`,
  };
}

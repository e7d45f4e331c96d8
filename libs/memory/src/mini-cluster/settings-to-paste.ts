import type { FlinkConfig } from '../request.js';
import { JVM_ROWS } from './jvm-parameters.js';
import type { Setting } from './setting.js';

const KIB = 1024n;
const MIB = KIB * KIB;

/** A size as the JVM's options and Flink's both read it: without a space, which a command line would split. */
export const pastedSize = (bytes: bigint): string => {
  if (bytes % MIB === 0n) return `${bytes / MIB}m`;
  return bytes % KIB === 0n ? `${bytes / KIB}k` : `${bytes}`;
};

/** The smallest cache of read buffers that a thread may keep, which spares a Kafka consumer its direct copies. */
const LESS_COPIES = '-Djdk.nio.maxCachedBufferSize=262144';

export function jvmArgsOf({ gc, stackSize, job }: Setting, heap: bigint): string[] {
  return [
    `-Xmx${pastedSize(heap)}`,
    gc === 'g1' ? '-XX:+UseG1GC' : '-XX:+UseSerialGC',
    ...(stackSize.value === BigInt(JVM_ROWS.stackSize.value) ? [] : [`-Xss${pastedSize(stackSize.value)}`]),
    ...(job.consumers.value > 0 ? [LESS_COPIES] : []),
  ];
}

/** Both bounds are the same, or Flink refuses to start a MiniCluster. */
export function configOf({ networkMemory }: Setting): FlinkConfig {
  const network = pastedSize(networkMemory.value);
  return {
    'taskmanager.memory.network.min': network,
    'taskmanager.memory.network.max': network,
  };
}

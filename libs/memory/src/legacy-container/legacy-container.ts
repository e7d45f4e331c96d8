import { Derivation, type ExactStep, type Known, known } from '@plimsoll/trace';
import { parseFlinkVersion } from '@plimsoll/units';
import { FlinkException } from '../flink-exception.js';
import { MIB } from '../mebibyte.js';
import { nearestAccepted } from '../nearest.js';
import { patched } from '../patch.js';
import type { FlinkConfig } from '../request.js';
import type { ConfigPatch, FlinkRefusal, MemoryAnswer } from '../result.js';
import { requestFaults } from './check-request.js';
import { cutoff } from './cutoff.js';
import { JAVA_MEMORY } from './formulas.js';
import { directLimit, heapAndManaged } from './heap.js';
import { LegacyConfiguration } from './legacy-configuration.js';
import { networkMemory } from './network.js';
import { remarks } from './remarks.js';
import { talkHeap } from './talk-heap.js';

/** A container that runs a TaskManager of Flink 1.3 to 1.9, on YARN or Mesos. A megabyte is 2^20 bytes, as it is in Flink. */
export interface LegacyContainerRequest {
  /** `1.9` or `1.9.3`; 1.3 to 1.9. */
  readonly flinkVersion: string;
  /** What the cluster grants the container, `taskmanager.heap.size` or `-tm` on YARN. */
  readonly containerMegabytes: number;
  /** Slots of the TaskManager. */
  readonly slots: number;
  readonly config: FlinkConfig;
}

/** How Flink divides such a container. */
export interface LegacyContainerMemory {
  /** What Flink leaves to all that is no Java memory. */
  readonly cutoffMegabytes: bigint;
  /** The container less the cut-off. */
  readonly javaMegabytes: bigint;
  /** -Xms and -Xmx. */
  readonly heapMegabytes: bigint;
  /** -XX:MaxDirectMemorySize; null where the JVM is given no such limit. */
  readonly directMegabytes: bigint | null;
  /** Out of the Java memory; up to 1.4 inside the heap unless `taskmanager.memory.off-heap` is set. */
  readonly networkBytes: bigint;
  /** Null where the process decides when it runs, by the heap that is free then. */
  readonly managedBytes: bigint | null;
  /** In Flink's order. */
  readonly jvmArgs: readonly string[];
  /** -Xmx by the arithmetic of the talk 'Keep it going', which knows a cut-off ratio and no cut-off minimum. */
  readonly talkHeapMegabytes: number;
  /** What to know of these figures, for people: where they differ from the talk's, and why. */
  readonly remarks: readonly string[];
  /** What Flink logs on the way: `LEVEL message`. */
  readonly warnings: readonly string[];
  readonly steps: readonly ExactStep[];
}

/**
 * How Flink 1.3 to 1.9 divides a container among heap, direct memory and what lies outside of both; or Flink's refusal.
 * @param traced whether the answer shows its steps
 * @see org.apache.flink.runtime.clusterframework.ContaineredTaskManagerParameters#create
 */
export function legacyContainerMemory(
  request: LegacyContainerRequest,
  traced = true,
): MemoryAnswer<LegacyContainerMemory> {
  const rejections = requestFaults(request);
  const version = parseFlinkVersion(request.flinkVersion);
  if (rejections.length > 0 || version === undefined) return { kind: 'rejected', rejections };
  const container = known('bytes', BigInt(request.containerMegabytes) * MIB, '/containerMegabytes');
  const derived = (config: FlinkConfig, steps: boolean) =>
    derive(new LegacyConfiguration(config, version), container, steps);
  try {
    return { kind: 'ok', value: derived(request.config, traced) };
  } catch (error) {
    if (!(error instanceof FlinkException)) throw error;
    const trial = (change: ConfigPatch) => faultOf(() => derived(patched(request.config, change), false));
    const nearest = nearestAccepted(request.config, error, trial);
    return { kind: 'refused', refusal: refusal(error, nearest) };
  }
}

function faultOf(work: () => unknown): FlinkException | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof FlinkException) return error;
    throw error;
  }
}

function refusal(error: FlinkException, nearest: ConfigPatch | null): FlinkRefusal {
  const { innermost } = error;
  return {
    flinkException: error.name,
    flinkMessage: error.message,
    ...(innermost !== error && { flinkCause: { exception: innermost.name, message: innermost.message } }),
    detail: error.reason.detail,
    keys: error.reason.keys,
    nearest,
  };
}

function derive(
  config: LegacyConfiguration,
  container: Known<'bytes'>,
  traced: boolean,
): LegacyContainerMemory {
  const d = new Derivation(traced);
  const { version } = config;
  const cut = cutoff(config, container, d);
  const java = d.derive('legacyContainer.java', JAVA_MEMORY, { container, cutoff: cut.size });
  const network = networkMemory(config, java, d);
  const split = heapAndManaged(config, java, network, d);
  const direct = directLimit(version, container, java, split.heap, d);
  const talk = talkHeap(config, container, d);
  const [heapMegabytes, directMegabytes] = [split.heap.value >> 20n, direct && direct.value >> 20n];
  return {
    cutoffMegabytes: cut.size.value >> 20n,
    javaMegabytes: java.value >> 20n,
    heapMegabytes,
    directMegabytes,
    networkBytes: network.value,
    managedBytes: split.managed?.value ?? null,
    jvmArgs: [
      `-Xms${heapMegabytes}m`,
      `-Xmx${heapMegabytes}m`,
      ...(directMegabytes === null ? [] : [`-XX:MaxDirectMemorySize=${directMegabytes}m`]),
    ],
    talkHeapMegabytes: Number(talk.value) / Number(MIB),
    remarks: remarks(config, { container, cut, java, network, ...split, talk }),
    warnings: config.log,
    steps: d.steps,
  };
}

import type { FlinkVersion } from '@plimsoll/units';
import { MIB } from '../mebibyte.js';
import {
  type FractionOption,
  fractionOption,
  type Option,
  option,
  type SizeOption,
  sizeOption,
} from '../option.js';

/** The options that every process of Flink has. */
export interface ProcessOptions {
  /** `TaskManager`, as Flink's messages name it. */
  readonly process: string;
  /** First part of the steps' keys. */
  readonly trace: string;
  readonly processSize: SizeOption;
  readonly flinkSize: SizeOption;
  /** With all of these set, everything is derived from them. */
  readonly fineGrained: readonly Option[];
  readonly metaspace: SizeOption;
  readonly overheadMin: SizeOption;
  readonly overheadMax: SizeOption;
  readonly overheadFraction: FractionOption;
  /** What the heap of Flink before 1.10 was set by. */
  readonly heapSize: SizeOption;
  readonly heapMegabytes: Option;
  /** The size that a fresh download of Flink is configured with. */
  readonly shipped: string;
}

const jvm = (component: 'taskmanager' | 'jobmanager') => ({
  processSize: sizeOption(`${component}.memory.process.size`),
  flinkSize: sizeOption(`${component}.memory.flink.size`),
  metaspace: sizeOption(`${component}.memory.jvm-metaspace.size`, 256n * MIB),
  overheadMin: sizeOption(`${component}.memory.jvm-overhead.min`, 192n * MIB),
  overheadMax: sizeOption(`${component}.memory.jvm-overhead.max`, 1024n * MIB),
  overheadFraction: fractionOption(`${component}.memory.jvm-overhead.fraction`, 0.1),
  heapSize: sizeOption(`${component}.heap.size`),
  heapMegabytes: option(`${component}.heap.mb`),
});

/** 1.17 took the upper limit of network memory away. */
const networkMax = ({ major, minor }: FlinkVersion): bigint =>
  major === 1 && minor < 17 ? 1024n * MIB : 2n ** 63n - 1n;

export const TASK_HEAP = sizeOption('taskmanager.memory.task.heap.size');
export const MANAGED_SIZE = sizeOption(
  'taskmanager.memory.managed.size',
  undefined,
  'taskmanager.memory.size',
);
export const MANAGED_FRACTION = fractionOption('taskmanager.memory.managed.fraction', 0.4);
export const FRAMEWORK_HEAP = sizeOption('taskmanager.memory.framework.heap.size', 128n * MIB);
export const FRAMEWORK_OFF_HEAP = sizeOption('taskmanager.memory.framework.off-heap.size', 128n * MIB);
export const TASK_OFF_HEAP = sizeOption('taskmanager.memory.task.off-heap.size', 0n);
export const NETWORK_MIN = sizeOption(
  'taskmanager.memory.network.min',
  64n * MIB,
  'taskmanager.network.memory.min',
);
export const NETWORK_MAX = sizeOption(
  'taskmanager.memory.network.max',
  networkMax,
  'taskmanager.network.memory.max',
);
export const NETWORK_FRACTION = fractionOption(
  'taskmanager.memory.network.fraction',
  0.1,
  'taskmanager.network.memory.fraction',
);
/** Gone in 2.0. */
export const NETWORK_BUFFERS = option('taskmanager.network.numberOfBuffers');
export const SEGMENT_SIZE = sizeOption('taskmanager.memory.segment-size', 32n * 1024n);
export const SLOTS = option('taskmanager.numberOfTaskSlots');
export const CPU_CORES = option('taskmanager.cpu.cores');

export const TASK_MANAGER: ProcessOptions = {
  process: 'TaskManager',
  trace: 'taskManager',
  ...jvm('taskmanager'),
  fineGrained: [TASK_HEAP, MANAGED_SIZE],
  shipped: '1728m',
};

export const JVM_HEAP = sizeOption('jobmanager.memory.heap.size');
export const OFF_HEAP = sizeOption('jobmanager.memory.off-heap.size', 128n * MIB);
export const DIRECT_LIMIT = option('jobmanager.memory.enable-jvm-direct-memory-limit');

export const JOB_MANAGER: ProcessOptions = {
  process: 'JobManager',
  trace: 'jobManager',
  ...jvm('jobmanager'),
  fineGrained: [JVM_HEAP],
  shipped: '1600m',
};

/** Requests as callers write them: the examples in the documents. */
export const SMALL_TASK_MANAGER = {
  flinkVersion: '1.20',
  config: { 'taskmanager.memory.process.size': '1728m' },
};

/** The TaskManager of the talk “3 Flink Mistakes We Made So You Won't Have To”. */
export const LARGE_ROCKSDB = {
  flinkVersion: '1.17',
  config: {
    'taskmanager.memory.process.size': '8gb',
    'taskmanager.memory.jvm-metaspace.size': '120mb',
    'taskmanager.memory.network.min': '32mb',
    'taskmanager.memory.network.max': '32mb',
    'taskmanager.memory.task.heap.size': '1024mb',
    'taskmanager.memory.managed.size': '5800mb',
    'taskmanager.numberOfTaskSlots': '4',
  },
};

export const JOB_MANAGER = { flinkVersion: '2.1', config: { 'jobmanager.memory.process.size': '1600m' } };

/** The container of the talk “Keep it going”. */
export const LEGACY_CONTAINER = {
  flinkVersion: '1.9',
  containerMegabytes: 2000,
  slots: 1,
  config: { 'containerized.heap-cutoff-ratio': '0.25' },
};

/** The job of the talk “Tiny Flink”. */
export const TINY_FLINK = {
  heap: '50 MiB',
  job: { kind: 'kafka-filter-kafka' },
  networkMemory: '8 MiB',
  throughput: '25 MB/s',
};

const MIB = 1024 * 1024;

/** What the talk “3 Flink Mistakes” saw unused of 8 gb: 150 MB of metaspace, 700 of network memory, 2300 of heap. */
export const THREE_MISTAKES = {
  flinkVersion: '1.17',
  config: { 'taskmanager.memory.process.size': '8gb', 'taskmanager.numberOfTaskSlots': '4' },
  observed: {
    heapUsedAfterGcBytes: 1130 * MIB,
    metaspaceUsedBytes: 106 * MIB,
    networkUsedBytes: 12 * MIB,
    observedForMs: 86_400_000,
  },
  podLimit: '8Gi',
};

export const HEAP_SPACE = {
  flinkVersion: '1.20',
  config: { 'taskmanager.memory.process.size': '1728m' },
  symptom: { text: 'java.lang.OutOfMemoryError: Java heap space' },
};

import type { Parameter } from '@plimsoll/trace';

const MIB = 2 ** 20;
const HOUR = 3_600_000;
const versions = '1.10 and later';

export const HEADROOM: Parameter<'ratio'> = {
  id: 'tuning.headroomRatio',
  unit: 'ratio',
  value: 0.2,
  description:
    'What a pool keeps free over its observed use: the default of job.autoscaler.memory.tuning.overhead.',
  reference: 'F8.4',
  evidence: 'verified',
  versions,
};

export const LEAST_HEAP: Parameter<'bytes'> = {
  id: 'tuning.leastHeapBytes',
  unit: 'bytes',
  value: 128 * MIB,
  description: 'No heap is made smaller than what Flink by default keeps for its own objects.',
  reference: 'F8.4',
  evidence: 'heuristic',
  versions,
};

export const LEAST_METASPACE: Parameter<'bytes'> = {
  id: 'tuning.leastMetaspaceBytes',
  unit: 'bytes',
  value: 64 * MIB,
  description: 'No metaspace is made smaller: Flink with a small job was measured to fill 28 to 38 MB.',
  reference: 'F8.4',
  evidence: 'heuristic',
  versions,
};

export const LEAST_NETWORK: Parameter<'bytes'> = {
  id: 'tuning.leastNetworkBytes',
  unit: 'bytes',
  value: 32 * MIB,
  description:
    "No network memory is made smaller than what '3 Flink Mistakes' left to a job that used 12 MB.",
  reference: 'F8.2',
  evidence: 'stated',
  versions,
};

export const LEAST_OBSERVATION: Parameter<'ms'> = {
  id: 'tuning.leastObservationMs',
  unit: 'ms',
  value: HOUR,
  description:
    'What was observed for less than an hour says little: one full collection may be all that was seen.',
  reference: 'F8.4',
  evidence: 'heuristic',
  versions,
};

export const FULL_OBSERVATION: Parameter<'ms'> = {
  id: 'tuning.fullObservationMs',
  unit: 'ms',
  value: 24 * HOUR,
  description: 'An observation that has seen the highest load of a day.',
  reference: 'F8.4',
  evidence: 'heuristic',
  versions,
};

/** The JVM rounds the heap up to whole regions of its collector, of at most this size. */
export const HEAP_REGION: Parameter<'bytes'> = {
  id: 'tuning.heapRegionBytes',
  unit: 'bytes',
  value: 32 * MIB,
  description: 'Largest region of the G1 collector; the JVM rounds the heap up to whole regions.',
  reference: 'F8.4',
  evidence: 'heuristic',
  versions,
};

export const TUNING_PARAMETERS: readonly Parameter[] = [
  HEADROOM,
  LEAST_HEAP,
  LEAST_METASPACE,
  LEAST_NETWORK,
  LEAST_OBSERVATION,
  FULL_OBSERVATION,
  HEAP_REGION,
];

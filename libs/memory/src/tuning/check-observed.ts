import type { Rejection } from '@plimsoll/units';
import type { Observed } from '../request.js';
import type { TaskManagerMemory } from '../result.js';
import { HEAP_REGION } from './parameters.js';

const SIZES = [
  'heapUsedAfterGcBytes',
  'heapCommittedBytes',
  'metaspaceUsedBytes',
  'networkUsedBytes',
  'managedUsedBytes',
  'residentBytes',
] as const;
type SizeName = (typeof SIZES)[number];

/** Gauges of pools: without one of them nothing can be said. */
const GAUGES = [
  'heapUsedAfterGcBytes',
  'metaspaceUsedBytes',
  'networkUsedBytes',
  'managedUsedBytes',
] as const;

const pointer = (name: keyof Observed): string => `/observed/${name}`;

/** Values that are no sizes or times, and the absence of all gauges. */
export function checkObserved(observed: Observed): readonly Rejection[] {
  const wrong = SIZES.flatMap((name) => {
    const value = observed[name];
    if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return [];
    return [
      {
        pointer: pointer(name),
        received: value,
        message: 'a size is a whole number of bytes from 0 to 2^53 − 1',
      },
    ];
  });
  const { observedForMs } = observed;
  if (observedForMs !== undefined && !(Number.isFinite(observedForMs) && observedForMs >= 0)) {
    wrong.push({
      pointer: pointer('observedForMs'),
      received: observedForMs,
      message: 'a time is a number of milliseconds from 0 up: an hour is 3600000',
    });
  }
  if (GAUGES.some((name) => observed[name] !== undefined)) return wrong;
  return [
    ...wrong,
    {
      pointer: '/observed',
      message: `nothing was observed of any pool: give at least one of ${GAUGES.join(', ')}`,
    },
  ];
}

/** A figure that cannot be larger than another. */
interface Bound {
  readonly name: SizeName;
  readonly most: bigint;
  readonly of: string;
  readonly remedy: string;
}

/** Observations that contradict each other, the model of the process or the pod, each by name. */
export function contradictions(
  observed: Observed,
  memory: TaskManagerMemory,
  podLimit: bigint | null,
): readonly Rejection[] {
  const { heapCommittedBytes: committed, residentBytes: resident } = observed;
  const { networkBytes, managedBytes, jvmMetaspaceBytes } = memory.components;
  const heap = memory.jvmHeapBytes;
  const rounded = heap + BigInt(HEAP_REGION.value);
  const pool = 'both must be of the same TaskManager, and of this configuration';
  const parts = 'both must be of the same process: what is in use is resident';
  const bounds: Bound[] = [
    { name: 'heapUsedAfterGcBytes', most: heap, of: 'the JVM heap (-Xmx)', remedy: pool },
    {
      name: 'heapCommittedBytes',
      most: rounded,
      of: 'the JVM heap (-Xmx), whole regions included',
      remedy: pool,
    },
    { name: 'metaspaceUsedBytes', most: jvmMetaspaceBytes, of: 'JVM metaspace', remedy: pool },
    { name: 'networkUsedBytes', most: networkBytes, of: 'network memory', remedy: pool },
    { name: 'managedUsedBytes', most: managedBytes, of: 'managed memory', remedy: pool },
  ];
  if (committed !== undefined) {
    const remedy = 'the JVM uses no heap that it has not committed';
    bounds.push({ name: 'heapUsedAfterGcBytes', most: BigInt(committed), of: 'heapCommittedBytes', remedy });
  }
  if (resident !== undefined) {
    for (const name of ['heapUsedAfterGcBytes', 'metaspaceUsedBytes', 'networkUsedBytes'] as const) {
      bounds.push({ name, most: BigInt(resident), of: 'residentBytes', remedy: parts });
    }
  }
  if (podLimit !== null) {
    const remedy = 'Kubernetes would have ended the container; podLimit must be that of the pod observed';
    bounds.push({ name: 'residentBytes', most: podLimit, of: 'podLimit', remedy });
  }
  return bounds.flatMap(({ name, most, of, remedy }) => {
    const value = observed[name];
    if (value === undefined || BigInt(value) <= most) return [];
    return [
      {
        pointer: pointer(name),
        received: value,
        message: `${name} is ${value} bytes, ${BigInt(value) - most} more than the ${most} bytes of ${of}: ${remedy}`,
      },
    ];
  });
}

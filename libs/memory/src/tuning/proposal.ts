import { memorySizeText, parseMemorySize } from '@plimsoll/units';
import type { Option } from '../option.js';
import {
  FRAMEWORK_HEAP,
  FRAMEWORK_OFF_HEAP,
  MANAGED_FRACTION,
  MANAGED_SIZE,
  NETWORK_BUFFERS,
  NETWORK_FRACTION,
  NETWORK_MAX,
  NETWORK_MIN,
  TASK_HEAP,
  TASK_MANAGER,
  TASK_OFF_HEAP,
} from '../process/options.js';
import type { FlinkConfig } from '../request.js';
import type { ConfigChange, TaskManagerComponents } from '../result.js';
import type { Allocation } from './allocation.js';
import { mebibytes } from './judgement-remarks.js';
import { overheadRange, type TuningScope } from './needs.js';

const { flinkSize, heapSize, heapMegabytes, overheadMin, overheadMax } = TASK_MANAGER;

/** A size that the proposal states, why, and what the pool had before. */
interface Stated {
  readonly option: Option;
  readonly bytes: bigint;
  readonly reason: string;
  readonly before?: bigint;
}

/** Options that say otherwise, or under another name, what the proposal states in bytes. */
const SUPERSEDED: readonly Option[] = [
  flinkSize,
  heapSize,
  heapMegabytes,
  MANAGED_FRACTION,
  NETWORK_FRACTION,
  NETWORK_BUFFERS,
];

export interface Proposal {
  readonly config: FlinkConfig;
  readonly changes: readonly ConfigChange[];
}

/** The given configuration with every pool of the TaskManager stated, so that Flink derives nothing but JVM overhead. */
export function proposal(scope: TuningScope, given: FlinkConfig, allocation: Allocation): Proposal {
  const stated = statedSizes(scope, allocation);
  const superseded = [
    ...SUPERSEDED.flatMap(({ key, oldKeys }) => [key, ...oldKeys]),
    ...stated.flatMap(({ option }) => option.oldKeys),
  ].filter((key) => Object.hasOwn(given, key));
  const kept = Object.fromEntries(Object.entries(given).filter(([key]) => !superseded.includes(key)));
  const changes: ConfigChange[] = [];
  for (const { option, bytes, reason, before } of stated) {
    const from = kept[option.key] ?? null;
    if (from !== null && sizeIn(from) === bytes) continue;
    const to = memorySizeText(bytes);
    kept[option.key] = to;
    const freed = before === undefined ? {} : { freedBytes: before - bytes };
    changes.push({ key: option.key, from, to, reason, ...freed });
  }
  for (const key of superseded) {
    changes.push({
      key,
      from: given[key] ?? null,
      to: null,
      reason: 'Every pool is stated in bytes instead.',
    });
  }
  return { config: kept, changes };
}

function sizeIn(text: string): bigint | null {
  const size = parseMemorySize(text);
  return size.kind === 'value' ? size.value : null;
}

function statedSizes(scope: TuningScope, allocation: Allocation): readonly Stated[] {
  const { components, totalProcessBytes } = scope.memory;
  const { heap, metaspace, network, managed, processSize } = allocation;
  const { heapUsedAfterGcBytes, metaspaceUsedBytes, networkUsedBytes, managedUsedBytes } = scope.observed;
  const frameworkHeap =
    heap.value < components.frameworkHeapBytes ? heap.value : components.frameworkHeapBytes;
  const pool = (option: Option, name: keyof TaskManagerComponents, bytes: bigint, used?: number): Stated => {
    const before = components[name];
    return { option, bytes, before, reason: reasonOf(before, bytes, used) };
  };
  const networkSize = pool(NETWORK_MAX, 'networkBytes', network.value, networkUsedBytes);
  return [
    {
      option: TASK_MANAGER.processSize,
      bytes: processSize.value,
      reason: reasonOf(totalProcessBytes, processSize.value),
    },
    pool(FRAMEWORK_HEAP, 'frameworkHeapBytes', frameworkHeap),
    pool(TASK_HEAP, 'taskHeapBytes', heap.value - frameworkHeap, heapUsedAfterGcBytes),
    pool(FRAMEWORK_OFF_HEAP, 'frameworkOffHeapBytes', components.frameworkOffHeapBytes),
    pool(TASK_OFF_HEAP, 'taskOffHeapBytes', components.taskOffHeapBytes),
    { option: NETWORK_MIN, bytes: network.value, reason: networkSize.reason },
    networkSize,
    pool(MANAGED_SIZE, 'managedBytes', managed.value, managedUsedBytes),
    pool(TASK_MANAGER.metaspace, 'jvmMetaspaceBytes', metaspace.value, metaspaceUsedBytes),
    ...overheadLimits(scope, allocation),
  ];
}

function reasonOf(before: bigint, after: bigint, used?: number): string {
  if (after === before) return 'Stays as it is, and is stated so that nothing is derived.';
  const use = used === undefined ? '' : `${mebibytes(BigInt(used))} are in use: `;
  return after < before
    ? `${use}gives up ${mebibytes(before - after)}.`
    : `${use}grows by ${mebibytes(after - before)}.`;
}

/** JVM overhead is the rest of the process, and Flink refuses a rest out of its range. */
function overheadLimits({ reader }: TuningScope, { overhead }: Allocation): readonly Stated[] {
  const { least, most } = overheadRange(reader);
  const reason =
    'JVM overhead is what the other pools leave of the process; Flink refuses it outside of its range.';
  if (overhead.value > most.value) return [{ option: overheadMax, bytes: overhead.value, reason }];
  return overhead.value < least.value ? [{ option: overheadMin, bytes: overhead.value, reason }] : [];
}

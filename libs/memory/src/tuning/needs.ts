import { type Derivation, type Known, known, knownSize, type Parameter } from '@plimsoll/trace';
import type { ConfigReader } from '../config-reader.js';
import { type KnownPools, knownPools } from '../known-pools.js';
import { TASK_MANAGER } from '../process/options.js';
import type { Observed } from '../request.js';
import type { TaskManagerMemory } from '../result.js';
import { BUDGET, FITTING, GROWING, NEEDED, SHORTAGE, SUM } from './formulas.js';
import {
  OUTSIDE_POOLS,
  OVERHEAD_BESIDE,
  OVERHEAD_KEPT,
  OVERHEAD_OF_PROCESS,
  OVERHEAD_SPARED,
} from './overhead-formulas.js';
import { LEAST_HEAP, LEAST_METASPACE, LEAST_NETWORK } from './parameters.js';
import type { TunedPool } from './result.js';

type Size = Known<'bytes'>;

/** A pool: how large it is, how large its use with headroom wants it to be, and by how much it is too small. */
export interface Need {
  readonly pool: TunedPool | 'jvmOverhead';
  readonly size: Size;
  readonly wanted: Size;
  /** 0 where it is large enough. */
  readonly shortage: Size;
}

/** What a TaskManager needs by what was observed of it. */
export interface Needs {
  readonly heap: Need;
  readonly metaspace: Need;
  readonly network: Need;
  /** Never short: RocksDB takes all that there is, and lives with it. */
  readonly managed: Need;
  readonly overhead: Need;
  /** Framework off-heap and task off-heap, which no gauge shows. */
  readonly offHeap: Size;
  readonly processSize: Size;
  /** The process size, or the pod's limit where that is smaller. */
  readonly budget: Size;
  readonly managedUsed: Size | null;
}

/** What entered the request, as figures. */
export interface TuningScope {
  readonly derivation: Derivation;
  readonly reader: ConfigReader;
  readonly memory: TaskManagerMemory;
  readonly observed: Observed;
  readonly podLimit: bigint | null;
  readonly headroomRatio: Known<'ratio'>;
}

export function needsOf(scope: TuningScope): Needs {
  const { derivation, memory, observed, podLimit } = scope;
  const pools = knownPools(memory);
  const processSize = known('bytes', memory.totalProcessBytes, 'taskManager.totalProcess');
  const budget =
    podLimit === null
      ? processSize
      : derivation.derive('tuning.budget', BUDGET, {
          processSize,
          podLimit: known('bytes', podLimit, '/podLimit'),
        });
  const heap = known('bytes', memory.jvmHeapBytes, 'taskManager.jvmHeap');
  const gauge = (name: keyof Observed): Size | null => {
    const value = observed[name];
    return value === undefined ? null : known('bytes', BigInt(value), `/observed/${name}`);
  };
  const managedUsed = gauge('managedUsedBytes');
  const need = (pool: TunedPool, size: Size, used: Size | null, least: Parameter<'bytes'> | null): Need =>
    poolNeed(scope, pool, size, used, least);
  return {
    heap: need('jvmHeap', heap, gauge('heapUsedAfterGcBytes'), LEAST_HEAP),
    metaspace: need('jvmMetaspace', pools.jvmMetaspaceBytes, gauge('metaspaceUsedBytes'), LEAST_METASPACE),
    network: need('network', pools.networkBytes, gauge('networkUsedBytes'), LEAST_NETWORK),
    managed: need('managed', pools.managedBytes, managedUsed, null),
    overhead: overheadNeed(scope, pools, budget),
    offHeap: derivation.derive('tuning.offHeap', SUM, {
      one: pools.frameworkOffHeapBytes,
      other: pools.taskOffHeapBytes,
    }),
    processSize,
    budget,
    managedUsed,
  };
}

/** What is not observed is taken for used. */
function poolNeed(
  { derivation, headroomRatio }: TuningScope,
  pool: TunedPool,
  size: Size,
  used: Size | null,
  least: Parameter<'bytes'> | null,
): Need {
  if (used === null) return withShortage(derivation, { pool, size, wanted: size });
  const key = `tuning.${pool}`;
  const needed = derivation.derive(`${key}.needed`, NEEDED, { used, headroomRatio });
  const fits = needed.value <= size.value || pool === 'managed';
  const leastSize = least === null ? used : knownSize(least);
  const wanted = fits
    ? derivation.derive(`${key}.wanted`, FITTING, { size, needed, leastSize })
    : derivation.derive(`${key}.wanted`, GROWING, { needed });
  return withShortage(derivation, { pool, size, wanted });
}

function withShortage(derivation: Derivation, need: Omit<Need, 'shortage'>): Need {
  const { pool, size, wanted } = need;
  return { ...need, shortage: derivation.derive(`tuning.${pool}.shortage`, SHORTAGE, { wanted, size }) };
}

/** Flink's own measure of JVM overhead, and what is seen to be resident beyond all pools. */
function overheadNeed(scope: TuningScope, pools: KnownPools, processSize: Size): Need {
  const { derivation } = scope;
  const derived = derivation.derive('tuning.jvmOverhead.derived', OVERHEAD_OF_PROCESS, {
    processSize,
    ...overheadRange(scope.reader),
  });
  const size = pools.jvmOverheadBytes;
  const wanted = overheadKept(scope, pools, derived, 'tuning.jvmOverhead');
  return withShortage(derivation, { pool: 'jvmOverhead', size, wanted });
}

/** The overhead of a process that is to hold some pools, and no more than it is now unless more is seen to be in use. */
export function overheadBeside(scope: TuningScope, pools: Size): Size {
  const derived = scope.derivation.derive('tuning.jvmOverhead.beside', OVERHEAD_BESIDE, {
    pools,
    ...overheadRange(scope.reader),
  });
  return overheadKept(scope, knownPools(scope.memory), derived, 'tuning.jvmOverhead.shrunk');
}

function overheadKept(scope: TuningScope, pools: KnownPools, derived: Size, key: string): Size {
  const { derivation, observed, memory, headroomRatio } = scope;
  const size = pools.jvmOverheadBytes;
  if (observed.residentBytes === undefined) {
    return derivation.derive(`${key}.wanted`, OVERHEAD_SPARED, { size, derived });
  }
  const outside = derivation.derive(`${key}.outsidePools`, OUTSIDE_POOLS, {
    resident: known('bytes', BigInt(observed.residentBytes), '/observed/residentBytes'),
    totalFlink: known('bytes', memory.totalFlinkBytes, totalFlinkStep(memory)),
    metaspace: pools.jvmMetaspaceBytes,
  });
  const needed = derivation.derive(`${key}.needed`, NEEDED, { used: outside, headroomRatio });
  return derivation.derive(`${key}.wanted`, OVERHEAD_KEPT, { size, derived, needed });
}

function totalFlinkStep({ steps }: TaskManagerMemory): string {
  const total = steps.find(({ key }) => key === 'taskManager.totalProcess');
  return total?.inputs.find(({ name }) => name === 'total flink')?.from ?? '';
}

/** The options that Flink derives JVM overhead by. The model has read them before, so they can be read. */
export function overheadRange(reader: ConfigReader): {
  readonly fraction: Known<'ratio'>;
  readonly least: Size;
  readonly most: Size;
} {
  return {
    fraction: reader.fraction(TASK_MANAGER.overheadFraction),
    least: reader.size(TASK_MANAGER.overheadMin),
    most: reader.size(TASK_MANAGER.overheadMax),
  };
}

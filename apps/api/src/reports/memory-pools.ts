import type { PlanInputs, PlanMemory } from '@plimsoll/planner';
import { exact, type Size } from './binary-sizes.js';

/**
 * A process as Flink's memory model nests it: the process holds total Flink memory, metaspace and JVM overhead; Flink memory
 * holds the JVM heap and what is off it. Invariant: the parts of a pool add up to it.
 */
export interface Pool {
  readonly id: string;
  readonly name: string;
  readonly kind: PoolKind;
  readonly bytes: bigint;
  /** What its size is called where others are derived from it. */
  readonly inputs: readonly string[];
  /** null: not observed. */
  readonly used: bigint | null;
  readonly parts: readonly Pool[];
}

/** `state` and `shuffle` are what the flows of that colour use. */
export type PoolKind = 'heap' | 'state' | 'shuffle' | 'other';

interface About {
  readonly inputs?: readonly string[];
  readonly used?: bigint | null;
}

const pool = (id: string, name: string, kind: PoolKind, size: Size, about: About = {}): Pool => ({
  id,
  name,
  kind,
  bytes: exact(size),
  inputs: about.inputs ?? [],
  used: about.used ?? null,
  parts: [],
});

const holder = (id: string, name: string, parts: readonly Pool[], about: About = {}): Pool => ({
  ...pool(
    id,
    name,
    'other',
    parts.reduce((sum, { bytes }) => sum + bytes, 0n),
    about,
  ),
  parts,
});

/** The pools of a TaskManager, named as Flink’s documentation does; null where none is planned. */
export function taskManagerPools(
  { taskManager, observed }: PlanMemory,
  seen: PlanInputs['observed'],
): Pool | null {
  if (taskManager === null) return null;
  const of = taskManager.components;
  const used = (name: string): bigint | null => {
    const bytes = observed?.pools.find((use) => use.pool === name)?.usedBytes ?? null;
    return bytes === null ? null : exact(bytes);
  };
  const heap = holder(
    'jvmHeap',
    'JVM heap',
    [
      pool('frameworkHeap', 'Framework heap', 'heap', of.frameworkHeapBytes, { inputs: ['framework heap'] }),
      pool('taskHeap', 'Task heap', 'heap', of.taskHeapBytes, { inputs: ['task heap'] }),
    ],
    { used: used('jvmHeap') },
  );
  const direct = holder('jvmDirect', 'Direct memory', [
    pool('frameworkOffHeap', 'Framework off-heap', 'other', of.frameworkOffHeapBytes, {
      inputs: ['framework off heap'],
    }),
    pool('taskOffHeap', 'Task off-heap', 'other', of.taskOffHeapBytes, { inputs: ['task off heap'] }),
    pool('network', 'Network memory', 'shuffle', of.networkBytes, {
      inputs: ['network'],
      used: used('network'),
    }),
  ]);
  const managed = pool('managed', 'Managed memory', 'state', of.managedBytes, {
    inputs: ['managed'],
    used: used('managed'),
  });
  const flink = holder('totalFlink', 'Total Flink memory', [
    heap,
    holder('offHeap', 'Off-heap memory', [managed, direct]),
  ]);
  return processOf(flink, of, { metaspace: used('jvmMetaspace'), resident: residentOf(seen) });
}

export function jobManagerPools({ jobManager }: PlanMemory): Pool | null {
  if (jobManager === null) return null;
  const of = jobManager.components;
  const flink = holder('totalFlink', 'Total Flink memory', [
    pool('heap', 'JVM heap', 'heap', of.jvmHeapBytes, { inputs: ['heap'] }),
    pool('offHeap', 'Off-heap memory', 'other', of.offHeapBytes, { inputs: ['off heap'] }),
  ]);
  return processOf(flink, of, { metaspace: null, resident: null });
}

function processOf(
  flink: Pool,
  of: { readonly jvmMetaspaceBytes: Size; readonly jvmOverheadBytes: Size },
  used: { readonly metaspace: bigint | null; readonly resident: bigint | null },
): Pool {
  const metaspace = pool('jvmMetaspace', 'JVM metaspace', 'other', of.jvmMetaspaceBytes, {
    inputs: ['metaspace'],
    used: used.metaspace,
  });
  const overhead = pool('jvmOverhead', 'JVM overhead', 'other', of.jvmOverheadBytes, {
    inputs: ['overhead'],
  });
  return holder('totalProcess', 'Total process memory', [flink, metaspace, overhead], {
    used: used.resident,
  });
}

const residentOf = (seen: PlanInputs['observed']): bigint | null =>
  seen?.residentBytes === undefined ? null : exact(seen.residentBytes);

/** A pool and all that it holds, each before its parts. */
export const withParts = (of: Pool, depth = 0): { readonly pool: Pool; readonly depth: number }[] => [
  { pool: of, depth },
  ...of.parts.flatMap((part) => withParts(part, depth + 1)),
];

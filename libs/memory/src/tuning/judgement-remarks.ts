import { HEADROOM } from './parameters.js';
import type { MemoryJudgement, PoolUse, TunedPool } from './result.js';

const MIB = 2 ** 20;

export const POOL_NAMES: Readonly<Record<TunedPool, string>> = {
  jvmHeap: 'The JVM heap',
  jvmMetaspace: 'JVM metaspace',
  network: 'Network memory',
  managed: 'Managed memory',
};

/** For people: `5736 MiB`, `819.2 MiB`. */
export const mebibytes = (bytes: bigint): string => `${Number((Number(bytes) / MIB).toFixed(1))} MiB`;

export const percent = (ratio: number): string => `${Number((ratio * 100).toFixed(ratio < 0.01 ? 1 : 0))} %`;

/** What is wrong with a configuration, or wasted by it, in words. */
export function judgementRemarks({
  pools,
  overheadBeyondDerivedBytes: beyond,
  acceptedManaged,
}: Pick<MemoryJudgement, 'pools' | 'overheadBeyondDerivedBytes' | 'acceptedManaged'>): readonly string[] {
  return [
    ...pools.flatMap(tightRemark),
    ...(beyond >= BigInt(MIB)
      ? [`JVM overhead is ${mebibytes(beyond)} more than Flink would derive: it could be given to a pool.`]
      : []),
    ...(acceptedManaged === null
      ? []
      : [
          `Beside these sizes Flink accepts ${mebibytes(acceptedManaged.leastBytes)} to ${mebibytes(acceptedManaged.mostBytes)} of managed memory.`,
        ]),
  ];
}

/** RocksDB lives within managed memory, however full that is. */
function tightRemark({ pool, sizeBytes, usedBytes, headroomRatio }: PoolUse): readonly string[] {
  if (pool === 'managed' || usedBytes === null || headroomRatio === null) return [];
  if (headroomRatio >= HEADROOM.value) return [];
  return [
    `${POOL_NAMES[pool]} of ${mebibytes(sizeBytes)} has ${percent(headroomRatio)} headroom over the ${mebibytes(usedBytes)} in use.`,
  ];
}

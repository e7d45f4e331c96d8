import { type Derivation, type Known, knownParameter, knownSize } from '@plimsoll/trace';
import { type FlinkVersion, isFrom } from '@plimsoll/units';
import {
  ARENA_BLOCK,
  ARENA_BLOCK_LIMITED,
  LEAST_TOTAL,
  MEMTABLE_PRESSURE,
  WANTED_MEMTABLES,
} from './memtable-formulas.js';
import {
  ARENA_ALIGNMENT,
  BUDGET_PARTS,
  LARGEST_ARENA_BLOCK,
  MEMTABLE_BLOCKS,
  MUTABLE_SHARE,
} from './parameters.js';
import type { EmbeddedBackend } from './request.js';
import type { Memtables } from './result.js';
import type { RocksDbSettings } from './settings.js';
import type { CacheAndMemtables } from './shared-memory.js';

export interface MemtableInputs {
  readonly version: FlinkVersion;
  readonly backend: EmbeddedBackend;
  readonly states: Known<'count'>;
  readonly slotsTogether: Known<'count'>;
  readonly settings: RocksDbSettings;
  readonly shared: CacheAndMemtables | undefined;
}

/** What the memtables want against what they are given, and whether they are flushed as soon as they are begun. */
export function memtables(d: Derivation, inputs: MemtableInputs): Memtables {
  const { states, slotsTogether, settings, shared } = inputs;
  const { writeBuffer, writeBuffers } = settings;
  const alignment = knownSize(ARENA_ALIGNMENT);
  const blocks = knownParameter(MEMTABLE_BLOCKS);
  const arenaBlock = d.derive('rocksdb.arenaBlock', ARENA_BLOCK, { writeBuffer, blocks, alignment });
  const allocated = limitsArenaBlock(inputs)
    ? d.derive('rocksdb.allocatedArenaBlock', ARENA_BLOCK_LIMITED, {
        arenaBlock,
        largest: knownSize(LARGEST_ARENA_BLOCK),
      })
    : arenaBlock;
  const wanted = d.derive('rocksdb.wantedMemtables', WANTED_MEMTABLES, {
    states,
    slots: slotsTogether,
    writeBuffer,
    writeBuffers,
  });
  const least = d.derive('rocksdb.leastTotal', LEAST_TOTAL, {
    arenaBlock: allocated,
    share: knownParameter(MUTABLE_SHARE),
    writeBufferRatio: settings.writeBufferRatio,
    parts: knownParameter(BUDGET_PARTS),
    alignment,
  });
  const limits = shared !== undefined && shared.writeBufferManager.value > 0n;
  return {
    arenaBlockBytes: arenaBlock.value,
    allocatedArenaBlockBytes: allocated.value,
    flushesAllTheTime: limits && allocated.value > shared.mutableLimit.value,
    warning: warning(inputs, arenaBlock.value),
    leastTotalBytes: shared === undefined ? null : least.value,
    wantedBytes: wanted.value,
    pressureRatio: limits
      ? d.derive('rocksdb.memtablePressure', MEMTABLE_PRESSURE, {
          wanted,
          writeBufferManager: shared.writeBufferManager,
        }).value
      : null,
  };
}

/** RocksDB 8 and ForSt allocate no more than 1 MiB at a time; Flink's check does not know. */
const limitsArenaBlock = ({ version, backend }: MemtableInputs): boolean =>
  backend === 'forst' || isFrom(version, 2, 0);

/** Flink's own check came with 1.12. */
function warning({ version, backend, settings, shared }: MemtableInputs, arenaBlock: bigint): string | null {
  if (shared === undefined || !isFrom(version, 1, 12)) return null;
  const { mutableLimit, writeBufferManager } = shared;
  if (arenaBlock <= mutableLimit.value) return null;
  const subject = backend === 'rocksdb' ? 'RocksDBStateBackend' : 'ForStStateBackend';
  return (
    `${subject} performance will be poor because of the current Flink memory configuration! ` +
    'RocksDB will flush memtable constantly, causing high IO and CPU. ' +
    'Typically the easiest fix is to increase task manager managed memory size. ' +
    'If running locally, see the parameter taskmanager.memory.managed.size. ' +
    `Details: arenaBlockSize ${arenaBlock} > mutableLimit ${mutableLimit.value} (writeBufferSize = ${settings.writeBuffer.value}, ` +
    `arenaBlockSizeConfigured = 0, defaultArenaBlockSize = ${arenaBlock}, ` +
    `writeBufferManagerCapacity = ${writeBufferManager.value})`
  );
}

import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

/** Constants of RocksDB and of what is said about it: unit, value, reference and how firm each is. */
const row = <U extends Unit>(values: Parameter<U>): Parameter<U> => values;

export const BUDGET_PARTS = row({
  id: 'rocksdb.budgetParts',
  unit: 'count',
  value: 3,
  description:
    'Of the part for memtables, two thirds are what the write buffer manager allows and one third is what it may overshoot',
  reference: 'F4.5',
  evidence: 'verified',
  versions: '1.10 to 2.3',
});

export const MEMTABLE_BLOCKS = row({
  id: 'rocksdb.arenaBlocksPerMemtable',
  unit: 'count',
  value: 8,
  description: 'Blocks that a memtable is allocated in',
  reference: 'F4.5',
  evidence: 'verified',
  versions: '1.10 to 2.3',
});

export const ARENA_ALIGNMENT = row({
  id: 'rocksdb.arenaAlignment',
  unit: 'bytes',
  value: 4096,
  description: 'What the size of an arena block is rounded up to',
  reference: 'F4.5',
  evidence: 'verified',
  versions: '1.10 to 2.3',
});

export const LARGEST_ARENA_BLOCK = row({
  id: 'rocksdb.largestArenaBlock',
  unit: 'bytes',
  value: 1_048_576,
  description:
    'The largest arena block that the database chooses by itself: read from the options that RocksDB 8.10 and ForSt 0.1.8 write down. RocksDB 5.17 and 6.20 have no such limit, and Flink’s own check knows none',
  reference: 'F4.5',
  evidence: 'verified',
  versions: '2.0 to 2.3; ForSt from 1.20',
});

export const MUTABLE_SHARE = row({
  id: 'rocksdb.mutableShare',
  unit: 'ratio',
  value: 0.875,
  description: 'Of the write buffer manager, above which active memtables are flushed',
  reference: 'F4.5',
  evidence: 'verified',
  versions: '1.10 to 2.3',
});

export const UNMANAGED_STATE = row({
  id: 'rocksdb.unmanagedState',
  unit: 'bytes',
  value: 146_800_640,
  description: 'What one state may take where nothing bounds RocksDB: 140 MiB by Flink’s documentation',
  reference: 'F4.5',
  evidence: 'stated',
  versions: '1.10 to 2.3',
});

export const INDEX_ENTRY_OVERHEAD = row({
  id: 'rocksdb.indexEntryOverhead',
  unit: 'bytes',
  value: 20,
  description: 'What an entry of the index holds besides its key: where the block lies, and restarts',
  reference: 'F4.6',
  evidence: 'heuristic',
  versions: '1.10 to 2.3',
});

export const BITS_PER_BYTE = row({
  id: 'rocksdb.bitsPerByte',
  unit: 'count',
  value: 8,
  description: 'Bits of a byte',
  reference: 'F4.6',
  evidence: 'verified',
  versions: 'all',
});

export const PARTITIONED_BITS_PER_KEY = row({
  id: 'rocksdb.partitionedBitsPerKey',
  unit: 'ratio',
  value: 10,
  description:
    'Bits per key of the Bloom filters that Flink puts in place of the configured ones where they are partitioned',
  reference: 'F4.6',
  evidence: 'verified',
  versions: '1.13 to 2.3',
});

export const LEVELS = row({
  id: 'rocksdb.levels',
  unit: 'count',
  value: 4,
  description: 'Levels that hold data',
  reference: 'F4.6',
  evidence: 'heuristic',
  versions: '1.10 to 2.3',
});

export const ROCKSDB_PARAMETERS: readonly Parameter[] = [
  BUDGET_PARTS,
  MEMTABLE_BLOCKS,
  ARENA_ALIGNMENT,
  LARGEST_ARENA_BLOCK,
  MUTABLE_SHARE,
  UNMANAGED_STATE,
  INDEX_ENTRY_OVERHEAD,
  BITS_PER_BYTE,
  PARTITIONED_BITS_PER_KEY,
  LEVELS,
];

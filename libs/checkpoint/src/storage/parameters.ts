import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';
import { SPACE_AMPLIFICATION } from '../size/index.js';

/** Constants of state backends and of the disks under them: unit, value, reference and how firm each is. */
const row = <U extends Unit>(values: Parameter<U>): Parameter<U> => values;

export const IO_BYTES = row({
  id: 'storage.ioBytes',
  unit: 'bytes',
  value: 4096,
  description: 'Size of one read: a block of RocksDB by Flink’s default',
  reference: 'F9.1',
  evidence: 'verified',
  versions: 'all',
});

export const HEAP_EXPANSION = row({
  id: 'storage.heapExpansion',
  unit: 'ratio',
  value: 305 / 88,
  description:
    'Bytes on the heap per byte in a full checkpoint: 305 B measured for what takes 88 B of a checkpoint; 3 to 10 by the types',
  reference: 'F4.1',
  evidence: 'heuristic',
  versions: '1.20',
});

export const HEAP_SHARE = row({
  id: 'storage.heapShare',
  unit: 'ratio',
  value: 0.5,
  description: 'Part of the heap that state may take: the rest is for records, user code and garbage',
  reference: 'F4.1',
  evidence: 'heuristic',
  versions: 'all',
});

export const HASHMAP_ACCESS = row({
  id: 'storage.hashmapAccess',
  unit: 'micros',
  value: 0.33,
  description: 'One read with its write on hashmap: a single run on Flink 1.20',
  reference: 'F9.1',
  evidence: 'heuristic',
  versions: '1.20',
});

export const ROCKSDB_CACHED_ACCESS = row({
  id: 'storage.rocksdbCachedAccess',
  unit: 'micros',
  value: 8.5,
  description:
    'The same on rocksdb where its cache has the block: a single run on Flink 1.20, 26 times hashmap’s',
  reference: 'F9.1',
  evidence: 'heuristic',
  versions: '1.20',
});

export const ROCKSDB_MISSED_ACCESS = row({
  id: 'storage.rocksdbMissedAccess',
  unit: 'micros',
  value: 345,
  description:
    'The same where the state does not fit the cache: 1 M entries of 100 B on 64 MB, a single run on Flink 1.20',
  reference: 'F9.1',
  evidence: 'heuristic',
  versions: '1.20',
});

export const HIGH_MEMORY = row({
  id: 'storage.highMemory',
  unit: 'bytes',
  value: 2 ** 30,
  description: 'Managed memory of a slot from which the larger blocks and memtables for spinning disks fit',
  reference: 'F9.1',
  evidence: 'heuristic',
  versions: 'all',
});

export const PARAMETERS: readonly Parameter[] = [
  IO_BYTES,
  HEAP_EXPANSION,
  HEAP_SHARE,
  SPACE_AMPLIFICATION,
  HASHMAP_ACCESS,
  ROCKSDB_CACHED_ACCESS,
  ROCKSDB_MISSED_ACCESS,
  HIGH_MEMORY,
];

import { type LeafFigure, type Parameter, parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';
import type { SnapshotBackend } from './state.js';

/** What was measured of snapshots, and what is assumed of files: unit, value, reference and how firm each is. */
const row = <U extends Unit>(values: Parameter<U>): Parameter<U> => values;

export const HASHMAP_EXPANSION = row({
  id: 'state.snapshotExpansion',
  unit: 'ratio',
  value: 2.2,
  description:
    'Bytes of a snapshot per byte of entry: 88 B measured for 40 B of one window entry with its timer',
  reference: 'F4.1',
  evidence: 'heuristic',
  versions: '1.20',
  when: 'state backend hashmap',
});

export const ROCKSDB_EXPANSION = row({
  id: 'state.snapshotExpansion',
  unit: 'ratio',
  value: 1.98,
  description:
    'Bytes of a snapshot per byte of entry: 79.2 B measured for 40 B of one window entry, hashed keys, before compaction',
  reference: 'F4.1',
  evidence: 'heuristic',
  versions: '1.20',
  when: 'state backend rocksdb or forst',
});

const ROCKSDB_SEQUENTIAL_EXPANSION = row({
  id: 'state.snapshotExpansionSequential',
  unit: 'ratio',
  value: 1.33,
  description:
    'Bytes of a snapshot per byte of entry: 53.3 B measured for 40 B of one window entry, keys in sequence, before compaction',
  reference: 'F4.1',
  evidence: 'heuristic',
  versions: '1.20',
  when: 'state backend rocksdb or forst, keys written in their order',
});

export const SPACE_AMPLIFICATION = row({
  id: 'state.spaceAmplification',
  unit: 'ratio',
  value: 1.33,
  description: 'Bytes on disk per live byte with static levels',
  reference: 'F4.7',
  evidence: 'unverified',
  versions: 'all',
  when: 'state backend rocksdb or forst',
});

export const INCREMENTAL_REWRITE = row({
  id: 'checkpointing.incrementalRewrite',
  unit: 'ratio',
  value: 3,
  description:
    'Bytes of new files per changed byte in an incremental checkpoint: compaction output is uploaded again',
  reference: 'F4.3',
  evidence: 'heuristic',
  versions: 'all',
});

export const NO_COMPRESSION = row({
  id: 'checkpointing.compression',
  unit: 'ratio',
  value: 1,
  description:
    'Bytes in the checkpoint store per byte of a snapshot: nothing is gained where nothing was measured',
  reference: 'F4.1',
  evidence: 'heuristic',
  versions: 'all',
});

/** How many bytes one byte of entry is in a snapshot, as measured for one shape of entry. */
export const snapshotExpansion = (backend: SnapshotBackend, keysInSequence = false): LeafFigure<'ratio'> => {
  if (backend === 'hashmap') return parameter(HASHMAP_EXPANSION);
  return parameter(keysInSequence ? ROCKSDB_SEQUENTIAL_EXPANSION : ROCKSDB_EXPANSION);
};

export const SIZE_PARAMETERS: readonly Parameter[] = [
  HASHMAP_EXPANSION,
  ROCKSDB_EXPANSION,
  ROCKSDB_SEQUENTIAL_EXPANSION,
  SPACE_AMPLIFICATION,
  INCREMENTAL_REWRITE,
  NO_COMPRESSION,
];

import { derive, type Figure, formula, given, parameter } from '@plimsoll/trace';
import { type FlinkVersion, isFrom } from '@plimsoll/units';
import { SPACE_AMPLIFICATION } from '../size/index.js';
import { backendKey, spelled } from './backend-names.js';
import {
  HASHMAP_ACCESS,
  HEAP_EXPANSION,
  HEAP_SHARE,
  HIGH_MEMORY,
  ROCKSDB_CACHED_ACCESS,
  ROCKSDB_MISSED_ACCESS,
} from './parameters.js';
import type { StateNeed } from './request.js';
import type { BackendAdvice, BackendCandidate } from './result.js';
import { ROCKSDB_SPEEDS } from './speeds.js';

/** Where a job keeps its state: on the heap where it fits, which is fastest; else on a disk; else, from 2.0 on, in the checkpoint store. */
const ON_HEAP = formula({
  reference: 'F4.1',
  label: 'Heap that the state takes',
  unit: 'bytes',
  inputs: { stateBytes: 'bytes', heapExpansion: 'ratio' },
  text: 'stateBytes × heapExpansion',
  compute: ({ stateBytes, heapExpansion }) => stateBytes * heapExpansion,
});

const HEAP_FOR_STATE = formula({
  reference: 'F4.1',
  label: 'Heap that state may take',
  unit: 'bytes',
  inputs: { heapBytes: 'bytes', heapShare: 'ratio' },
  text: 'heapBytes × heapShare',
  compute: ({ heapBytes, heapShare }) => heapBytes * heapShare,
});

const ON_DISK = formula({
  reference: 'F4.7',
  label: 'Disk that the state takes',
  unit: 'bytes',
  inputs: { stateBytes: 'bytes', spaceAmplification: 'ratio' },
  text: 'stateBytes × spaceAmplification',
  compute: ({ stateBytes, spaceAmplification }) => stateBytes * spaceAmplification,
});

const ROCKSDB_ACCESS = formula({
  reference: 'F9.1',
  label: 'One access on rocksdb',
  unit: 'micros',
  inputs: { cacheHitRatio: 'ratio', cachedAccess: 'micros', missedAccess: 'micros' },
  text: 'cacheHitRatio × cachedAccess + (1 − cacheHitRatio) × missedAccess',
  compute: ({ cacheHitRatio, cachedAccess, missedAccess }) =>
    cacheHitRatio * cachedAccess + (1 - cacheHitRatio) * missedAccess,
});

const ACCESS_CORES = formula({
  reference: 'F9.1',
  label: 'Cores that are busy with state',
  unit: 'cores',
  inputs: { accessesPerSecond: 'perSecond', access: 'micros' },
  text: 'accessesPerSecond × access ÷ 1000000',
  compute: ({ accessesPerSecond, access }) => (accessesPerSecond * access) / 1e6,
});

export interface BackendFigures {
  readonly advice: BackendAdvice;
  readonly figures: readonly Figure[];
}

interface Candidate {
  readonly row: BackendCandidate;
  readonly figures: readonly Figure[];
}

export function backendAdvice(state: StateNeed, version: FlinkVersion): BackendFigures {
  const candidates = [hashmap(state), rocksdb(state), forst(state, version)];
  const rows = candidates.map(({ row }) => row);
  const choice = rows.find(({ available, fits }) => available && fits) ?? null;
  const options = choice?.stateBackend === 'rocksdb' ? predefinedOptions(state) : null;
  const config: Record<string, string> = {};
  if (choice !== null) config[backendKey(version)] = spelled(choice.stateBackend, version);
  if (options !== null) config['state.backend.rocksdb.predefined-options'] = options;
  return {
    advice: {
      stateBackend: choice?.stateBackend ?? null,
      config,
      reasons: rows.map(({ stateBackend, why }) => `${stateBackend}: ${why}`),
      candidates: rows,
      speeds: ROCKSDB_SPEEDS,
      predefinedOptions: options,
    },
    figures: candidates.flatMap(({ figures }) => figures),
  };
}

const stateBytes = (state: StateNeed): Figure<'bytes'> =>
  given('bytes', state.stateBytes, '/state/stateBytes');

function cores(state: StateNeed, key: string, access: Figure<'micros'>): Figure<'cores'> | null {
  if (state.accessesPerSecond === undefined) return null;
  const accessesPerSecond = given('perSecond', state.accessesPerSecond, '/state/accessesPerSecond');
  return derive(`backend.${key}.cores`, ACCESS_CORES, { accessesPerSecond, access });
}

const known = (figures: readonly (Figure | null)[]): Figure[] =>
  figures.filter((figure): figure is Figure => figure !== null);

/** Writes full checkpoints whatever is asked for, so it is out where they must be incremental. */
function hashmap(state: StateNeed): Candidate {
  const takes = derive('backend.hashmap.bytes', ON_HEAP, {
    stateBytes: stateBytes(state),
    heapExpansion: parameter(HEAP_EXPANSION),
  });
  const may = derive('backend.hashmap.heap', HEAP_FOR_STATE, {
    heapBytes: given('bytes', state.heapBytes, '/state/heapBytes'),
    heapShare: parameter(HEAP_SHARE),
  });
  const access = parameter(HASHMAP_ACCESS);
  const accessCores = cores(state, 'hashmap', access);
  const inHeap = takes.value <= may.value;
  const why = !inHeap
    ? 'the state does not fit the heap that it may take'
    : state.incrementalCheckpoints === true
      ? 'the state fits the heap, but checkpoints are to be incremental, and these are full'
      : 'the state fits the heap, and no access is faster';
  return {
    row: {
      stateBackend: 'hashmap',
      available: true,
      fits: inHeap && state.incrementalCheckpoints !== true,
      takesBytes: takes.value,
      accessMicros: access.value,
      accessCores: accessCores?.value ?? null,
      why,
    },
    figures: known([takes, may, accessCores]),
  };
}

function rocksdb(state: StateNeed): Candidate {
  const takes = derive('backend.rocksdb.bytes', ON_DISK, {
    stateBytes: stateBytes(state),
    spaceAmplification: parameter(SPACE_AMPLIFICATION),
  });
  const access =
    state.cacheHitRatio === undefined
      ? parameter(ROCKSDB_CACHED_ACCESS)
      : derive('backend.rocksdb.access', ROCKSDB_ACCESS, {
          cacheHitRatio: given('ratio', state.cacheHitRatio, '/state/cacheHitRatio'),
          cachedAccess: parameter(ROCKSDB_CACHED_ACCESS),
          missedAccess: parameter(ROCKSDB_MISSED_ACCESS),
        });
  const accessCores = cores(state, 'rocksdb', access);
  const fits = state.localDiskBytes === undefined || takes.value <= state.localDiskBytes;
  const where = fits
    ? 'the state fits the disk'
    : `the state takes more than the ${state.localDiskBytes} bytes of disk`;
  return {
    row: {
      stateBackend: 'rocksdb',
      available: true,
      fits,
      takesBytes: takes.value,
      accessMicros: access.value,
      accessCores: accessCores?.value ?? null,
      why: `${where}${assumedCache(state)}`,
    },
    figures: known([takes, access, accessCores]),
  };
}

/** Without a hit ratio no miss is counted, which flatters state that managed memory cannot hold. */
function assumedCache({ cacheHitRatio, managedBytes, stateBytes: bytes }: StateNeed): string {
  if (cacheHitRatio !== undefined) return '';
  const speed = '; its speed is that of a cache which holds all that is asked for';
  return managedBytes === undefined || managedBytes >= bytes
    ? speed
    : `${speed}, and the ${managedBytes} bytes of managed memory do not hold all: give cacheHitRatio`;
}

/** Its files lie in the checkpoint store, a local disk is only their cache. How fast it is was not measured. */
function forst(state: StateNeed, version: FlinkVersion): Candidate {
  const available = isFrom(version, 2, 0);
  const takes = derive('backend.forst.bytes', ON_DISK, {
    stateBytes: stateBytes(state),
    spaceAmplification: parameter(SPACE_AMPLIFICATION),
  });
  return {
    row: {
      stateBackend: 'forst',
      available,
      fits: true,
      takesBytes: takes.value,
      accessMicros: null,
      accessCores: null,
      why: available
        ? 'the state lies in the checkpoint store, so no local disk bounds it; operators need the asynchronous state API to hide its latency, and its speed was not measured'
        : 'Flink has it from 2.0 on',
    },
    figures: [takes],
  };
}

/**
 * RocksDB’s options by what its files lie on. For spinning disks Flink sets dynamic level sizes; with enough memory also larger
 * blocks and memtables and a Bloom filter. For flash it sets the number of background threads.
 */
function predefinedOptions({ medium, managedBytes, slots }: StateNeed): string | null {
  if (medium === undefined) return null;
  if (medium === 'FLASH') return 'FLASH_SSD_OPTIMIZED';
  const perSlot = (managedBytes ?? 0) / (slots ?? 1);
  return perSlot >= HIGH_MEMORY.value ? 'SPINNING_DISK_OPTIMIZED_HIGH_MEM' : 'SPINNING_DISK_OPTIMIZED';
}

export const BACKEND_FORMULAS = [ON_HEAP, HEAP_FOR_STATE, ON_DISK, ROCKSDB_ACCESS, ACCESS_CORES];

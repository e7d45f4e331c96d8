import { type Derivation, type Known, known, knownParameter, knownSize } from '@plimsoll/trace';
import {
  BLOCKS_WITH_FILTER,
  BLOCKS_WITHOUT_FILTER,
  CACHED_KEYS,
  FALSE_POSITIVES,
  FILTER_SIZE,
  INDEX_SIZE,
  PROBES,
  READS,
  UNIFORM_HITS,
  USABLE_CACHE,
  WORKING_SET,
  ZIPF_HITS,
} from './cache-formulas.js';
import { BITS_PER_BYTE, INDEX_ENTRY_OVERHEAD, LEVELS, PARTITIONED_BITS_PER_KEY } from './parameters.js';
import type { StateAccess } from './request.js';
import type { BloomFilter, CacheHits } from './result.js';
import type { RocksDbSettings } from './settings.js';

export interface AccessInputs {
  readonly access: StateAccess;
  readonly settings: RocksDbSettings;
  /** What is left of the cache for the blocks of one slot. */
  readonly blocks: Known<'bytes'>;
  /** Whether index and filters are cached in parts; Flink does so in a shared cache alone, with filters of its own. */
  readonly partitioned: boolean;
}

/** Bloom filters and index of a slot's state, and how often a lookup has to read the disk. */
export function stateAccess(
  d: Derivation,
  { access, settings, blocks, partitioned }: AccessInputs,
): { readonly bloomFilter: BloomFilter; readonly cacheHits: CacheHits } {
  const { useBloomFilter } = settings;
  const bitsPerKey = partitioned ? knownParameter(PARTITIONED_BITS_PER_KEY) : settings.bitsPerKey;
  const keys = known('count', access.keys, '/access/keys');
  const levels =
    access.levels === undefined ? knownParameter(LEVELS) : known('count', access.levels, '/access/levels');
  const probes = d.derive('rocksdb.probes', PROBES, { bitsPerKey });
  const falsePositives = d.derive('rocksdb.falsePositives', FALSE_POSITIVES, { probes, bitsPerKey });
  const bitsPerByte = knownParameter(BITS_PER_BYTE);
  const filters = d.derive('rocksdb.filters', FILTER_SIZE, { keys, bitsPerKey, bitsPerByte });
  const withFilter = d.derive('rocksdb.blocksWithFilter', BLOCKS_WITH_FILTER, { falsePositives, levels });
  const withoutFilter = d.derive('rocksdb.blocksWithoutFilter', BLOCKS_WITHOUT_FILTER, { levels });
  const entry = known('bytes', BigInt(access.entryBytes), '/access/entryBytes');
  const workingSet = d.derive('rocksdb.workingSet', WORKING_SET, { keys, entry });
  const index = indexSize(d, access, settings, workingSet);
  const usable = d.derive('rocksdb.usableCache', USABLE_CACHE, {
    blocks,
    filters: useBloomFilter ? filters : known('bytes', 0n, bitsPerKey.from),
    index: index ?? known('bytes', 0n, '/access'),
  });
  const uniform = d.derive('rocksdb.uniformHits', UNIFORM_HITS, { cache: usable, workingSet });
  const hits = zipfHits(d, access, settings, keys, usable) ?? uniform;
  const reads = d.derive('rocksdb.reads', READS, {
    lookups: known('perSecond', access.lookupsPerSecond, '/access/lookupsPerSecond'),
    hits,
    blocksPerLookup: useBloomFilter ? withFilter : withoutFilter,
  });
  const cached = (useBloomFilter ? filters.value : 0n) + (index?.value ?? 0n);
  return {
    bloomFilter: {
      used: useBloomFilter,
      partitioned,
      bitsPerKey: bitsPerKey.value,
      probes: probes.value,
      falsePositiveRatio: falsePositives.value,
      filterBytes: filters.value,
      blocksPerLookupWith: withFilter.value,
      blocksPerLookupWithout: withoutFilter.value,
      indexBytes: index?.value ?? null,
      fitsCache: cached <= blocks.value,
    },
    cacheHits: {
      usableBytes: usable.value,
      workingSetBytes: workingSet.value,
      hitRatio: hits.value,
      uniformHitRatio: uniform.value,
      readOperationsPerSecond: reads.value,
    },
  };
}

function indexSize(
  d: Derivation,
  { keyBytes }: StateAccess,
  { block }: RocksDbSettings,
  workingSet: Known<'bytes'>,
): Known<'bytes'> | undefined {
  if (keyBytes === undefined) return undefined;
  return d.derive('rocksdb.index', INDEX_SIZE, {
    workingSet,
    block,
    key: known('bytes', BigInt(keyBytes), '/access/keyBytes'),
    overhead: knownSize(INDEX_ENTRY_OVERHEAD),
  });
}

/** Undefined where all keys are alike. */
function zipfHits(
  d: Derivation,
  { zipfExponent, bytesPerCachedKey }: StateAccess,
  { block }: RocksDbSettings,
  keys: Known<'count'>,
  cache: Known<'bytes'>,
): Known<'ratio'> | undefined {
  if (zipfExponent === undefined || zipfExponent === 0) return undefined;
  const each =
    bytesPerCachedKey === undefined
      ? block
      : known('bytes', BigInt(bytesPerCachedKey), '/access/bytesPerCachedKey');
  const cachedKeys = d.derive('rocksdb.cachedKeys', CACHED_KEYS, { cache, bytesPerCachedKey: each, keys });
  const exponent = known('ratio', zipfExponent, '/access/zipfExponent');
  return d.derive('rocksdb.zipfHits', ZIPF_HITS, { cachedKeys, keys, exponent });
}

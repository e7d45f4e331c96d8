import { type ExampleCalculator, examplesIn, runExamples } from '@plimsoll/testing';
import { CACHED_KEYS, READS, UNIFORM_HITS, ZIPF_HITS } from './cache-formulas.js';
import type { RocksDbRequest } from './request.js';
import type { RocksDbMemory } from './result.js';
import { rocksDbMemory } from './rocksdb-memory.js';

const memory = (request: Omit<RocksDbRequest, 'flinkVersion' | 'slots'>): RocksDbMemory => {
  const answer = rocksDbMemory({ flinkVersion: '1.20', slots: 1, ...request });
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
};

const MIB = 2 ** 20;

const CALCULATORS: Readonly<Record<string, ExampleCalculator>> = {
  'F4.5': ({ number }) => {
    const { shared, memtables, unmanagedUpperBoundBytes } = memory({
      managedBytes: BigInt(number('totalBytes')),
      states: number('states'),
      config: {
        'state.backend.rocksdb.memory.write-buffer-ratio': String(number('writeBufferRatio')),
        'state.backend.rocksdb.memory.high-prio-pool-ratio': String(number('highPrioRatio')),
        'state.backend.rocksdb.writebuffer.size': `${number('writeBufferBytes')}b`,
        'state.backend.rocksdb.writebuffer.count': String(number('writeBufferCount')),
      },
    });
    return {
      cacheBytes: Number(shared?.cacheBytes),
      writeBufferManagerBytes: Number(shared?.writeBufferManagerBytes),
      mutableLimitBytes: Number(shared?.mutableLimitBytes),
      arenaBlockBytes: Number(memtables.arenaBlockBytes),
      arenaOk: !memtables.flushesAllTheTime,
      wantedMemtableBytes: Number(memtables.wantedBytes),
      memtablePressure: memtables.pressureRatio,
      unmanagedUpperBoundMiB: Number(unmanagedUpperBoundBytes) / MIB,
    };
  },
  'F4.6': ({ number }) => {
    const { bloomFilter } = memory({
      managedBytes: 2n ** 30n,
      states: 1,
      config: { 'state.backend.rocksdb.bloom-filter.bits-per-key': String(number('bitsPerKey')) },
      access: { keys: number('keys'), entryBytes: 1, lookupsPerSecond: 1, levels: number('levels') },
    });
    return {
      probes: bloomFilter?.probes,
      falsePositiveRate: bloomFilter?.falsePositiveRatio,
      filterBytes: Number(bloomFilter?.filterBytes),
      blocksPerMissWithFilter: bloomFilter?.blocksPerLookupWith,
      blocksPerMissWithout: bloomFilter?.blocksPerLookupWithout,
    };
  },
  'F4.8': ({ number }) => {
    const cache = BigInt(number('cacheBytes'));
    const keys = number('distinctKeys');
    const [lookups, blocksPerLookup] = [number('lookupsPerSecond'), number('blocksPerMiss')];
    const uniformHit = UNIFORM_HITS.compute({ cache, workingSet: BigInt(number('workingSetBytes')) });
    const bytesPerCachedKey = BigInt(number('bytesPerCachedKey'));
    const cachedKeys = CACHED_KEYS.compute({ cache, bytesPerCachedKey, keys });
    const zipfHit = ZIPF_HITS.compute({ cachedKeys, keys, exponent: number('exponent') });
    return {
      uniformHit,
      zipfHit,
      uniformIops: READS.compute({ lookups, hits: uniformHit, blocksPerLookup }),
      zipfIops: READS.compute({ lookups, hits: zipfHit, blocksPerLookup }),
    };
  },
};

describe('memory of RocksDB, as worked by hand', () => {
  runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), CALCULATORS);
});

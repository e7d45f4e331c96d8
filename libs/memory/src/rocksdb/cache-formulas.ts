import { exactFormula } from '@plimsoll/trace';
import { harmonic } from './zipf.js';

export const PROBES = exactFormula({
  reference: 'F4.6',
  label: 'Probes of the Bloom filter',
  unit: 'count',
  inputs: { bitsPerKey: 'ratio' },
  text: 'max(1, round(bitsPerKey × ln(2)))',
  compute: ({ bitsPerKey }) => Math.max(1, Math.round(bitsPerKey * Math.LN2)),
});

export const FALSE_POSITIVES = exactFormula({
  reference: 'F4.6',
  label: 'False positives of the Bloom filter',
  unit: 'ratio',
  inputs: { probes: 'count', bitsPerKey: 'ratio' },
  text: '(1 − exp(−probes ÷ bitsPerKey))^probes',
  compute: ({ probes, bitsPerKey }) => (1 - Math.exp(-probes / bitsPerKey)) ** probes,
});

export const FILTER_SIZE = exactFormula({
  reference: 'F4.6',
  label: 'Bloom filters',
  unit: 'bytes',
  inputs: { keys: 'count', bitsPerKey: 'ratio', bitsPerByte: 'count' },
  text: '⌈keys × bitsPerKey ÷ bitsPerByte⌉',
  compute: ({ keys, bitsPerKey, bitsPerByte }) => BigInt(Math.ceil((keys * bitsPerKey) / bitsPerByte)),
});

export const BLOCKS_WITH_FILTER = exactFormula({
  reference: 'F4.6',
  label: 'Blocks per lookup with Bloom filters',
  unit: 'ratio',
  inputs: { falsePositives: 'ratio', levels: 'count' },
  text: '1 + falsePositives × (levels − 1)',
  compute: ({ falsePositives, levels }) => 1 + falsePositives * (levels - 1),
});

export const BLOCKS_WITHOUT_FILTER = exactFormula({
  reference: 'F4.6',
  label: 'Blocks per lookup without Bloom filters',
  unit: 'ratio',
  inputs: { levels: 'count' },
  text: '(levels + 1) ÷ 2',
  compute: ({ levels }) => (levels + 1) / 2,
});

export const WORKING_SET = exactFormula({
  reference: 'F4.8',
  label: 'State of the slot',
  unit: 'bytes',
  inputs: { keys: 'count', entry: 'bytes' },
  text: 'keys × entry',
  compute: ({ keys, entry }) => BigInt(keys) * entry,
});

export const INDEX_SIZE = exactFormula({
  reference: 'F4.6',
  label: 'Index blocks',
  unit: 'bytes',
  inputs: { workingSet: 'bytes', block: 'bytes', key: 'bytes', overhead: 'bytes' },
  text: '⌈workingSet ÷ block × (key + overhead)⌉',
  evidence: 'heuristic',
  compute: ({ workingSet, block, key, overhead }) =>
    BigInt(Math.ceil((Number(workingSet) / Number(block)) * Number(key + overhead))),
});

export const USABLE_CACHE = exactFormula({
  reference: 'F4.8',
  label: 'Cache left for data',
  unit: 'bytes',
  inputs: { blocks: 'bytes', filters: 'bytes', index: 'bytes' },
  text: 'max(0, blocks − filters − index)',
  compute: ({ blocks, filters, index }) => {
    const left = blocks - filters - index;
    return left > 0n ? left : 0n;
  },
});

export const UNIFORM_HITS = exactFormula({
  reference: 'F4.8',
  label: 'Hits of the cache, all keys alike',
  unit: 'ratio',
  inputs: { cache: 'bytes', workingSet: 'bytes' },
  text: 'min(1, cache ÷ workingSet)',
  compute: ({ cache, workingSet }) => Math.min(1, Number(cache) / Number(workingSet)),
});

export const CACHED_KEYS = exactFormula({
  reference: 'F4.8',
  label: 'Keys that the cache holds',
  unit: 'count',
  inputs: { cache: 'bytes', bytesPerCachedKey: 'bytes', keys: 'count' },
  text: 'min(keys, ⌊cache ÷ bytesPerCachedKey⌋)',
  compute: ({ cache, bytesPerCachedKey, keys }) => Math.min(keys, Number(cache / bytesPerCachedKey)),
});

export const ZIPF_HITS = exactFormula({
  reference: 'F4.8',
  label: 'Hits of a cache that holds the most frequent keys',
  unit: 'ratio',
  inputs: { cachedKeys: 'count', keys: 'count', exponent: 'ratio' },
  text: 'H(cachedKeys, exponent) ÷ H(keys, exponent)',
  compute: ({ cachedKeys, keys, exponent }) => harmonic(cachedKeys, exponent) / harmonic(keys, exponent),
});

export const READS = exactFormula({
  reference: 'F4.8',
  label: 'Reads of the disk',
  unit: 'operationsPerSecond',
  inputs: { lookups: 'perSecond', hits: 'ratio', blocksPerLookup: 'ratio' },
  text: 'lookups × (1 − hits) × blocksPerLookup',
  compute: ({ lookups, hits, blocksPerLookup }) => lookups * (1 - hits) * blocksPerLookup,
});

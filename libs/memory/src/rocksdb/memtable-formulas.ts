import { exactFormula } from '@plimsoll/trace';
import { largest, roundedUp, smallest } from '../whole-sizes.js';

const whole = (value: number): bigint => BigInt(Math.trunc(value));

export const CACHE = exactFormula({
  reference: 'F4.5',
  label: 'Block cache',
  unit: 'bytes',
  inputs: { total: 'bytes', writeBufferRatio: 'ratio', parts: 'count' },
  text: '⌊(parts − writeBufferRatio) × total ÷ parts⌋',
  evidence: 'verified',
  compute: ({ total, writeBufferRatio, parts }) =>
    whole(((parts - writeBufferRatio) * Number(total)) / parts),
});

export const WRITE_BUFFER_MANAGER = exactFormula({
  reference: 'F4.5',
  label: 'Write buffer manager',
  unit: 'bytes',
  inputs: { total: 'bytes', writeBufferRatio: 'ratio', parts: 'count' },
  text: '⌊2 × total × writeBufferRatio ÷ parts⌋',
  evidence: 'verified',
  compute: ({ total, writeBufferRatio, parts }) => whole((Number(2n * total) * writeBufferRatio) / parts),
});

export const HIGH_PRIORITY_POOL = exactFormula({
  reference: 'F4.5',
  label: 'Pool of high priority',
  unit: 'bytes',
  inputs: { cache: 'bytes', highPriorityRatio: 'ratio' },
  text: '⌊cache × highPriorityRatio⌋',
  compute: ({ cache, highPriorityRatio }) => whole(Number(cache) * highPriorityRatio),
});

export const MUTABLE_LIMIT = exactFormula({
  reference: 'F4.5',
  label: 'Mutable limit',
  unit: 'bytes',
  inputs: { writeBufferManager: 'bytes', share: 'ratio' },
  text: '⌊writeBufferManager × share⌋',
  evidence: 'verified',
  compute: ({ writeBufferManager, share }) => (writeBufferManager * eighths(share)) / 8n,
});

/** Flink multiplies by whole eighths: a double would miss the last byte of large sizes. */
const eighths = (share: number): bigint => BigInt(share * 8);

export const BLOCKS = exactFormula({
  reference: 'F4.5',
  label: 'Cache left for blocks',
  unit: 'bytes',
  inputs: { cache: 'bytes', writeBufferManager: 'bytes' },
  text: 'cache − writeBufferManager',
  compute: ({ cache, writeBufferManager }) => cache - writeBufferManager,
});

export const ARENA_BLOCK = exactFormula({
  reference: 'F4.5',
  label: 'Arena block, as Flink computes it',
  unit: 'bytes',
  inputs: { writeBuffer: 'bytes', blocks: 'count', alignment: 'bytes' },
  text: '⌈⌊writeBuffer ÷ blocks⌋ ÷ alignment⌉ × alignment',
  evidence: 'verified',
  compute: ({ writeBuffer, blocks, alignment }) => roundedUp(writeBuffer / BigInt(blocks), alignment),
});

export const ARENA_BLOCK_LIMITED = exactFormula({
  reference: 'F4.5',
  label: 'Arena block, as the database allocates it',
  unit: 'bytes',
  inputs: { arenaBlock: 'bytes', largest: 'bytes' },
  text: 'min(arenaBlock, largest)',
  evidence: 'verified',
  compute: ({ arenaBlock, largest: most }) => smallest(arenaBlock, most),
});

/** A quotient that is whole but for rounding is not rounded up once more. */
const ROUNDING = 1e-12;

export const LEAST_TOTAL = exactFormula({
  reference: 'F4.5',
  label: 'Least memory without constant flushing',
  unit: 'bytes',
  inputs: {
    arenaBlock: 'bytes',
    share: 'ratio',
    writeBufferRatio: 'ratio',
    parts: 'count',
    alignment: 'bytes',
  },
  text: '⌈arenaBlock ÷ share × parts ÷ (2 × writeBufferRatio) ÷ alignment + 1⌉ × alignment',
  compute: ({ arenaBlock, share, writeBufferRatio, parts, alignment }) => {
    const total = ((Number(arenaBlock) / share) * parts) / (2 * writeBufferRatio);
    const pages = total / Number(alignment) + 1;
    return BigInt(Math.ceil(pages * (1 - ROUNDING))) * alignment;
  },
});

export const WANTED_MEMTABLES = exactFormula({
  reference: 'F4.5',
  label: 'Memtables wanted',
  unit: 'bytes',
  inputs: { states: 'count', slots: 'count', writeBuffer: 'bytes', writeBuffers: 'count' },
  text: 'states × slots × writeBuffer × writeBuffers',
  compute: ({ states, slots, writeBuffer, writeBuffers }) =>
    BigInt(states) * BigInt(slots) * writeBuffer * BigInt(writeBuffers),
});

export const MEMTABLE_PRESSURE = exactFormula({
  reference: 'F4.5',
  label: 'Memtables wanted against given',
  unit: 'ratio',
  inputs: { wanted: 'bytes', writeBufferManager: 'bytes' },
  text: 'wanted ÷ writeBufferManager',
  compute: ({ wanted, writeBufferManager }) => Number(wanted) / Number(writeBufferManager),
});

export const UNMANAGED_BOUND = exactFormula({
  reference: 'F4.5',
  label: 'Upper bound where nothing bounds the databases of a slot',
  unit: 'bytes',
  inputs: {
    states: 'count',
    documented: 'bytes',
    writeBuffer: 'bytes',
    writeBuffers: 'count',
    blockCache: 'bytes',
  },
  text: 'states × max(documented, writeBuffer × writeBuffers + blockCache)',
  evidence: 'heuristic',
  compute: ({ states, documented, writeBuffer, writeBuffers, blockCache }) =>
    BigInt(states) * largest(documented, writeBuffer * BigInt(writeBuffers) + blockCache),
});

export const OF_TASK_MANAGER = exactFormula({
  reference: 'F4.5',
  label: 'Of the TaskManager',
  unit: 'bytes',
  inputs: { each: 'bytes', caches: 'count' },
  text: 'each × caches',
  compute: ({ each, caches }) => each * BigInt(caches),
});

export const SLOT_SHARE = exactFormula({
  reference: 'F4.8',
  label: 'Cache for blocks of one slot',
  unit: 'bytes',
  inputs: { blocks: 'bytes', slots: 'count' },
  text: '⌊blocks ÷ slots⌋',
  compute: ({ blocks, slots }) => blocks / BigInt(slots),
});

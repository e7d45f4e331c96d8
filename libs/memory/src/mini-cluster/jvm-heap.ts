import { type Derivation, exactFormula, type Known, knownParameter, knownSize } from '@plimsoll/trace';
import { roundedUp } from '../whole-sizes.js';
import { JVM_ROWS } from './jvm-parameters.js';
import type { GarbageCollector } from './request.js';

/**
 * The heap as the JVM lays it out, and the direct memory that it allows beside it: `Runtime.maxMemory()`, which SerialGC gives
 * without one survivor space. Verified on OpenJDK 17 for -Xmx of 8 to 512 MiB.
 */
export interface JvmHeap {
  /** -Xmx as the JVM rounds it. */
  readonly heap: Known<'bytes'>;
  readonly directLimit: Known<'bytes'>;
}

const down = (size: bigint, step: bigint): bigint => (size / step) * step;

export const ALIGNED_HEAP = exactFormula({
  reference: 'F7.2',
  label: 'Heap as the JVM rounds it',
  unit: 'bytes',
  inputs: { size: 'bytes', alignment: 'bytes' },
  text: '⌈size ÷ alignment⌉ × alignment',
  compute: ({ size, alignment }) => roundedUp(size, alignment),
});

export const YOUNG_GENERATION = exactFormula({
  reference: 'F7.2',
  label: 'Young generation',
  unit: 'bytes',
  inputs: { heap: 'bytes', newRatio: 'ratio', alignment: 'bytes' },
  text: '⌊heap ÷ (newRatio + 1) ÷ alignment⌋ × alignment',
  compute: ({ heap, newRatio, alignment }) => down(heap / BigInt(newRatio + 1), alignment),
});

export const SURVIVOR_SPACE = exactFormula({
  reference: 'F7.2',
  label: 'Survivor space',
  unit: 'bytes',
  inputs: { young: 'bytes', survivorRatio: 'ratio', alignment: 'bytes' },
  text: 'max(⌊young ÷ (survivorRatio + 2) ÷ alignment⌋, 1) × alignment',
  compute: ({ young, survivorRatio, alignment }) => {
    const size = down(young / BigInt(survivorRatio + 2), alignment);
    return size > alignment ? size : alignment;
  },
});

export const DIRECT_LIMIT = exactFormula({
  reference: 'F7.2',
  label: 'Direct memory that the JVM allows',
  unit: 'bytes',
  inputs: { heap: 'bytes', survivor: 'bytes' },
  text: 'max(heap − survivor, 0)',
  compute: ({ heap, survivor }) => (heap > survivor ? heap - survivor : 0n),
});

const NO_SURVIVOR = (heap: Known<'bytes'>): JvmHeap => ({ heap, directLimit: heap });

/** @param key what the keys of the steps begin with */
export function jvmHeap(d: Derivation, key: string, size: Known<'bytes'>, gc: GarbageCollector): JvmHeap {
  const alignment = knownSize(JVM_ROWS.heapAlignment);
  return laidOut(d, key, d.derive(`${key}.aligned`, ALIGNED_HEAP, { size, alignment }), gc);
}

export function laidOut(d: Derivation, key: string, heap: Known<'bytes'>, gc: GarbageCollector): JvmHeap {
  if (gc === 'g1') return NO_SURVIVOR(heap);
  const survivor = survivorSpace(d, key, heap);
  return { heap, directLimit: d.derive(`${key}.directLimit`, DIRECT_LIMIT, { heap, survivor }) };
}

/** One survivor space of SerialGC, of a heap that is aligned. */
export function survivorSpace(d: Derivation, key: string, heap: Known<'bytes'>): Known<'bytes'> {
  const alignment = knownSize(JVM_ROWS.serialAlignment);
  const newRatio = knownParameter(JVM_ROWS.newRatio);
  const survivorRatio = knownParameter(JVM_ROWS.survivorRatio);
  const young = d.derive(`${key}.young`, YOUNG_GENERATION, { heap, newRatio, alignment });
  return d.derive(`${key}.survivor`, SURVIVOR_SPACE, { young, survivorRatio, alignment });
}

export const JVM_HEAP_FORMULAS = [ALIGNED_HEAP, YOUNG_GENERATION, SURVIVOR_SPACE, DIRECT_LIMIT];

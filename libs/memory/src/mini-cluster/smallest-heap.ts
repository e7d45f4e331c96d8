import { type Derivation, exactFormula, type Known, knownSize } from '@plimsoll/trace';
import { largest, roundedUp } from '../whole-sizes.js';
import { ALIGNED_HEAP, survivorSpace } from './jvm-heap.js';
import { JVM_ROWS } from './jvm-parameters.js';
import { MEASURED_ROWS } from './measured-parameters.js';
import type { Needs } from './needs.js';
import type { GarbageCollector } from './request.js';

export const LARGER_NEED = exactFormula({
  reference: 'F7.2',
  label: 'Heap for direct memory and for live objects',
  unit: 'bytes',
  inputs: { forDirect: 'bytes', forJob: 'bytes' },
  text: 'max(forDirect, forJob)',
  compute: ({ forDirect, forJob }) => largest(forDirect, forJob),
});

export const WITH_SURVIVOR = exactFormula({
  reference: 'F7.2',
  label: 'Heap that leaves the direct memory beside a survivor space',
  unit: 'bytes',
  inputs: { direct: 'bytes', survivor: 'bytes', alignment: 'bytes' },
  text: '⌈(direct + survivor) ÷ alignment⌉ × alignment',
  compute: ({ direct, survivor, alignment }) => roundedUp(direct + survivor, alignment),
});

export const SMALLEST_HEAP = exactFormula({
  reference: 'F7.2',
  label: 'Smallest -Xmx in whole MiB that the JVM rounds up to enough',
  unit: 'bytes',
  inputs: { needed: 'bytes', alignment: 'bytes', step: 'bytes' },
  text: '⌈needed ÷ alignment⌉ × alignment − alignment + step',
  compute: ({ needed, alignment, step }) => roundedUp(needed, alignment) - alignment + step,
});

/**
 * The smallest -Xmx with which a JVM allows the direct memory and holds the live objects; one MiB less does not.
 * @param key of its figure; those on the way begin with it
 */
export function smallestHeap(d: Derivation, key: string, needs: Needs, gc: GarbageCollector): Known<'bytes'> {
  const alignment = knownSize(JVM_ROWS.heapAlignment);
  const forDirect = gc === 'g1' ? needs.direct : besideSurvivor(d, key, needs.direct);
  const needed = d.derive(`${key}.needed`, LARGER_NEED, { forDirect, forJob: needs.liveHeap });
  const step = knownSize(MEASURED_ROWS.heapStep);
  return d.derive(key, SMALLEST_HEAP, { needed, alignment, step });
}

/**
 * A survivor space grows with the heap that must leave room for it. From below, with the survivor space of the last heap, until
 * that is the same: never above the smallest heap that fits, and a few rounds suffice, each a thirtieth of the one before.
 */
function besideSurvivor(d: Derivation, key: string, direct: Known<'bytes'>): Known<'bytes'> {
  const alignment = knownSize(JVM_ROWS.heapAlignment);
  let heap = d.derive(`${key}.round0`, ALIGNED_HEAP, { size: direct, alignment });
  for (let round = 1; ; round++) {
    const survivor = survivorSpace(d, `${key}.round${round}`, heap);
    const next = d.derive(`${key}.round${round}`, WITH_SURVIVOR, { direct, survivor, alignment });
    if (next.value === heap.value) return next;
    heap = next;
  }
}

export const SMALLEST_HEAP_FORMULAS = [LARGER_NEED, WITH_SURVIVOR, SMALLEST_HEAP];

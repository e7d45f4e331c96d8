import { exactFormula } from '@plimsoll/trace';
import { MIB } from '../mebibyte.js';
import { largest, smallest } from '../whole-sizes.js';
import {
  DIRECT_OF_CONTAINER,
  DIRECT_OF_JAVA,
  HEAP_BESIDE_MANAGED,
  HEAP_OF_ALL,
  HEAP_OF_SHARED,
  HEAP_OVERFLOWN,
  HEAP_OVERFLOWN_MEGABYTES,
} from './heap-formulas.js';
import { float32Product, javaLong } from './java-cast.js';

export const CUTOFF = exactFormula({
  reference: 'F7.1',
  label: 'Cut-off of the container',
  unit: 'bytes',
  inputs: { container: 'bytes', ratio: 'ratio', minimum: 'bytes' },
  text: 'max(long(float32(float32(container ÷ 1 MiB) × ratio)) × 1 MiB, minimum)',
  compute: ({ container, ratio, minimum }) =>
    largest(javaLong(float32Product(container / MIB, ratio)) * MIB, minimum),
  evidence: 'verified',
});

export const JAVA_MEMORY = exactFormula({
  reference: 'F7.1',
  label: 'Java memory',
  unit: 'bytes',
  inputs: { container: 'bytes', cutoff: 'bytes' },
  text: 'container − cutoff',
  compute: ({ container, cutoff }) => container - cutoff,
  evidence: 'verified',
});

export const NETWORK_SHARE = exactFormula({
  reference: 'F7.1',
  label: 'Network memory',
  unit: 'bytes',
  inputs: { java: 'bytes', fraction: 'ratio', minimum: 'bytes', maximum: 'bytes' },
  text: 'min(maximum, max(minimum, long(float32(float32(java) × fraction))))',
  compute: ({ java, fraction, minimum, maximum }) =>
    smallest(maximum, largest(minimum, javaLong(float32Product(java, fraction)))),
  evidence: 'verified',
});

export const NETWORK_OF_BUFFERS = exactFormula({
  reference: 'F7.1',
  label: 'Network memory',
  unit: 'bytes',
  inputs: { buffers: 'count', segment: 'bytes' },
  text: 'buffers × segment',
  compute: ({ buffers, segment }) => BigInt(buffers) * segment,
  evidence: 'verified',
});

export const BESIDE_NETWORK = exactFormula({
  reference: 'F7.1',
  label: 'Heap and managed memory',
  unit: 'bytes',
  inputs: { java: 'bytes', network: 'bytes' },
  text: 'java − network',
  compute: ({ java, network }) => java - network,
  evidence: 'verified',
});

export const BESIDE_NETWORK_MEGABYTES = exactFormula({
  reference: 'F7.1',
  label: 'Heap and managed memory',
  unit: 'bytes',
  inputs: { java: 'bytes', network: 'bytes' },
  text: 'java − ⌊network ÷ 1 MiB⌋ × 1 MiB',
  compute: ({ java, network }) => java - (network >> 20n) * MIB,
  evidence: 'verified',
});

export const MANAGED_SHARE = exactFormula({
  reference: 'F7.1',
  label: 'Managed memory',
  unit: 'bytes',
  inputs: { shared: 'bytes', fraction: 'ratio' },
  text: 'long(float32(float32(shared) × fraction))',
  compute: ({ shared, fraction }) => javaLong(float32Product(shared, fraction)),
  evidence: 'verified',
});

export const MANAGED_SHARE_MEGABYTES = exactFormula({
  reference: 'F7.1',
  label: 'Managed memory',
  unit: 'bytes',
  inputs: { shared: 'bytes', fraction: 'ratio' },
  text: 'long(fraction × (shared ÷ 1 MiB)) × 1 MiB',
  compute: ({ shared, fraction }) => javaLong(fraction * Number(shared / MIB)) * MIB,
  evidence: 'verified',
});

export const TALK_HEAP = exactFormula({
  reference: 'F7.1',
  label: 'JVM heap in the talk',
  unit: 'bytes',
  inputs: { container: 'bytes', ratio: 'ratio' },
  text: 'round(container × (1 − ratio))',
  compute: ({ container, ratio }) => BigInt(Math.round(Number(container) * (1 - ratio))),
  evidence: 'stated',
});

export const LEGACY_CONTAINER_FORMULAS = [
  CUTOFF,
  JAVA_MEMORY,
  NETWORK_SHARE,
  NETWORK_OF_BUFFERS,
  BESIDE_NETWORK,
  BESIDE_NETWORK_MEGABYTES,
  MANAGED_SHARE,
  MANAGED_SHARE_MEGABYTES,
  HEAP_OF_ALL,
  HEAP_OF_SHARED,
  HEAP_BESIDE_MANAGED,
  HEAP_OVERFLOWN,
  HEAP_OVERFLOWN_MEGABYTES,
  DIRECT_OF_CONTAINER,
  DIRECT_OF_JAVA,
  TALK_HEAP,
];

import { exactFormula } from '@plimsoll/trace';
import { MIB } from '../mebibyte.js';

/** What a `long` loses where it overflows. */
const LONG_RANGE = 2n ** 64n;

const wholeMegabytes = (size: bigint): bigint => (size >> 20n) * MIB;

export const HEAP_OF_ALL = exactFormula({
  reference: 'F7.1',
  label: 'JVM heap',
  unit: 'bytes',
  inputs: { java: 'bytes' },
  text: 'java',
  compute: ({ java }) => java,
  evidence: 'verified',
});

export const HEAP_OF_SHARED = exactFormula({
  reference: 'F7.1',
  label: 'JVM heap',
  unit: 'bytes',
  inputs: { shared: 'bytes' },
  text: 'long(shared ÷ 1 MiB) × 1 MiB',
  compute: ({ shared }) => wholeMegabytes(shared),
  evidence: 'verified',
});

export const HEAP_BESIDE_MANAGED = exactFormula({
  reference: 'F7.1',
  label: 'JVM heap',
  unit: 'bytes',
  inputs: { shared: 'bytes', managed: 'bytes' },
  text: 'long((shared − managed) ÷ 1 MiB) × 1 MiB',
  compute: ({ shared, managed }) => wholeMegabytes(shared - managed),
  evidence: 'verified',
});

export const HEAP_OVERFLOWN = exactFormula({
  reference: 'F7.1',
  label: 'JVM heap, where a long of bytes overflows',
  unit: 'bytes',
  inputs: { shared: 'bytes', managed: 'bytes' },
  text: '⌊(shared − managed − 2^64) ÷ 1 MiB⌋ × 1 MiB',
  compute: ({ shared, managed }) => wholeMegabytes(shared - managed - LONG_RANGE),
  evidence: 'verified',
});

export const HEAP_OVERFLOWN_MEGABYTES = exactFormula({
  reference: 'F7.1',
  label: 'JVM heap, where a long of megabytes overflows',
  unit: 'bytes',
  inputs: { shared: 'bytes', managed: 'bytes' },
  text: '⌊(shared − managed) ÷ 1 MiB⌋ × 1 MiB − 2^64 × 1 MiB',
  compute: ({ shared, managed }) => wholeMegabytes(shared - managed - LONG_RANGE * MIB),
  evidence: 'verified',
});

export const DIRECT_OF_CONTAINER = exactFormula({
  reference: 'F7.1',
  label: 'Limit of direct memory',
  unit: 'bytes',
  inputs: { container: 'bytes', heap: 'bytes' },
  text: 'container − heap',
  compute: ({ container, heap }) => container - heap,
  evidence: 'verified',
});

export const DIRECT_OF_JAVA = exactFormula({
  reference: 'F7.1',
  label: 'Limit of direct memory',
  unit: 'bytes',
  inputs: { java: 'bytes', heap: 'bytes' },
  text: 'java − heap',
  compute: ({ java, heap }) => java - heap,
  evidence: 'verified',
});

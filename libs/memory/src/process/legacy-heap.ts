import { type Derivation, exactFormula, type Known } from '@plimsoll/trace';
import { isFrom, memorySizeForPeople } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { illegalConfiguration } from '../flink-exception.js';
import { MIB } from '../mebibyte.js';
import type { SizeOption } from '../option.js';
import { checkedSize } from './arithmetic.js';
import type { ProcessOptions } from './options.js';

const MEGABYTES = exactFormula({
  reference: 'F8.1',
  label: 'Heap of Flink before 1.10',
  unit: 'bytes',
  inputs: { megabytes: 'count' },
  text: 'megabytes × 1 MiB',
  compute: ({ megabytes }) => BigInt(megabytes) * MIB,
  evidence: 'verified',
});

export const LEGACY_HEAP_FORMULAS = [MEGABYTES];

/**
 * Lets the heap options of Flink before 1.10 stand for a newer option, where that is not set. 2.0 dropped them.
 * @see org.apache.flink.runtime.util.config.memory.MemoryBackwardsCompatibilityUtils
 */
export function mapLegacyHeap(
  derivation: Derivation,
  reader: ConfigReader,
  options: ProcessOptions,
  standsFor: SizeOption,
): void {
  if (isFrom(reader.version, 2, 0) || reader.has(standsFor)) return;
  const heap = legacyHeap(derivation, reader, options);
  if (heap === undefined) return;
  reader.replace(standsFor, heap);
  reader.log(
    'INFO',
    `'${standsFor.key}' is not specified, use the configured deprecated task manager heap value (${memorySizeForPeople(
      heap.value,
    )}) for it.`,
  );
}

function legacyHeap(
  derivation: Derivation,
  reader: ConfigReader,
  options: ProcessOptions,
): Known<'bytes'> | undefined {
  if (reader.has(options.heapSize)) return reader.size(options.heapSize);
  const megabytes = reader.integer(options.heapMegabytes);
  if (megabytes === undefined) return undefined;
  const { key } = options.heapMegabytes;
  if (megabytes.value < 0) {
    throw illegalConfiguration(
      `Configured total process memory size (${megabytes.value}MB) must not be less than 0.`,
      {
        keys: [key],
        detail: `${key} is ${megabytes.value}, and a size is not negative.`,
        fixes: [{ set: {}, unset: [key] }],
      },
    );
  }
  return checkedSize(key, derivation.derive(`${options.trace}.legacyHeap`, MEGABYTES, { megabytes }), [
    megabytes,
  ]);
}

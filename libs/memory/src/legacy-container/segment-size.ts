import { type Known, known } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import { FlinkException, ILLEGAL_ARGUMENT } from '../flink-exception.js';
import { invalidValue, setTo, unset } from './invalid-value.js';
import type { LegacyConfiguration } from './legacy-configuration.js';
import { SEGMENT_SIZE } from './options.js';

const INT_MAX = 2n ** 31n - 1n;
const SMALLEST = 4096n;
const SIZE = { ...SEGMENT_SIZE, byDefault: BigInt(SEGMENT_SIZE.byDefault) };

/**
 * Bytes of a network buffer. Up to 1.8 any number will do where a container is sized; the process itself refuses odd ones.
 * @throws FlinkException where the size cannot be read, is too large for an int, or, from 1.9 on, is no page size
 */
export function segmentSize(config: LegacyConfiguration): Known<'bytes'> {
  if (!config.hasUnits) {
    const { value, from, evidence } = config.integer(SEGMENT_SIZE);
    return known('bytes', BigInt(value), from, evidence);
  }
  const size = config.size(SIZE);
  if (size.value > INT_MAX) throw tooLarge(size.value);
  if (isFrom(config.version, 1, 9)) {
    const fault = pageSizeFault(size.value);
    if (fault !== undefined) throw fault;
  }
  return size;
}

const tooLarge = (size: bigint): FlinkException =>
  new FlinkException(ILLEGAL_ARGUMENT, `Cannot downcast long value ${size} to integer.`, {
    keys: [SEGMENT_SIZE.key],
    detail: `${SEGMENT_SIZE.key} is ${size} bytes, ${size - INT_MAX} more than an int holds. Flink's default is ${SEGMENT_SIZE.byDefault} bytes.`,
    fixes: [unset(SEGMENT_SIZE)],
  });

/** What a page size is refused for: it must be a power of two of at least 4096 bytes. */
export function pageSizeFault(size: bigint): FlinkException | undefined {
  if (size < SMALLEST) {
    return invalidValue(SEGMENT_SIZE.key, String(size), `Minimum memory segment size is ${SMALLEST}`, {
      keys: [SEGMENT_SIZE.key],
      detail: `${SEGMENT_SIZE.key} is ${size} bytes, ${SMALLEST - size} less than the smallest segment, ${SMALLEST} bytes.`,
      fixes: [setTo(SEGMENT_SIZE, SMALLEST)],
    });
  }
  const below = 2n ** BigInt(size.toString(2).length - 1);
  if (below === size) return undefined;
  return invalidValue(SEGMENT_SIZE.key, String(size), 'Memory segment size must be a power of 2.', {
    keys: [SEGMENT_SIZE.key],
    detail: `${SEGMENT_SIZE.key} is ${size} bytes, ${size - below} more than the power of two below it, ${below} bytes.`,
    fixes: [setTo(SEGMENT_SIZE, below)],
  });
}

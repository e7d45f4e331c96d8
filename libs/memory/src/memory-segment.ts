import type { Known } from '@plimsoll/trace';
import type { ConfigReader } from './config-reader.js';
import { FlinkException, ILLEGAL_ARGUMENT, illegalConfiguration } from './flink-exception.js';
import { sizeOption } from './option.js';

export const SEGMENT_SIZE = sizeOption('taskmanager.memory.segment-size', 32n * 2n ** 10n);

/** What Flink counts pages and buffers up to. */
export const MOST_SEGMENTS = 2 ** 31 - 1;
const LEAST_SIZE = 4096n;

/**
 * The size of a memory segment: a page of managed memory, a network buffer.
 * @throws FlinkException where it is no power of two from 4 KiB to 1 GiB
 * @see org.apache.flink.runtime.util.ConfigurationParserUtils#getPageSize
 */
export function segmentSize(reader: ConfigReader): Known<'bytes'> {
  const segment = reader.bareSize(SEGMENT_SIZE);
  const { value } = segment;
  const reason = {
    keys: [SEGMENT_SIZE.key],
    detail: `${SEGMENT_SIZE.key} is ${value} bytes; it must be a power of two from 4096 bytes to 1 GiB.`,
    fixes: [{ set: {}, unset: [SEGMENT_SIZE.key] }],
  };
  if (value > BigInt(MOST_SEGMENTS)) {
    throw new FlinkException(ILLEGAL_ARGUMENT, `Cannot downcast long value ${value} to integer.`, reason);
  }
  const invalid = (message: string): FlinkException =>
    illegalConfiguration(
      `Invalid configuration value for ${SEGMENT_SIZE.key} : ${value} - ${message}`,
      reason,
    );
  if (value < LEAST_SIZE) throw invalid(`Minimum memory segment size is ${LEAST_SIZE}`);
  if ((value & (value - 1n)) !== 0n) throw invalid('Memory segment size must be a power of 2.');
  return segment;
}

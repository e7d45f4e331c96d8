import type { Derivation, Known } from '@plimsoll/trace';
import { known } from '@plimsoll/trace';
import { isFrom, javaDoubleText, memorySizeForPeople } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { FlinkException, ILLEGAL_ARGUMENT, illegalConfiguration } from '../flink-exception.js';
import { checkedSize, fractionOf, inRange, keysOf, type Range } from '../process/arithmetic.js';
import { logLimit } from '../process/jvm-memory.js';
import {
  NETWORK_BUFFERS,
  NETWORK_FRACTION,
  NETWORK_MAX,
  NETWORK_MIN,
  SEGMENT_SIZE,
  TASK_MANAGER,
} from '../process/options.js';
import { rangeOf } from '../process/range-option.js';
import { NETWORK_OF_BUFFERS } from './pools.js';

const KEY = 'taskManager.network';
const LEAST_SEGMENT = 4096n;
const INT_MAX = 2n ** 31n - 1n;

/** Network memory out of the total of Flink's memory, or (`inverse`) out of all that is beside it. */
export function networkMemory(
  derivation: Derivation,
  reader: ConfigReader,
  base: Known<'bytes'>,
  inverse: boolean,
): Known<'bytes'> {
  if (countsBuffers(reader)) return memoryOfBuffers(derivation, reader);
  const range = networkRange(reader);
  const ranged = inRange(derivation, KEY, range, base, inverse);
  logLimit(reader, range, ranged);
  return ranged.size;
}

function networkRange(reader: ConfigReader): Range {
  const least = reader.size(NETWORK_MIN);
  const most = reader.size(NETWORK_MAX);
  return rangeOf(reader, { name: 'network memory', label: 'Network memory' }, NETWORK_FRACTION, least, most, [
    NETWORK_MIN.key,
    NETWORK_MAX.key,
  ]);
}

/** Whether a number of buffers says how much network memory there is; from 2.0 on it is not read. */
function countsBuffers(reader: ConfigReader): boolean {
  if (isFrom(reader.version, 2, 0)) return false;
  const ranged = reader.has(NETWORK_MIN) || reader.has(NETWORK_MAX) || reader.has(NETWORK_FRACTION);
  return !ranged && reader.has(NETWORK_BUFFERS);
}

function memoryOfBuffers(derivation: Derivation, reader: ConfigReader): Known<'bytes'> {
  const buffers = reader.integer(NETWORK_BUFFERS) ?? known('count', 0, NETWORK_BUFFERS.pointer);
  const segmentSize = segment(reader);
  const size = derivation.derive(KEY, NETWORK_OF_BUFFERS, { buffers, segmentSize });
  return checkedSize('Network memory', size, [buffers, segmentSize]);
}

/** @see org.apache.flink.runtime.util.ConfigurationParserUtils#getPageSize */
function segment(reader: ConfigReader): Known<'bytes'> {
  const size = reader.bareSize(SEGMENT_SIZE);
  const reason = (what: string) => ({
    keys: [SEGMENT_SIZE.key],
    detail: `${SEGMENT_SIZE.key} is ${size.value} bytes; ${what}.`,
    fixes: [{ set: {}, unset: [SEGMENT_SIZE.key] }],
  });
  if (size.value > INT_MAX) {
    throw new FlinkException(
      ILLEGAL_ARGUMENT,
      `Cannot downcast long value ${size.value} to integer.`,
      reason(`a segment is at most ${INT_MAX} bytes`),
    );
  }
  const invalid = (message: string) =>
    illegalConfiguration(
      `Invalid configuration value for ${SEGMENT_SIZE.key} : ${size.value} - ${message}`,
      reason('a segment is a power of 2 from 4096 bytes up'),
    );
  if (size.value < LEAST_SEGMENT) throw invalid(`Minimum memory segment size is ${LEAST_SEGMENT}`);
  if ((size.value & (size.value - 1n)) !== 0n) throw invalid('Memory segment size must be a power of 2.');
  return size;
}

/**
 * Network memory that is the rest of an explicit total has to keep to what is configured of it.
 * @throws FlinkException where it does not
 */
export function checkNetworkRest(
  derivation: Derivation,
  reader: ConfigReader,
  network: Known<'bytes'>,
  total: Known<'bytes'>,
): void {
  try {
    if (countsBuffers(reader)) checkBuffers(derivation, reader, network);
    else checkRange(reader, network, total);
  } catch (error) {
    if (
      !(error instanceof FlinkException) ||
      error.name === ILLEGAL_ARGUMENT ||
      error.name === 'ArithmeticException'
    )
      throw error;
    throw error.within(
      'If Total Flink, Task Heap and (or) Managed Memory sizes are explicitly configured then the Network Memory size is the rest of the Total Flink memory after subtracting all other configured types of memory, but the derived Network Memory is inconsistent with its configuration.',
    );
  }
}

function checkBuffers(derivation: Derivation, reader: ConfigReader, network: Known<'bytes'>): void {
  const configured = memoryOfBuffers(derivation, reader);
  if (configured.value === network.value) return;
  throw illegalConfiguration(
    `Derived Network Memory size (${memorySizeForPeople(network.value)}) does not match configured Network Memory size (${memorySizeForPeople(
      configured.value,
    )}).`,
    {
      keys: [TASK_MANAGER.flinkSize.key, NETWORK_BUFFERS.key],
      detail: `What is left for network memory, ${network.value} bytes, is not the ${configured.value} bytes of ${NETWORK_BUFFERS.key}.`,
      fixes: [{ set: {}, unset: [NETWORK_BUFFERS.key] }],
    },
  );
}

function checkRange(reader: ConfigReader, network: Known<'bytes'>, total: Known<'bytes'>): void {
  const { least, most, fraction } = networkRange(reader);
  const over = network.value - most.value;
  const under = least.value - network.value;
  if (over > 0n || under > 0n) {
    const limit = over > 0n ? NETWORK_MAX : NETWORK_MIN;
    const stretched = { set: { [limit.key]: `${network.value}b` }, unset: limit.oldKeys };
    throw illegalConfiguration(
      `Derived Network Memory size (${memorySizeForPeople(network.value)}) is not in configured Network Memory range [${memorySizeForPeople(
        least.value,
      )}, ${memorySizeForPeople(most.value)}].`,
      {
        keys: keysOf([total, least, most]),
        detail: `What the other pools leave of Flink memory for network memory, ${network.value} bytes, is ${
          over > 0n ? over : under
        } bytes ${over > 0n ? 'above' : 'below'} its range of ${least.value} to ${most.value} bytes.`,
        fixes:
          under > 0n
            ? [{ raise: TASK_MANAGER.flinkSize.key, from: total.value + under }, stretched]
            : [stretched],
      },
    );
  }
  if (!reader.has(NETWORK_FRACTION) || network.value === fractionOf(total, fraction)) return;
  reader.log(
    'INFO',
    `The derived Network Memory size (${memorySizeForPeople(network.value)}) does not match the configured Network Memory fraction (${javaDoubleText(
      fraction.value,
    )}) from the configured Total Flink Memory size (${memorySizeForPeople(total.value)}). The derived Network Memory size will be used.`,
  );
}

import type { Known } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import { FlinkException, illegalConfiguration, type Reason } from '../flink-exception.js';
import { invalidValue } from './invalid-value.js';
import { javaFloatText } from './java-float-text.js';
import type { LegacyConfiguration } from './legacy-configuration.js';
import { managedMegabytes } from './managed.js';
import { buffersFault } from './network-of-buffers.js';
import { limitsFault } from './network-share.js';
import {
  MANAGED_FRACTION,
  MANAGED_SIZE,
  NETWORK_BUFFERS,
  NETWORK_FRACTION,
  NETWORK_MAX,
  NETWORK_MIN,
} from './options.js';
import { pageSizeFault, segmentSize } from './segment-size.js';

/** Only the message is told. */
const NO_REASON: Reason = { keys: [], detail: '', fixes: [] };

/**
 * What the TaskManager refuses when it starts in a container that was sized without complaint: it reads every option, those
 * too that the size of a container does not depend on.
 * @see org.apache.flink.runtime.taskexecutor.TaskManagerServicesConfiguration#fromConfiguration
 */
export function startUpFault(
  sized: LegacyConfiguration,
  managed: Known<'bytes'> | null,
): FlinkException | undefined {
  const config = sized.afresh();
  try {
    const fraction = config.float(MANAGED_FRACTION).value;
    const size = isFrom(config.version, 1, 9)
      ? managed && managedBytesFault(managed.value)
      : (networkFault(config) ?? managedSizeFault(config));
    return size ?? fractionFault(fraction);
  } catch (error) {
    if (error instanceof FlinkException) return error;
    throw error;
  }
}

function networkFault(config: LegacyConfiguration): FlinkException | undefined {
  const segment = segmentSize(config).value;
  const limits = [NETWORK_MIN, NETWORK_MAX].map((option) => config.size(option).value);
  const [minimum = 0n, maximum = 0n] = limits;
  return (
    pageSizeFault(segment) ??
    limitsFault(config.float(NETWORK_FRACTION).value, minimum, maximum, segment) ??
    buffersFault(config.integer(NETWORK_BUFFERS).value)
  );
}

/** What is configured must be a megabyte at least, unless it is the option's default: −1 up to 1.5, "0" after that. */
function managedSizeFault(config: LegacyConfiguration): FlinkException | undefined {
  const megabytes = managedMegabytes(config);
  if (megabytes === undefined || megabytes > 0n) return undefined;
  const isDefault = config.hasUnits ? config.find(MANAGED_SIZE)?.text === '0' : megabytes === -1n;
  return isDefault ? undefined : tooLittleManaged(String(megabytes));
}

/** From 1.9 on the process is given the managed memory that was sized for it, in bytes; 0 counts as not set. */
function managedBytesFault(bytes: bigint): FlinkException | undefined {
  if (bytes < 0n) return illegalConfiguration(`Could not read ${MANAGED_SIZE.key}`, NO_REASON);
  const megabytes = BigInt.asIntN(32, bytes >> 20n);
  return bytes === 0n || megabytes > 0n ? undefined : tooLittleManaged(`${bytes}b`);
}

const tooLittleManaged = (size: string): FlinkException =>
  invalidValue(
    MANAGED_SIZE.key,
    size,
    'MemoryManager needs at least one MB of memory. If you leave this config parameter empty, the system automatically pick a fraction of the available memory.',
    NO_REASON,
  );

function fractionFault(fraction: number): FlinkException | undefined {
  if (fraction > 0 && fraction < 1) return undefined;
  return invalidValue(
    MANAGED_FRACTION.key,
    javaFloatText(fraction),
    'MemoryManager fraction of the free memory must be between 0.0 and 1.0',
    NO_REASON,
  );
}

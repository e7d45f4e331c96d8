import type { Known } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import { FlinkException } from '../flink-exception.js';
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
    return networkFault(config) ?? managedSizeFault(config, managed) ?? fractionFault(fraction);
  } catch (error) {
    if (error instanceof FlinkException) return error;
    throw error;
  }
}

function networkFault(config: LegacyConfiguration): FlinkException | undefined {
  if (isFrom(config.version, 1, 9)) return undefined;
  const segment = segmentSize(config).value;
  const limits = [NETWORK_MIN, NETWORK_MAX].map((option) => config.size(option).value);
  const [minimum = 0n, maximum = 0n] = limits;
  return (
    pageSizeFault(segment) ??
    limitsFault(config.float(NETWORK_FRACTION).value, minimum, maximum, segment) ??
    buffersFault(config.integer(NETWORK_BUFFERS).value)
  );
}

/**
 * Less than a megabyte is refused unless it is the option's default, −1 up to 1.5 and 0 after that. From 1.9 on the process is
 * given what was sized for it.
 */
function managedSizeFault(
  config: LegacyConfiguration,
  managed: Known<'bytes'> | null,
): FlinkException | undefined {
  const isSized = isFrom(config.version, 1, 9);
  const bytes = isSized ? managed?.value : undefined;
  const size = isSized ? bytes && bytes / 2n ** 20n : managedMegabytes(config);
  const text = isSized ? `${bytes}b` : String(size);
  const byDefault = config.hasUnits ? 0n : -1n;
  if (size === undefined || size > 0n || (bytes ?? size) === byDefault) return undefined;
  return invalidValue(
    MANAGED_SIZE.key,
    text,
    'MemoryManager needs at least one MB of memory. If you leave this config parameter empty, the system automatically pick a fraction of the available memory.',
    { keys: [MANAGED_SIZE.key], detail: '', fixes: [] },
  );
}

function fractionFault(fraction: number): FlinkException | undefined {
  if (fraction > 0 && fraction < 1) return undefined;
  return invalidValue(
    MANAGED_FRACTION.key,
    javaFloatText(fraction),
    'MemoryManager fraction of the free memory must be between 0.0 and 1.0',
    { keys: [MANAGED_FRACTION.key], detail: '', fixes: [] },
  );
}

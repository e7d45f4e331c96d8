import { type Derivation, type Known, known } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import { FlinkException } from '../flink-exception.js';
import { MIB } from '../mebibyte.js';
import { configPointer } from '../option.js';
import { MANAGED_SHARE, MANAGED_SHARE_MEGABYTES } from './formulas.js';
import { invalidValue, setTo, unset } from './invalid-value.js';
import { finite, type LegacyConfiguration, sizeOf } from './legacy-configuration.js';
import { MANAGED_FRACTION, MANAGED_SIZE } from './options.js';

const KEY = 'legacyContainer.managed';

/**
 * The managed memory in what is shared with the heap: as configured, else a fraction. From 1.9 in bytes, before in megabytes.
 * @throws FlinkException where the size that is configured cannot be read
 * @see org.apache.flink.runtime.taskexecutor.TaskManagerServices#getManagedMemoryFromHeapAndManaged
 */
export function managedMemory(
  config: LegacyConfiguration,
  shared: Known<'bytes'>,
  d: Derivation,
): Known<'bytes'> {
  const isExact = isFrom(config.version, 1, 9);
  const configured = isExact ? configuredSize(config) : configuredMegabytes(config);
  if (configured !== undefined) return configured;
  const fraction = finite(config.float(MANAGED_FRACTION));
  return d.derive(KEY, isExact ? MANAGED_SHARE : MANAGED_SHARE_MEGABYTES, { shared, fraction });
}

/** Up to 1.8 no megabytes, or fewer, stand for the fraction. */
function configuredMegabytes(config: LegacyConfiguration): Known<'bytes'> | undefined {
  const megabytes = managedMegabytes(config);
  if (megabytes === undefined || megabytes <= 0n) return undefined;
  return known('bytes', megabytes * MIB, configPointer(MANAGED_SIZE.key));
}

/**
 * What Flink up to 1.8 reads as `taskmanager.memory.size`; from 1.6 on an int holds it, and may overflow.
 * @returns undefined where it is not set
 */
export function managedMegabytes(config: LegacyConfiguration): bigint | undefined {
  if (config.find(MANAGED_SIZE) === undefined) return undefined;
  return config.hasUnits
    ? BigInt.asIntN(32, (configuredSize(config)?.value ?? 0n) / MIB)
    : config.long({ ...MANAGED_SIZE, byDefault: -1n }).value;
}

function configuredSize(config: LegacyConfiguration): Known<'bytes'> | undefined {
  const found = config.find(MANAGED_SIZE);
  if (found === undefined) return undefined;
  try {
    return known('bytes', sizeOf(found, 'm'), configPointer(found.key));
  } catch (error) {
    throw error instanceof FlinkException ? error.within(`Could not read ${MANAGED_SIZE.key}`) : error;
  }
}

/** Managed memory outside the heap must leave a heap. */
export function managedFault(
  config: LegacyConfiguration,
  managed: Known<'bytes'>,
  shared: Known<'bytes'>,
  network: Known<'bytes'>,
  java: Known<'bytes'>,
): FlinkException | undefined {
  if (managed.value < shared.value) return undefined;
  const isExact = isFrom(config.version, 1, 9);
  const [unit, shown] = isExact ? ['bytes', 1n] : ['MB', MIB];
  const [asked, room] = [managed.value / shown, shared.value / shown];
  const isFraction = managed.from === KEY;
  const key = isFraction ? MANAGED_FRACTION.key : MANAGED_SIZE.key;
  const share = MANAGED_SHARE_MEGABYTES.compute({
    shared: shared.value,
    fraction: MANAGED_FRACTION.byDefault,
  });
  return invalidValue(
    MANAGED_SIZE.key,
    String(asked),
    `Managed memory size too large for ${network.value >> 20n} MB network buffer memory and a total of ${java.value >> 20n} MB JVM memory`,
    {
      keys: [key],
      detail: `The managed memory, ${asked} ${unit} by ${key}, lies outside the heap and must leave one: with ${network.value} bytes of network memory, ${room} ${unit} of the Java memory are left for both, so it is ${asked - room + 1n} ${unit} too large. Lower it (Flink's own share would be ${MANAGED_FRACTION.byDefault} of what is left) or ask for a larger container.`,
      fixes: isFraction
        ? [setTo(MANAGED_FRACTION, MANAGED_FRACTION.byDefault)]
        : [setTo(MANAGED_SIZE, share > 0n ? share / MIB : 1n), unset(MANAGED_SIZE)],
    },
  );
}

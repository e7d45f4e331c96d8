import type { Derivation, Known } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import type { FlinkException } from '../flink-exception.js';
import { largest } from '../whole-sizes.js';
import { NETWORK_SHARE } from './formulas.js';
import { invalidValue, setTo, unset } from './invalid-value.js';
import { javaFloatText } from './java-float-text.js';
import type { LegacyConfiguration } from './legacy-configuration.js';
import { NETWORK_FRACTION, NETWORK_MAX, NETWORK_MIN, SEGMENT_SIZE } from './options.js';

/**
 * Network memory as a share of the Java memory, within limits.
 * @throws FlinkException where the limits contradict each other or leave nothing of the Java memory
 */
export function networkShare(
  config: LegacyConfiguration,
  java: Known<'bytes'>,
  segment: Known<'bytes'>,
  d: Derivation,
): Known<'bytes'> {
  const fraction = config.float(NETWORK_FRACTION);
  const minimum = config.size(NETWORK_MIN);
  const maximum = config.size(NETWORK_MAX);
  const fault = limitsFault(fraction.value, minimum.value, maximum.value, segment.value);
  if (fault !== undefined) throw fault;
  const limits = { java, fraction, minimum, maximum };
  const uncapped = NETWORK_SHARE.compute({
    java: java.value,
    fraction: fraction.value,
    minimum: 0n,
    maximum: java.value,
  });
  const boundBy = uncapped < minimum.value ? minimum.from : uncapped > maximum.value ? maximum.from : null;
  const network = d.derive('legacyContainer.network', NETWORK_SHARE, limits, { uncapped, boundBy });
  if (network.value < java.value) return network;
  const share = uncapped < java.value ? uncapped : java.value / 2n;
  const [bound, size] =
    boundBy === null
      ? [NETWORK_FRACTION.key, String(fraction.value)]
      : [NETWORK_MIN.key, `${minimum.value} bytes`];
  const triple = `(${javaFloatText(fraction.value)}, ${minimum.value}, ${maximum.value})`;
  const of = isFrom(config.version, 1, 9) ? 'maximum JVM memory size' : 'total JVM memory size';
  throw invalidValue(
    `(${NETWORK_FRACTION.key}, ${NETWORK_MIN.key}, ${NETWORK_MAX.key})`,
    triple,
    `Network buffer memory size too large: ${network.value} >= ${java.value} (${of})`,
    {
      keys: [NETWORK_FRACTION.key, NETWORK_MIN.key, NETWORK_MAX.key],
      detail: `The network memory, ${network.value} bytes by ${bound} (${size}), must be less than the Java memory, ${java.value} bytes: it is ${network.value - java.value + 1n} bytes too large. Lower ${bound} or the cut-off, or ask for a larger container.`,
      fixes: [
        setTo(NETWORK_MIN, largest(share, segment.value)),
        setTo(NETWORK_FRACTION, NETWORK_FRACTION.byDefault),
        {
          set: { [NETWORK_MIN.key]: String(largest(share, BigInt(SEGMENT_SIZE.byDefault))) },
          unset: [SEGMENT_SIZE.key],
        },
      ],
    },
  );
}

/** What the share and its limits are refused for, whatever the Java memory is. */
export function limitsFault(
  fraction: number,
  minimum: bigint,
  maximum: bigint,
  segment: bigint,
): FlinkException | undefined {
  if (!(fraction > 0 && fraction < 1)) {
    const text = javaFloatText(fraction);
    return invalidValue(
      NETWORK_FRACTION.key,
      text,
      'Network buffer memory fraction of the free memory must be between 0.0 and 1.0',
      {
        keys: [NETWORK_FRACTION.key],
        detail: `${NETWORK_FRACTION.key} is ${text} and must lie between 0 and 1, without either; Flink's default is ${NETWORK_FRACTION.byDefault}.`,
        fixes: [setTo(NETWORK_FRACTION, NETWORK_FRACTION.byDefault)],
      },
    );
  }
  const rest =
    'memory for network buffers must allow at least one network buffer with respect to the memory segment size';
  for (const [option, size, which] of [
    [NETWORK_MIN, minimum, 'Minimum'],
    [NETWORK_MAX, maximum, 'Maximum'],
  ] as const) {
    if (size >= segment) continue;
    return invalidValue(option.key, String(size), `${which} ${rest}`, {
      keys: [option.key, SEGMENT_SIZE.key],
      detail: `${option.key} is ${size} bytes, ${segment - size} less than one segment of ${SEGMENT_SIZE.key}, ${segment} bytes.`,
      fixes: [setTo(option, segment), unset(SEGMENT_SIZE)],
    });
  }
  if (maximum >= minimum) return undefined;
  return invalidValue(
    NETWORK_MAX.key,
    String(maximum),
    `Maximum memory for network buffers must not be smaller than minimum memory (${NETWORK_MAX.key}: ${minimum})`,
    {
      keys: [NETWORK_MAX.key, NETWORK_MIN.key],
      detail: `${NETWORK_MAX.key} is ${maximum} bytes, ${minimum - maximum} less than ${NETWORK_MIN.key}, ${minimum} bytes. Raise the one or lower the other.`,
      fixes: [setTo(NETWORK_MAX, minimum), setTo(NETWORK_MIN, maximum)],
    },
  );
}

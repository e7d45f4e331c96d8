import type { Derivation, Known } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import type { FlinkException } from '../flink-exception.js';
import { NETWORK_OF_BUFFERS } from './formulas.js';
import { invalidValue, setTo, unset } from './invalid-value.js';
import type { LegacyConfiguration } from './legacy-configuration.js';
import { NETWORK_BUFFERS, SEGMENT_SIZE } from './options.js';

/**
 * Network memory as a number of buffers, which counts where nothing is said of a share.
 * @throws FlinkException where there is none, or more than the Java memory holds
 */
export function networkOfBuffers(
  config: LegacyConfiguration,
  java: Known<'bytes'>,
  segment: Known<'bytes'>,
  d: Derivation,
): Known<'bytes'> {
  const buffers = config.integer(NETWORK_BUFFERS);
  const fault = buffersFault(buffers.value);
  if (fault !== undefined) throw fault;
  const network = d.derive('legacyContainer.network', NETWORK_OF_BUFFERS, { buffers, segment });
  const atTenth = segment.value > 0n ? java.value / 10n / segment.value : 1n;
  const most = segment.value > 0n ? (java.value - 1n) / segment.value : 0n;
  const sizes = `${buffers.value} buffers of ${segment.value} bytes`;
  if (network.value >= java.value) {
    throw invalidValue(
      NETWORK_BUFFERS.key,
      String(network.value),
      `Network buffer memory size too large: ${network.value} >= ${java.value} (total JVM memory size)`,
      {
        keys: [NETWORK_BUFFERS.key, SEGMENT_SIZE.key],
        detail: `${NETWORK_BUFFERS.key} asks for ${sizes}, ${network.value} bytes in all, which must be less than the Java memory, ${java.value} bytes: it is ${network.value - java.value + 1n} bytes too large. Up to ${most} buffers are accepted; Flink's own share would be a tenth of the Java memory.`,
        fixes: [
          setTo(NETWORK_BUFFERS, atTenth > 0n ? atTenth : 1n),
          unset(SEGMENT_SIZE),
          unset(NETWORK_BUFFERS),
        ],
      },
    );
  }
  const isChecked = isFrom(config.version, 1, 5) && !isFrom(config.version, 1, 9);
  if (isChecked && network.value < segment.value) {
    throw invalidValue(
      NETWORK_BUFFERS.key,
      String(network.value),
      `Network buffer memory size too small: ${network.value} < ${segment.value} (${SEGMENT_SIZE.key})`,
      {
        keys: [NETWORK_BUFFERS.key, SEGMENT_SIZE.key],
        detail: `${NETWORK_BUFFERS.key} asks for ${sizes}, ${network.value} bytes in all, ${segment.value - network.value} less than one segment.`,
        fixes: [unset(SEGMENT_SIZE)],
      },
    );
  }
  return network;
}

export function buffersFault(buffers: number): FlinkException | undefined {
  if (buffers > 0) return undefined;
  return invalidValue(NETWORK_BUFFERS.key, String(buffers), 'Must have at least one network buffer', {
    keys: [NETWORK_BUFFERS.key],
    detail: `${NETWORK_BUFFERS.key} is ${buffers}: ${1 - buffers} fewer than the one buffer that there must be. Flink's default is ${NETWORK_BUFFERS.byDefault}.`,
    fixes: [setTo(NETWORK_BUFFERS, NETWORK_BUFFERS.byDefault), unset(NETWORK_BUFFERS)],
  });
}

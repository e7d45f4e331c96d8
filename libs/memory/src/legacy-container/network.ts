import type { Derivation, Known } from '@plimsoll/trace';
import type { LegacyConfiguration } from './legacy-configuration.js';
import { networkOfBuffers } from './network-of-buffers.js';
import { networkShare } from './network-share.js';
import { NETWORK_BUFFERS, NETWORK_FRACTION, NETWORK_MAX, NETWORK_MIN } from './options.js';
import { segmentSize } from './segment-size.js';

/**
 * The network memory of a Java memory: a share of it within limits, or a number of buffers where that alone is set.
 * @throws FlinkException where limits contradict each other or leave nothing of the Java memory
 * @see org.apache.flink.runtime.taskexecutor.TaskManagerServices#calculateNetworkBufferMemory
 */
export function networkMemory(
  config: LegacyConfiguration,
  java: Known<'bytes'>,
  d: Derivation,
): Known<'bytes'> {
  const segment = segmentSize(config);
  const isShare =
    [NETWORK_FRACTION, NETWORK_MIN, NETWORK_MAX].some((option) => config.find(option) !== undefined) ||
    config.find(NETWORK_BUFFERS) === undefined;
  return isShare ? networkShare(config, java, segment, d) : networkOfBuffers(config, java, segment, d);
}

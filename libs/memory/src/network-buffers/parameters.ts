import type { Parameter } from '@plimsoll/trace';

/** Constants of Flink's network stack that no option holds, and of the versions whose options are gone. */
const row = (values: Omit<Parameter<'count'>, 'unit' | 'reference' | 'evidence'>): Parameter<'count'> => ({
  unit: 'count',
  reference: 'F8.3',
  evidence: 'verified',
  ...values,
});

export const BUFFERS_PER_CHANNEL_2 = row({
  id: 'network.buffersPerChannel',
  value: 2,
  description: 'Exclusive buffers of an input channel, where no option sets them',
  versions: '2.0 to 2.3',
});

export const FLOATING_PER_GATE_2 = row({
  id: 'network.floatingBuffersPerGate',
  value: 8,
  description: 'Floating buffers of an input gate or a result partition, where no option sets them',
  versions: '2.0 to 2.3',
});

export const OVERDRAFT_2 = row({
  id: 'network.overdraftBuffers',
  value: 20,
  description:
    'Overdraft buffers of a result partition, where no option sets them; 5 by option in 1.16 to 1.20',
  versions: '2.0 to 2.3',
});

export const SORT_SHUFFLE_FROM_2 = row({
  id: 'network.sortShuffleMinParallelism',
  value: 1,
  description: 'Subpartitions from which a blocking partition is sorted, where no option sets them',
  versions: '2.0 to 2.3',
});

export const NO_OVERDRAFT = row({
  id: 'network.noOverdraft',
  value: 0,
  description: 'Overdraft buffers before they came with 1.16, and of partitions that are not pipelined',
  versions: 'all',
});

export const GUARANTEED_FLOATING = row({
  id: 'network.guaranteedFloating',
  value: 1,
  description: 'Floating buffers without which an input gate is not set up',
  versions: '1.11 to 2.3',
});

export const NO_GUARANTEED_FLOATING = row({
  id: 'network.noGuaranteedFloating',
  value: 0,
  description: 'Floating buffers without which an input gate is not set up',
  versions: '1.10',
});

export const MOST_REQUIRED_STREAM = row({
  id: 'network.mostRequiredPerGate',
  value: 2_147_483_647,
  description: 'The most buffers that a pipelined input gate insists on, unless an option says so',
  versions: '1.10 to 2.3',
  when: 'pipelined, hybrid without tiers, or before 1.17',
});

export const MOST_REQUIRED_BATCH = row({
  id: 'network.mostRequiredPerGate',
  value: 1000,
  description: 'The most buffers that an input gate of a batch exchange insists on, unless an option says so',
  versions: '1.17 to 2.3',
  when: 'blocking, or hybrid with tiers',
});

export const SORT_BUFFERS_PER_SUBPARTITION = row({
  id: 'network.sortBuffersPerSubpartition',
  value: 4,
  description: 'Buffers of a sorted partition for each subpartition, at most',
  versions: '1.15 to 2.3',
});

export const MEMORY_TIER = row({
  id: 'network.memoryTierBuffers',
  value: 100,
  description: 'Buffers that the memory tier of a partition is guaranteed',
  versions: '1.18 to 2.3',
});

export const DISK_TIER = row({
  id: 'network.diskTierBuffers',
  value: 1,
  description: 'Buffers that the disk tier of a partition is guaranteed',
  versions: '1.18 to 2.3',
});

export const REMOTE_TIER = row({
  id: 'network.remoteTierBuffers',
  value: 1,
  description: 'Buffers that the remote tier of a partition is guaranteed, where there is one',
  versions: '1.18 to 2.3',
});

export const NETWORK_BUFFER_PARAMETERS: readonly Parameter[] = [
  BUFFERS_PER_CHANNEL_2,
  FLOATING_PER_GATE_2,
  OVERDRAFT_2,
  SORT_SHUFFLE_FROM_2,
  NO_OVERDRAFT,
  GUARANTEED_FLOATING,
  NO_GUARANTEED_FLOATING,
  MOST_REQUIRED_STREAM,
  MOST_REQUIRED_BATCH,
  SORT_BUFFERS_PER_SUBPARTITION,
  MEMORY_TIER,
  DISK_TIER,
  REMOTE_TIER,
];

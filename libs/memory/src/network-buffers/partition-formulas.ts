import { exactFormula } from '@plimsoll/trace';

export const SUBPARTITIONS = exactFormula({
  reference: 'F8.3',
  label: 'Subpartitions of an upstream subtask',
  unit: 'count',
  inputs: { downstreamParallelism: 'count', upstreamParallelism: 'count' },
  text: '⌈downstreamParallelism ÷ upstreamParallelism⌉',
  evidence: 'verified',
  compute: ({ downstreamParallelism, upstreamParallelism }) =>
    Math.ceil(downstreamParallelism / upstreamParallelism),
});

export const PARTITION_REQUIRED = exactFormula({
  reference: 'F8.3',
  label: 'Buffers without which a result partition is not set up',
  unit: 'count',
  inputs: { subpartitions: 'count' },
  text: 'subpartitions + 1',
  evidence: 'verified',
  compute: ({ subpartitions }) => subpartitions + 1,
});

export const TIERED_REQUIRED = exactFormula({
  reference: 'F8.3',
  label: 'Buffers without which a result partition is not set up',
  unit: 'count',
  inputs: { memoryTier: 'count', diskTier: 'count', remoteTier: 'count', subpartitions: 'count' },
  text: 'min(memoryTier + diskTier + remoteTier, subpartitions + 1)',
  evidence: 'verified',
  compute: ({ memoryTier, diskTier, remoteTier, subpartitions }) =>
    Math.min(memoryTier + diskTier + remoteTier, subpartitions + 1),
});

export const BOUNDED_TARGET = exactFormula({
  reference: 'F8.3',
  label: 'Buffers that a pipelined partition takes when there are enough',
  unit: 'count',
  inputs: { required: 'count', subpartitions: 'count', buffersPerChannel: 'count', floating: 'count' },
  text: 'max(required, subpartitions × buffersPerChannel + floating)',
  evidence: 'verified',
  compute: ({ required, subpartitions, buffersPerChannel, floating }) =>
    Math.max(required, subpartitions * buffersPerChannel + floating),
});

export const SORTED_TARGET = exactFormula({
  reference: 'F8.3',
  label: 'Buffers that a sorted partition takes when there are enough',
  unit: 'count',
  inputs: { required: 'count', subpartitions: 'count', perSubpartition: 'count' },
  text: 'max(required, subpartitions × perSubpartition)',
  evidence: 'verified',
  compute: ({ required, subpartitions, perSubpartition }) =>
    Math.max(required, subpartitions * perSubpartition),
});

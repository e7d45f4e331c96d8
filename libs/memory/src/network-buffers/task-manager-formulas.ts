import { exactFormula } from '@plimsoll/trace';

export const OF_EXCHANGE = exactFormula({
  reference: 'F8.3',
  label: 'Buffers of an exchange on the TaskManager',
  unit: 'count',
  inputs: { downstreamSubtasks: 'count', gate: 'count', upstreamSubtasks: 'count', partition: 'count' },
  text: 'downstreamSubtasks × gate + upstreamSubtasks × partition',
  compute: ({ downstreamSubtasks, gate, upstreamSubtasks, partition }) =>
    downstreamSubtasks * gate + upstreamSubtasks * partition,
});

export const RUNNING = exactFormula({
  reference: 'F8.3',
  label: 'Buffers of the exchanges so far',
  unit: 'count',
  inputs: { before: 'count', ofThis: 'count' },
  text: 'before + ofThis',
  compute: ({ before, ofThis }) => before + ofThis,
});

export const IN_BYTES = exactFormula({
  reference: 'F8.3',
  label: 'Memory of these buffers',
  unit: 'bytes',
  inputs: { buffers: 'count', segment: 'bytes' },
  text: 'buffers × segment',
  compute: ({ buffers, segment }) => BigInt(buffers) * segment,
});

export const AVAILABLE = exactFormula({
  reference: 'F8.3',
  label: 'Buffers of the TaskManager',
  unit: 'count',
  inputs: { network: 'bytes', segment: 'bytes' },
  text: '⌊network ÷ segment⌋',
  evidence: 'verified',
  compute: ({ network, segment }) => Number(network / segment),
});

export const AUTOSCALER_OF_EXCHANGE = exactFormula({
  reference: 'F8.3',
  label: 'Buffers of an exchange, as the autoscaler estimates them for a slot',
  unit: 'count',
  inputs: { channels: 'count', subpartitions: 'count', buffersPerChannel: 'count', floating: 'count' },
  text: '(channels + subpartitions) × buffersPerChannel + 2 × floating',
  evidence: 'verified',
  compute: ({ channels, subpartitions, buffersPerChannel, floating }) =>
    (channels + subpartitions) * buffersPerChannel + 2 * floating,
});

export const AUTOSCALER = exactFormula({
  reference: 'F8.3',
  label: 'Network memory that the autoscaler would set',
  unit: 'bytes',
  inputs: { slots: 'count', buffers: 'count', segment: 'bytes' },
  text: 'slots × buffers × segment',
  evidence: 'verified',
  compute: ({ slots, buffers, segment }) => BigInt(slots) * BigInt(buffers) * segment,
});

export const FOR_THROUGHPUT = exactFormula({
  reference: 'F8.3',
  label: 'Buffers in flight that carry the throughput',
  unit: 'ratio',
  inputs: { throughput: 'bytesPerSecond', roundTrip: 'ms', segment: 'bytes' },
  text: 'throughput × roundTrip ÷ 1 s ÷ segment',
  evidence: 'stated',
  compute: ({ throughput, roundTrip, segment }) => (throughput * roundTrip) / 1000 / Number(segment),
});

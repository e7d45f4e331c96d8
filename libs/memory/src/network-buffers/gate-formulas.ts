import { exactFormula } from '@plimsoll/trace';

export const CHANNELS = exactFormula({
  reference: 'F8.3',
  label: 'Input channels of a downstream subtask',
  unit: 'count',
  inputs: { upstreamParallelism: 'count', downstreamParallelism: 'count' },
  text: '⌈upstreamParallelism ÷ downstreamParallelism⌉',
  evidence: 'verified',
  compute: ({ upstreamParallelism, downstreamParallelism }) =>
    Math.ceil(upstreamParallelism / downstreamParallelism),
});

export const GATE_REQUIRED = exactFormula({
  reference: 'F8.3',
  label: 'Buffers without which an input gate is not set up',
  unit: 'count',
  inputs: {
    mostRequired: 'count',
    channels: 'count',
    buffersPerChannel: 'count',
    guaranteedFloating: 'count',
  },
  text: 'min(mostRequired, channels × buffersPerChannel + guaranteedFloating)',
  evidence: 'verified',
  compute: ({ mostRequired, channels, buffersPerChannel, guaranteedFloating }) =>
    Math.min(mostRequired, channels * buffersPerChannel + guaranteedFloating),
});

export const EXCLUSIVE_PER_CHANNEL = exactFormula({
  reference: 'F8.3',
  label: 'Exclusive buffers of a channel',
  unit: 'count',
  inputs: { buffersPerChannel: 'count', required: 'count', guaranteedFloating: 'count', channels: 'count' },
  text: 'min(buffersPerChannel, ⌊(required − guaranteedFloating) ÷ channels⌋)',
  evidence: 'verified',
  compute: ({ buffersPerChannel, required, guaranteedFloating, channels }) =>
    Math.min(buffersPerChannel, Math.floor((required - guaranteedFloating) / channels)),
});

export const GATE_TARGET = exactFormula({
  reference: 'F8.3',
  label: 'Buffers that an input gate takes when there are enough',
  unit: 'count',
  inputs: { channels: 'count', buffersPerChannel: 'count', floating: 'count' },
  text: 'channels × buffersPerChannel + floating',
  evidence: 'verified',
  compute: ({ channels, buffersPerChannel, floating }) => channels * buffersPerChannel + floating,
});

export const FLOATING = exactFormula({
  reference: 'F8.3',
  label: 'Floating buffers of an input gate',
  unit: 'count',
  inputs: { ofGate: 'count', exclusive: 'count', channels: 'count' },
  text: 'ofGate − exclusive × channels',
  evidence: 'verified',
  compute: ({ ofGate, exclusive, channels }) => ofGate - exclusive * channels,
});

export const GATE_LEAST = exactFormula({
  reference: 'F8.3',
  label: 'The same, where channels on the TaskManager itself take none',
  unit: 'count',
  inputs: { required: 'count', exclusive: 'count', localChannels: 'count' },
  text: 'required − exclusive × localChannels',
  evidence: 'verified',
  compute: ({ required, exclusive, localChannels }) => required - exclusive * localChannels,
});

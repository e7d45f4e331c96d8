import { type ExampleCalculator, type ExampleInputs, examplesIn, runExamples } from '@plimsoll/testing';
import { networkBuffers } from './network-buffers.js';
import { type Exchange, SHIP_STRATEGIES } from './request.js';

const MIB = 2 ** 20;

const exchange = ({ text, number }: ExampleInputs): Exchange => ({
  from: 'a',
  to: 'b',
  shipStrategy: SHIP_STRATEGIES.find((strategy) => strategy === text('kind').toUpperCase()) ?? 'HASH',
  upstreamParallelism: number('upstream'),
  downstreamParallelism: number('downstream'),
  upstreamSubtasks: number('upstreamPerTm'),
  downstreamSubtasks: number('downstreamPerTm'),
});

const CALCULATORS: Readonly<Record<string, ExampleCalculator>> = {
  'F8.3': ({ number, rows }) => {
    const answer = networkBuffers({
      flinkVersion: '1.20',
      config: {
        'taskmanager.network.memory.buffers-per-channel': String(number('buffersPerChannel')),
        'taskmanager.network.memory.floating-buffers-per-gate': String(number('floatingPerGate')),
        'taskmanager.memory.segment-size': `${number('segmentBytes')}b`,
      },
      slots: number('slots'),
      exchanges: rows('exchanges').map(exchange),
      throughputBytesPerSecond: number('throughputMiBps') * MIB,
      roundTripMs: number('roundtripMs'),
    });
    if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
    const { value } = answer;
    return {
      requiredBuffers: value.requiredBuffers,
      targetBuffers: value.targetBuffers,
      requiredBytes: Number(value.requiredBytes),
      targetBytes: Number(value.targetBytes),
      autoscalerBytes: Number(value.autoscalerBytes),
      buffersForThroughput: value.buffersForThroughput,
    };
  },
};

describe('network buffers, as worked by hand', () => {
  runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), CALCULATORS);
});

import {
  type Derivation,
  exactFormula,
  type Known,
  knownDefault,
  knownParameter,
  knownSize,
} from '@plimsoll/trace';
import { JOB_FOOTPRINTS } from './job-parameters.js';
import { MEASURED_ROWS } from './measured-parameters.js';
import type { Setting } from './setting.js';

/** What must fit for a MiniCluster to start: direct memory beside the heap, and live objects in it. */
export interface Needs {
  readonly direct: Known<'bytes'>;
  readonly liveHeap: Known<'bytes'>;
}

const SEGMENT = 32n * 1024n;

export const NETWORK_SEGMENTS = exactFormula({
  reference: 'F7.2',
  label: 'Network memory in whole segments',
  unit: 'bytes',
  inputs: { networkMemory: 'bytes', segmentSize: 'bytes' },
  text: '⌊networkMemory ÷ segmentSize⌋ × segmentSize',
  evidence: 'verified',
  compute: ({ networkMemory, segmentSize }) => (networkMemory / segmentSize) * segmentSize,
});

export const EXCHANGE_BUFFERS = exactFormula({
  reference: 'F7.2',
  label: 'Network memory without which the exchange of the job does not start',
  unit: 'bytes',
  inputs: { buffers: 'count', segmentSize: 'bytes' },
  text: 'buffers × segmentSize',
  compute: ({ buffers, segmentSize }) => BigInt(buffers) * segmentSize,
});

export const DIRECT_NEEDED = exactFormula({
  reference: 'F7.2',
  label: 'Direct memory needed',
  unit: 'bytes',
  inputs: { network: 'bytes', other: 'bytes', rest: 'bytes', restRequests: 'count' },
  text: 'network + other + rest × restRequests',
  compute: ({ network, other, rest, restRequests }) => network + other + rest * BigInt(restRequests),
});

export const LEAST_HEAP = exactFormula({
  reference: 'F7.2',
  label: 'Heap that the objects of Flink and of the job need, as measured',
  unit: 'bytes',
  inputs: { least: 'bytes' },
  text: 'least',
  compute: ({ least }) => least,
});

export const HEAP_FOR_JOB = exactFormula({
  reference: 'F7.2',
  label: 'Heap that the objects of Flink and of the job need',
  unit: 'bytes',
  inputs: {
    least: 'bytes',
    perTask: 'bytes',
    tasks: 'count',
    perClient: 'bytes',
    consumers: 'count',
    producers: 'count',
  },
  text: 'least + perTask × max(tasks − 1, 0) + perClient × (max(consumers − 1, 0) + max(producers − 1, 0))',
  compute: ({ least, perTask, tasks, perClient, consumers, producers }) =>
    least + perTask * beyondFirst(tasks) + perClient * (beyondFirst(consumers) + beyondFirst(producers)),
});

const beyondFirst = (count: number): bigint => BigInt(Math.max(count - 1, 0));

export function needsOf(d: Derivation, setting: Setting, network: Known<'bytes'>): Needs {
  const direct = d.derive('miniCluster.directNeeded', DIRECT_NEEDED, {
    network,
    other: knownSize(MEASURED_ROWS.otherDirect),
    rest: knownSize(MEASURED_ROWS.restDirect),
    restRequests: setting.restRequests,
  });
  return { direct, liveHeap: heapForJob(d, setting) };
}

/** One task, one consumer and one producer were measured; what is beyond them is a rule of thumb. */
function heapForJob(
  d: Derivation,
  { job: { kind, tasks, consumers, producers }, gc }: Setting,
): Known<'bytes'> {
  const least = knownSize(JOB_FOOTPRINTS[kind].heap[gc]);
  const asMeasured = Math.max(tasks.value, consumers.value, producers.value) <= 1;
  if (asMeasured) return d.derive('miniCluster.heapForJob', LEAST_HEAP, { least });
  return d.derive('miniCluster.heapForJob', HEAP_FOR_JOB, {
    least,
    perTask: knownSize(MEASURED_ROWS.heapPerTask),
    perClient: knownSize(MEASURED_ROWS.heapPerClient),
    tasks,
    consumers,
    producers,
  });
}

export const networkOf = (d: Derivation, { networkMemory }: Setting): Known<'bytes'> =>
  d.derive('miniCluster.network', NETWORK_SEGMENTS, {
    networkMemory,
    segmentSize: segmentSize(),
  });

/** @returns null for a job without an exchange: the job from Kafka to Kafka is one chain */
export const exchangeBuffers = (d: Derivation, { job }: Setting): Known<'bytes'> | null =>
  job.kind !== 'small'
    ? null
    : d.derive('miniCluster.exchangeBuffers', EXCHANGE_BUFFERS, {
        buffers: knownParameter(MEASURED_ROWS.buffersOfExchange),
        segmentSize: segmentSize(),
      });

const segmentSize = (): Known<'bytes'> => knownDefault('bytes', SEGMENT, 'taskmanager.memory.segment-size');

export const NEEDS_FORMULAS = [NETWORK_SEGMENTS, EXCHANGE_BUFFERS, LEAST_HEAP, DIRECT_NEEDED, HEAP_FOR_JOB];

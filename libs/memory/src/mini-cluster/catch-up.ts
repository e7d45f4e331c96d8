import { type Derivation, exactFormula, knownSize } from '@plimsoll/trace';
import { MEASURED_ROWS } from './measured-parameters.js';
import type { Needs } from './needs.js';
import type { Setting } from './setting.js';

export const CATCH_UP_DIRECT = exactFormula({
  reference: 'F7.2',
  label: 'Direct memory while a backlog is read',
  unit: 'bytes',
  inputs: { direct: 'bytes', perConsumer: 'bytes', consumers: 'count' },
  text: 'direct + perConsumer × consumers',
  compute: ({ direct, perConsumer, consumers }) => direct + perConsumer * BigInt(consumers),
});

export const CATCH_UP_HEAP = exactFormula({
  reference: 'F7.2',
  label: 'Heap that is needed while a backlog is read',
  unit: 'bytes',
  inputs: {
    forJob: 'bytes',
    fetches: 'bytes',
    consumers: 'count',
    producerBuffer: 'bytes',
    producers: 'count',
  },
  text: 'forJob + fetches × consumers + producerBuffer × producers',
  compute: ({ forJob, fetches, consumers, producerBuffer, producers }) =>
    forJob + fetches * BigInt(consumers) + producerBuffer * BigInt(producers),
});

/** Of a job that reads Kafka as fast as it can, after a pause or from the beginning. */
export const catchUpNeeds = (d: Derivation, { job }: Setting, { direct, liveHeap }: Needs): Needs => ({
  direct: d.derive('miniCluster.catchUp.direct', CATCH_UP_DIRECT, {
    direct,
    perConsumer: knownSize(MEASURED_ROWS.consumerDirect),
    consumers: job.consumers,
  }),
  liveHeap: d.derive('miniCluster.catchUp.heapForJob', CATCH_UP_HEAP, {
    forJob: liveHeap,
    fetches: knownSize(MEASURED_ROWS.consumerFetches),
    consumers: job.consumers,
    producerBuffer: knownSize(MEASURED_ROWS.producerBuffer),
    producers: job.producers,
  }),
});

export const CATCH_UP_FORMULAS = [CATCH_UP_DIRECT, CATCH_UP_HEAP];

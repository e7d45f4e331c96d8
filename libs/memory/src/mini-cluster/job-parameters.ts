import type { Evidence, Parameter } from '@plimsoll/trace';
import type { GarbageCollector, MiniClusterJobKind } from './request.js';

const MIB = 2 ** 20;

/** What a job adds to a MiniCluster, as it was measured for one task with one consumer and one producer. */
interface JobFootprint {
  readonly metaspace: Parameter<'bytes'>;
  readonly codeCache: Parameter<'bytes'>;
  readonly rest: Parameter<'bytes'>;
  readonly heap: Readonly<Record<GarbageCollector, Parameter<'bytes'>>>;
  /** Live heap after a collection. */
  readonly liveHeap: Parameter<'bytes'>;
}

const WHEN: Readonly<Record<MiniClusterJobKind, string>> = {
  none: 'without a job',
  small: 'with a small job',
  'kafka-filter-kafka': 'with a job from Kafka to Kafka',
};

interface Megabytes {
  readonly metaspace: number;
  readonly codeCache: number;
  readonly rest: number;
  readonly g1: number;
  readonly serial: number;
  readonly live: number;
}

function footprint(kind: MiniClusterJobKind, mebibytes: Megabytes): JobFootprint {
  const when = WHEN[kind];
  const row = (
    name: string,
    value: number,
    description: string,
    evidence: Evidence = 'verified',
  ): Parameter<'bytes'> => ({
    id: `miniCluster.${name}`,
    unit: 'bytes',
    value: value * MIB,
    description,
    reference: 'F7.2',
    evidence,
    versions: '1.20',
    when,
  });
  return {
    metaspace: row('metaspace', mebibytes.metaspace, 'Metaspace, class space included'),
    codeCache: row('codeCache', mebibytes.codeCache, 'Compiled code'),
    rest: row(
      'rest',
      mebibytes.rest,
      'The JVM’s own libraries and shared classes, symbols, and what malloc keeps',
      'heuristic',
    ),
    heap: {
      g1: row('leastHeap.g1', mebibytes.g1, 'The least heap with which it ran under G1'),
      serial: row('leastHeap.serial', mebibytes.serial, 'The least heap with which it ran under SerialGC'),
    },
    liveHeap: row('liveHeap', mebibytes.live, 'Heap in use after a full collection'),
  };
}

export const JOB_FOOTPRINTS: Readonly<Record<MiniClusterJobKind, JobFootprint>> = {
  none: footprint('none', { metaspace: 32.5, codeCache: 9.75, rest: 70, g1: 18, serial: 14, live: 14 }),
  small: footprint('small', { metaspace: 43.25, codeCache: 12.25, rest: 85, g1: 20, serial: 16, live: 18 }),
  'kafka-filter-kafka': footprint('kafka-filter-kafka', {
    metaspace: 52.25,
    codeCache: 16.25,
    rest: 88,
    g1: 22,
    serial: 20,
    live: 19,
  }),
};

export const FOOTPRINT_ROWS: readonly Parameter[] = Object.values(JOB_FOOTPRINTS).flatMap(
  ({ metaspace, codeCache, rest, heap, liveHeap }) => [
    metaspace,
    codeCache,
    rest,
    heap.g1,
    heap.serial,
    liveHeap,
  ],
);

import { type Derivation, exactFormula, type Known, known, knownParameter, knownSize } from '@plimsoll/trace';
import type { MiniClusterThroughput } from './result.js';
import type { Setting } from './setting.js';
import { TALK_ROWS } from './talk-parameters.js';

/**
 * 'Tiny Flink' carried 25 MB/s with 50 MB of heap and 97 MB/s with 100 MB: Kafka to filter to Kafka under G1. The line between
 * the two is all there is; below, the job ran out of memory at 3 MB/s with 35 MB, above nothing was measured.
 */
export const THROUGHPUT = exactFormula({
  reference: 'F7.2',
  label: 'Throughput for a heap',
  unit: 'bytesPerSecond',
  inputs: {
    least: 'bytesPerSecond',
    most: 'bytesPerSecond',
    heap: 'bytes',
    leastHeap: 'bytes',
    mostHeap: 'bytes',
  },
  text: 'least + (most − least) × (heap − leastHeap) ÷ (mostHeap − leastHeap)',
  evidence: 'heuristic',
  compute: ({ least, most, heap, leastHeap, mostHeap }) =>
    least + ((most - least) * Number(heap - leastHeap)) / Number(mostHeap - leastHeap),
});

export const HEAP_FOR_THROUGHPUT = exactFormula({
  reference: 'F7.2',
  label: 'Heap for a throughput, in whole MiB',
  unit: 'bytes',
  inputs: {
    throughput: 'bytesPerSecond',
    least: 'bytesPerSecond',
    most: 'bytesPerSecond',
    leastHeap: 'bytes',
    mostHeap: 'bytes',
  },
  text: 'leastHeap + ⌈max(throughput − least, 0) ÷ (most − least) × (mostHeap − leastHeap) ÷ 1 MiB⌉ × 1 MiB',
  evidence: 'heuristic',
  compute: ({ throughput, least, most, leastHeap, mostHeap }) => {
    const share = Math.max(throughput - least, 0) / (most - least);
    return leastHeap + BigInt(wholeUp((share * Number(mostHeap - leastHeap)) / MIB)) * BigInt(MIB);
  },
});

const MIB = 2 ** 20;
const ROUNDING = 1e-12;
const OUT_OF_MEMORY_HEAP = 35n * BigInt(MIB);
const OUT_OF_MEMORY_THROUGHPUT = 3e6;

/** Up to a whole number, but not for a rounding error of the quotient. */
const wholeUp = (value: number): number => {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= ROUNDING * Math.abs(value) ? nearest : Math.ceil(value);
};

const line = () => ({
  least: knownParameter(TALK_ROWS.leastThroughput),
  most: knownParameter(TALK_ROWS.mostThroughput),
  leastHeap: knownSize(TALK_ROWS.leastHeap),
  mostHeap: knownSize(TALK_ROWS.mostHeap),
});

const onTheLine = ({ job, gc }: Setting): boolean => job.kind === 'kafka-filter-kafka' && gc === 'g1';

/** The heap for what is asked for; the largest of the line where it asks for more, null where no line holds. */
export function heapForThroughput(
  d: Derivation,
  setting: Setting,
  requested: number | undefined,
): Known<'bytes'> | null {
  if (!requested || !onTheLine(setting)) return null;
  const inputs = line();
  if (requested > inputs.most.value) return inputs.mostHeap;
  const throughput = known('bytesPerSecond', requested, '/throughput');
  return d.derive('miniCluster.heapForThroughput', HEAP_FOR_THROUGHPUT, { throughput, ...inputs });
}

export function throughputOf(
  d: Derivation,
  setting: Setting,
  heap: Known<'bytes'>,
  requested: number | undefined,
): MiniClusterThroughput {
  const asked = requested ?? null;
  const without = (carries: boolean | null, reason: string): MiniClusterThroughput => ({
    requestedBytesPerSecond: asked,
    bytesPerSecond: null,
    carries: asked === null ? null : asked === 0 ? true : carries,
    reason,
  });
  if (setting.job.kind !== 'kafka-filter-kafka') {
    return without(null, 'A throughput is known for the job from Kafka to filter to Kafka alone.');
  }
  if (setting.gc === 'serial') {
    return without(null, 'It was measured under G1; SerialGC gives less, and nobody has said how much.');
  }
  const { least, most, leastHeap, mostHeap } = line();
  if (heap.value < leastHeap.value) return without(...belowTheLine(heap.value, requested));
  if (heap.value > mostHeap.value) {
    const carries = asked !== null && asked <= most.value ? true : null;
    return without(
      carries,
      'Nothing was measured above 100 MB of heap: 97 MB/s were carried there, and whether processor, network or brokers allow more is not known.',
    );
  }
  const { value } = d.derive('miniCluster.throughput', THROUGHPUT, {
    least,
    most,
    heap,
    leastHeap,
    mostHeap,
  });
  return {
    requestedBytesPerSecond: asked,
    bytesPerSecond: value,
    carries: asked === null ? null : asked <= value,
    reason:
      'On the line between 25 MB/s at 50 MB of heap and 97 MB/s at 100 MB, for records that stay small.',
  };
}

function belowTheLine(heap: bigint, requested: number | undefined): [boolean | null, string] {
  const dies = heap <= OUT_OF_MEMORY_HEAP && requested !== undefined && requested >= OUT_OF_MEMORY_THROUGHPUT;
  return [
    dies ? false : null,
    'Below 50 MB of heap no throughput was reported; with 35 MB the job ran out of memory at 3 MB/s.',
  ];
}

export const THROUGHPUT_FORMULAS = [THROUGHPUT, HEAP_FOR_THROUGHPUT];

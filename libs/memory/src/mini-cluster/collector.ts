import { type Derivation, exactFormula, type Known, knownParameter, knownSize } from '@plimsoll/trace';
import { multiplySize } from '@plimsoll/units';
import { JVM_ROWS } from './jvm-parameters.js';
import type { Setting } from './setting.js';

/**
 * The memory of a garbage collector. G1 commits tens of MiB for its workers that a small heap never touches; what follows the
 * heap, bitmaps and tables, is touched with it. SerialGC has little of either.
 */
export interface Collector {
  readonly touched: Known<'bytes'>;
  readonly committed: Known<'bytes'>;
}

export const GC_TOUCHED = exactFormula({
  reference: 'F7.2',
  label: 'Structures of the garbage collector that follow the heap',
  unit: 'bytes',
  inputs: { heap: 'bytes', perHeap: 'ratio' },
  text: '⌊heap × perHeap⌋',
  compute: ({ heap, perHeap }) => multiplySize(heap, perHeap),
});

export const G1_WORKERS = exactFormula({
  reference: 'F7.2',
  label: 'Workers of G1',
  unit: 'count',
  inputs: { cores: 'count', upTo: 'count', beyond: 'ratio' },
  text: 'min(cores, upTo) + ⌊max(cores − upTo, 0) × beyond⌋',
  compute: ({ cores, upTo, beyond }) =>
    Math.min(cores, upTo) + Math.floor(Math.max(cores - upTo, 0) * beyond),
});

export const G1_COMMITTED = exactFormula({
  reference: 'F7.2',
  label: 'All that G1 commits',
  unit: 'bytes',
  inputs: { fixed: 'bytes', perWorker: 'bytes', workers: 'count', touched: 'bytes' },
  text: 'fixed + perWorker × workers + touched',
  compute: ({ fixed, perWorker, workers, touched }) => fixed + perWorker * BigInt(workers) + touched,
});

export function collectorOf(d: Derivation, { gc, cores }: Setting, heap: Known<'bytes'>): Collector {
  const perHeap = knownParameter(gc === 'g1' ? JVM_ROWS.g1PerHeap : JVM_ROWS.serialPerHeap);
  const touched = d.derive('miniCluster.part.gc', GC_TOUCHED, { heap, perHeap });
  if (gc === 'serial') return { touched, committed: touched };
  const workers = d.derive('miniCluster.gcWorkers', G1_WORKERS, {
    cores,
    upTo: knownParameter(JVM_ROWS.workersUpTo),
    beyond: knownParameter(JVM_ROWS.workersBeyond),
  });
  const committed = d.derive('miniCluster.part.gc.high', G1_COMMITTED, {
    fixed: knownSize(JVM_ROWS.g1Fixed),
    perWorker: knownSize(JVM_ROWS.workerMemory),
    workers,
    touched,
  });
  return { touched, committed };
}

export const COLLECTOR_FORMULAS = [GC_TOUCHED, G1_WORKERS, G1_COMMITTED];

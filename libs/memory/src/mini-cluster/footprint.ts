import { type Derivation, exactFormula, type Known, knownParameter, knownSize } from '@plimsoll/trace';
import { multiplySize } from '@plimsoll/units';
import { largest, smallest } from '../whole-sizes.js';
import { collectorOf } from './collector.js';
import { JOB_FOOTPRINTS } from './job-parameters.js';
import { MEASURED_ROWS } from './measured-parameters.js';
import type { Needs } from './needs.js';
import type { MiniClusterPartId } from './result.js';
import type { Setting } from './setting.js';
import type { Stacks } from './threads.js';

/** One part: what is resident once the heap has filled, how little it may be, and how much with all that is committed. */
export interface PartRange {
  readonly size: Known<'bytes'>;
  readonly low: Known<'bytes'>;
  readonly high: Known<'bytes'>;
}
export type Footprint = Readonly<Record<MiniClusterPartId, PartRange>>;

export const LESS = exactFormula({
  reference: 'F7.2',
  label: 'Low end of a measured part',
  unit: 'bytes',
  inputs: { size: 'bytes', spread: 'ratio' },
  text: 'size − ⌊size × spread⌋',
  compute: ({ size, spread }) => size - multiplySize(size, spread),
});

export const MORE = exactFormula({
  reference: 'F7.2',
  label: 'High end of a measured part',
  unit: 'bytes',
  inputs: { size: 'bytes', spread: 'ratio' },
  text: 'size + ⌊size × spread⌋',
  compute: ({ size, spread }) => size + multiplySize(size, spread),
});

export const SIZE_OF_PART = exactFormula({
  reference: 'F7.2',
  label: 'Part as measured',
  unit: 'bytes',
  inputs: { measured: 'bytes' },
  text: 'measured',
  compute: ({ measured }) => measured,
});

export const LIVE_HEAP = exactFormula({
  reference: 'F7.2',
  label: 'Heap that is in use after a collection',
  unit: 'bytes',
  inputs: { live: 'bytes', heap: 'bytes' },
  text: 'min(live, heap)',
  compute: ({ live, heap }) => smallest(live, heap),
});

export const MORE_STACKS = exactFormula({
  reference: 'F7.2',
  label: 'Stacks at most: of the two figures for a thread the larger',
  unit: 'bytes',
  inputs: { measured: 'bytes', talk: 'bytes' },
  text: 'max(measured, talk)',
  compute: ({ measured, talk }) => largest(measured, talk),
});

export const DIRECT_AT_MOST = exactFormula({
  reference: 'F7.2',
  label: 'Direct memory once REST requests were answered and backlogs read',
  unit: 'bytes',
  inputs: {
    direct: 'bytes',
    rest: 'bytes',
    restRequests: 'count',
    perConsumer: 'bytes',
    consumers: 'count',
  },
  text: 'direct + rest × (1 − restRequests) + perConsumer × consumers',
  compute: ({ direct, rest, restRequests, perConsumer, consumers }) =>
    direct + rest * BigInt(1 - restRequests) + perConsumer * BigInt(consumers),
});

const keyOf = (id: MiniClusterPartId): string => `miniCluster.part.${id}`;

/** The process by part, from our measurements. */
export function footprintOf(
  d: Derivation,
  setting: Setting,
  heap: Known<'bytes'>,
  needs: Needs,
  stacks: Stacks,
): Footprint {
  const job = JOB_FOOTPRINTS[setting.job.kind];
  const collector = collectorOf(d, setting, heap);
  const threads = around(d, 'threadStacks', stacks.measured);
  return {
    heap: {
      size: heap,
      low: d.derive('miniCluster.part.heap.low', LIVE_HEAP, { live: knownSize(job.liveHeap), heap }),
      high: heap,
    },
    direct: { size: needs.direct, low: needs.direct, high: directAtMost(d, setting, needs) },
    metaspace: measured(d, 'metaspace', knownSize(job.metaspace)),
    codeCache: measured(d, 'codeCache', knownSize(job.codeCache)),
    gc: { size: collector.touched, low: collector.touched, high: collector.committed },
    threadStacks: {
      ...threads,
      high: d.derive('miniCluster.part.threadStacks.most', MORE_STACKS, {
        measured: threads.high,
        talk: stacks.talk,
      }),
    },
    rest: measured(d, 'rest', knownSize(job.rest)),
  };
}

const measured = (d: Derivation, id: MiniClusterPartId, size: Known<'bytes'>): PartRange =>
  around(d, id, d.derive(keyOf(id), SIZE_OF_PART, { measured: size }));

function around(d: Derivation, id: MiniClusterPartId, size: Known<'bytes'>): PartRange {
  const spread = knownParameter(MEASURED_ROWS.spread);
  return {
    size,
    low: d.derive(`${keyOf(id)}.low`, LESS, { size, spread }),
    high: d.derive(`${keyOf(id)}.high`, MORE, { size, spread }),
  };
}

const directAtMost = (d: Derivation, { restRequests, job }: Setting, { direct }: Needs): Known<'bytes'> =>
  d.derive('miniCluster.part.direct.high', DIRECT_AT_MOST, {
    direct,
    rest: knownSize(MEASURED_ROWS.restDirect),
    restRequests,
    perConsumer: knownSize(MEASURED_ROWS.consumerDirect),
    consumers: job.consumers,
  });

export const FOOTPRINT_FORMULAS = [LESS, MORE, SIZE_OF_PART, LIVE_HEAP, MORE_STACKS, DIRECT_AT_MOST];

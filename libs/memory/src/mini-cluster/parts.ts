import { type Derivation, exactFormula, type Known, knownSize } from '@plimsoll/trace';
import type { Footprint, PartRange } from './footprint.js';
import {
  MINI_CLUSTER_PARTS,
  type MiniClusterPart,
  type MiniClusterPartId,
  type SizeRange,
} from './result.js';
import type { Setting } from './setting.js';
import { TALK_ROWS } from './talk-parameters.js';
import type { Stacks } from './threads.js';

const LABELS: Readonly<Record<MiniClusterPartId, string>> = {
  heap: 'Heap',
  direct: 'Direct memory: network memory and buffers of connections',
  metaspace: 'Metaspace',
  codeCache: 'Compiled code',
  gc: 'Garbage collector',
  threadStacks: 'Thread stacks',
  rest: 'The JVM, its libraries, and what malloc keeps',
};

const sumFormula = (label: string) =>
  exactFormula({
    reference: 'F7.2',
    label,
    unit: 'bytes',
    inputs: {
      heap: 'bytes',
      direct: 'bytes',
      metaspace: 'bytes',
      codeCache: 'bytes',
      gc: 'bytes',
      threadStacks: 'bytes',
      rest: 'bytes',
    },
    text: 'heap + direct + metaspace + codeCache + gc + threadStacks + rest',
    compute: ({ heap, direct, metaspace, codeCache, gc, threadStacks, rest }) =>
      heap + direct + metaspace + codeCache + gc + threadStacks + rest,
    evidence: 'heuristic',
  });

export const PROCESS = sumFormula('Process');
export const PROCESS_LOW = sumFormula('Process, low end');
export const PROCESS_HIGH = sumFormula('Process, high end');

type Column = keyof PartRange;

export function processOf(d: Derivation, footprint: Footprint, talk: Known<'bytes'> | null): SizeRange {
  const sum = (key: string, by: typeof PROCESS, column: Column): bigint => {
    const { heap, direct, metaspace, codeCache, gc, threadStacks, rest } = footprint;
    return d.derive(key, by, {
      heap: heap[column],
      direct: direct[column],
      metaspace: metaspace[column],
      codeCache: codeCache[column],
      gc: gc[column],
      threadStacks: threadStacks[column],
      rest: rest[column],
    }).value;
  };
  return {
    bytes: sum('miniCluster.process', PROCESS, 'size'),
    lowBytes: sum('miniCluster.process.low', PROCESS_LOW, 'low'),
    highBytes: sum('miniCluster.process.high', PROCESS_HIGH, 'high'),
    talkBytes: talk?.value ?? null,
  };
}

/** The parts in the order of a process drawn from its heap outwards. */
export function partsOf(
  footprint: Footprint,
  setting: Setting,
  stacks: Stacks,
  talk: Known<'bytes'> | null,
): MiniClusterPart[] {
  const said = talk === null ? {} : talkParts(setting, footprint, stacks);
  return MINI_CLUSTER_PARTS.map((id) => {
    const { size, low, high } = footprint[id];
    return {
      id,
      label: LABELS[id],
      bytes: size.value,
      lowBytes: low.value,
      highBytes: high.value,
      talkBytes: said[id] ?? null,
      step: size.from,
    };
  });
}

/** What the talk breaks down: its job alone, by the JVM's own accounting; its collector at 100 MB of heap. */
function talkParts(
  { job, gc }: Setting,
  { heap }: Footprint,
  { talk }: Stacks,
): Partial<Record<MiniClusterPartId, bigint>> {
  if (job.kind !== 'kafka-filter-kafka') return {};
  const stated = { heap: heap.size.value, threadStacks: talk.value, metaspace: sizeOf(TALK_ROWS.metaspace) };
  return gc === 'g1' ? { ...stated, gc: sizeOf(TALK_ROWS.gc) } : stated;
}

const sizeOf = (row: typeof TALK_ROWS.gc): bigint => knownSize(row).value;

export const PART_FORMULAS = [PROCESS, PROCESS_LOW, PROCESS_HIGH];

import { Derivation, exactFormula, type Known, known } from '@plimsoll/trace';
import type { MemoryAnswer } from '../result.js';
import { largest } from '../whole-sizes.js';
import { alternativeOf } from './alternative.js';
import { catchUpNeeds } from './catch-up.js';
import { requestFaults } from './check.js';
import { footprintOf } from './footprint.js';
import { jvmHeap } from './jvm-heap.js';
import { JOB_MOVES } from './moves.js';
import { exchangeBuffers, type Needs, needsOf, networkOf } from './needs.js';
import { partsOf, processOf } from './parts.js';
import { remarksOf } from './remarks.js';
import type { MiniClusterRequest } from './request.js';
import type { MiniClusterMemory } from './result.js';
import { type Setting, settingOf } from './setting.js';
import { configOf, jvmArgsOf } from './settings-to-paste.js';
import { smallestHeap } from './smallest-heap.js';
import { MEASUREMENT, TINY_FLINK } from './sources.js';
import { startConditions } from './start.js';
import { talkProcess, talkSmallestHeap } from './talk.js';
import { stacksOf } from './threads.js';
import { heapForThroughput, throughputOf } from './throughput.js';

export const CHOSEN_HEAP = exactFormula({
  reference: 'F7.2',
  label: 'Heap that starts and carries the throughput',
  unit: 'bytes',
  inputs: { smallest: 'bytes', forThroughput: 'bytes' },
  text: 'max(smallest, forThroughput)',
  compute: ({ smallest, forThroughput }) => largest(smallest, forThroughput),
});

/**
 * The memory of a MiniCluster, JobManager and TaskManager in one JVM: whether it starts, its parts, and what to paste. Sizes in
 * bytes. A heap that is too small is an answer with `starts: false`; values that are no sizes or counts are rejected. F7.2:
 * our measurements of Flink 1.20 beside the figures of 'Tiny Flink'.
 */
export function miniClusterMemory(
  request: MiniClusterRequest,
  traced = true,
): MemoryAnswer<MiniClusterMemory> {
  const rejections = requestFaults(request);
  if (rejections.length > 0) return { kind: 'rejected', rejections };
  const d = new Derivation(traced);
  const setting = settingOf(request);
  const network = networkOf(d, setting);
  const needs = needsOf(d, setting, network);
  const smallest = smallestHeap(d, 'miniCluster.smallestHeap', needs, setting.gc);
  const size = heapOf(d, request, setting, smallest);
  const heap = jvmHeap(d, 'miniCluster.heap', size, setting.gc);
  const conditions = startConditions(setting, heap, needs, network, exchangeBuffers(d, setting));
  const starts = conditions.every(({ fits }) => fits);
  const stacks = stacksOf(d, request, setting);
  const footprint = footprintOf(d, setting, heap.heap, needs, stacks);
  const talk = talkProcess(d, setting, size, network);
  const whole = processOf(d, footprint, talk);
  const throughput = throughputOf(d, setting, size, request.throughput);
  return {
    kind: 'ok',
    value: {
      starts,
      conditions,
      gc: setting.gc,
      heapBytes: size.value,
      smallestHeapBytes: smallest.value,
      catchUpHeapBytes: catchUpHeap(d, setting, needs),
      talkSmallestHeapBytes: talkSmallestHeap(setting),
      networkBytes: network.value,
      process: whole,
      parts: partsOf(footprint, setting, stacks, talk),
      stacks: {
        threads: stacks.threads.value,
        reservedBytes: stacks.reserved.value,
        committedBytes: stacks.talk.value,
      },
      throughput,
      jvmArgs: jvmArgsOf(setting, size.value),
      config: configOf(setting),
      distributed: alternativeOf(d, starts, whole, throughput),
      moves: JOB_MOVES,
      remarks: remarksOf(setting, request, size.value),
      sources: [MEASUREMENT, TINY_FLINK],
      steps: d.steps,
    },
  };
}

function heapOf(
  d: Derivation,
  { heap, throughput }: MiniClusterRequest,
  setting: Setting,
  smallest: Known<'bytes'>,
): Known<'bytes'> {
  if (heap !== undefined) return known('bytes', BigInt(heap), '/heap');
  const forThroughput = heapForThroughput(d, setting, throughput);
  return forThroughput === null
    ? smallest
    : d.derive('miniCluster.heap', CHOSEN_HEAP, { smallest, forThroughput });
}

function catchUpHeap(d: Derivation, setting: Setting, needs: Needs): bigint | null {
  const { consumers, producers } = setting.job;
  if (consumers.value + producers.value === 0) return null;
  return smallestHeap(d, 'miniCluster.catchUpHeap', catchUpNeeds(d, setting, needs), setting.gc).value;
}

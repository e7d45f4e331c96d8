import { type Derivation, exactFormula, type Known, knownSize } from '@plimsoll/trace';
import { MIB } from '../mebibyte.js';
import type { Setting } from './setting.js';
import { TALK_ROWS } from './talk-parameters.js';

/**
 * 'Tiny Flink' fits its process sizes by a line. It holds for its job at 35 to 100 MiB of heap, and for an empty MiniCluster
 * at 20; nothing is said of what lies outside, of another job, or of an empty one under SerialGC.
 */
const LEAST_WITH_JOB = 35n * MIB;
const LEAST_EMPTY = 20n * MIB;
const MOST = 100n * MIB;
const LEAST_WITH_DEFAULT_NETWORK = 65n * MIB;

export const TALK_PROCESS = exactFormula({
  reference: 'F7.2',
  label: 'Process by the line of ‘Tiny Flink’',
  unit: 'bytes',
  inputs: {
    beyondHeap: 'bytes',
    perMebibyte: 'bytes',
    heap: 'bytes',
    network: 'bytes',
    talkNetwork: 'bytes',
  },
  text: 'beyondHeap + ⌊perMebibyte × heap ÷ 1 MiB⌋ + network − talkNetwork',
  evidence: 'heuristic',
  compute: ({ beyondHeap, perMebibyte, heap, network, talkNetwork }) =>
    beyondHeap + (perMebibyte * heap) / MIB + network - talkNetwork,
});

export const TALK_PROCESS_SERIAL = exactFormula({
  reference: 'F7.2',
  label: 'Process without the structures of G1, by ‘Tiny Flink’',
  unit: 'bytes',
  inputs: { withG1: 'bytes', gcOfG1: 'bytes' },
  text: 'withG1 − gcOfG1',
  evidence: 'heuristic',
  compute: ({ withG1, gcOfG1 }) => withG1 - gcOfG1,
});

/** @returns null where the talk says nothing */
export function talkProcess(
  d: Derivation,
  setting: Setting,
  heap: Known<'bytes'>,
  network: Known<'bytes'>,
): Known<'bytes'> | null {
  const { kind } = setting.job;
  const empty = kind === 'none';
  const least = empty ? LEAST_EMPTY : LEAST_WITH_JOB;
  if (kind === 'small' || heap.value < least || heap.value > MOST) return null;
  if (empty && setting.gc === 'serial') return null;
  const withG1 = d.derive('miniCluster.talk.process', TALK_PROCESS, {
    beyondHeap: knownSize(empty ? TALK_ROWS.processEmpty : TALK_ROWS.processWithJob),
    perMebibyte: knownSize(TALK_ROWS.perMebibyte),
    heap,
    network,
    talkNetwork: knownSize(TALK_ROWS.network),
  });
  if (setting.gc === 'g1') return withG1;
  return d.derive('miniCluster.talk.processSerial', TALK_PROCESS_SERIAL, {
    withG1,
    gcOfG1: knownSize(TALK_ROWS.gc),
  });
}

/** The smallest heap that the talk reports, under G1; null where it reports none. */
export function talkSmallestHeap({ job, gc, networkMemory }: Setting): bigint | null {
  if (gc === 'serial') return null;
  if (networkMemory.value === 64n * MIB) return job.kind === 'none' ? LEAST_WITH_DEFAULT_NETWORK : null;
  if (networkMemory.value !== 8n * MIB) return null;
  if (job.kind === 'none') return LEAST_EMPTY;
  return job.kind === 'small' ? null : LEAST_WITH_JOB;
}

export const TALK_FORMULAS = [TALK_PROCESS, TALK_PROCESS_SERIAL];

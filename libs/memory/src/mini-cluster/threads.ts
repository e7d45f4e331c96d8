import { type Derivation, exactFormula, type Known, known, knownParameter, knownSize } from '@plimsoll/trace';
import { smallest } from '../whole-sizes.js';
import { MEASURED_ROWS } from './measured-parameters.js';
import type { MiniClusterRequest } from './request.js';
import type { Setting } from './setting.js';
import { TALK_ROWS } from './talk-parameters.js';

export interface Stacks {
  readonly threads: Known<'count'>;
  readonly reserved: Known<'bytes'>;
  /** By our measurements. */
  readonly measured: Known<'bytes'>;
  /** By the talk's figure for a thread. */
  readonly talk: Known<'bytes'>;
}

export const THREADS = exactFormula({
  reference: 'F7.2',
  label: 'Threads of the process',
  unit: 'count',
  inputs: {
    fixed: 'count',
    perCore: 'ratio',
    cores: 'count',
    ofJob: 'count',
    tasks: 'count',
    perConsumer: 'count',
    consumers: 'count',
    producers: 'count',
  },
  text: 'fixed + ⌈perCore × cores⌉ + ofJob × min(tasks, 1) + tasks + perConsumer × consumers + producers',
  compute: ({ fixed, perCore, cores, ofJob, tasks, perConsumer, consumers, producers }) =>
    fixed +
    Math.ceil(perCore * cores) +
    ofJob * Math.min(tasks, 1) +
    tasks +
    perConsumer * consumers +
    producers,
});

export const RESERVED_STACKS = exactFormula({
  reference: 'F7.2',
  label: 'Address space reserved for stacks',
  unit: 'bytes',
  inputs: { threads: 'count', stackSize: 'bytes' },
  text: 'threads × stackSize',
  compute: ({ threads, stackSize }) => BigInt(threads) * stackSize,
});

export const STACKS_IN_USE = exactFormula({
  reference: 'F7.2',
  label: 'Stacks in use, as measured',
  unit: 'bytes',
  inputs: { threads: 'count', perThread: 'bytes', reserved: 'bytes' },
  text: 'min(threads × perThread, reserved)',
  compute: ({ threads, perThread, reserved }) => smallest(BigInt(threads) * perThread, reserved),
});

export const TALK_STACKS = exactFormula({
  reference: 'F7.2',
  label: 'Stacks in use, by ‘Tiny Flink’',
  unit: 'bytes',
  inputs: { threads: 'count', talkStacks: 'bytes', talkThreads: 'count', reserved: 'bytes' },
  text: 'min(⌊threads × talkStacks ÷ talkThreads⌋, reserved)',
  compute: ({ threads, talkStacks, talkThreads, reserved }) =>
    smallest((BigInt(threads) * talkStacks) / BigInt(talkThreads), reserved),
});

export function stacksOf(d: Derivation, request: MiniClusterRequest, setting: Setting): Stacks {
  const threads = threadsOf(d, request, setting);
  const reserved = d.derive('miniCluster.reservedStacks', RESERVED_STACKS, {
    threads,
    stackSize: setting.stackSize,
  });
  const measured = d.derive('miniCluster.part.threadStacks', STACKS_IN_USE, {
    threads,
    perThread: knownSize(MEASURED_ROWS.stackPerThread),
    reserved,
  });
  const talk = d.derive('miniCluster.talk.threadStacks', TALK_STACKS, {
    threads,
    talkStacks: knownSize(TALK_ROWS.stacks),
    talkThreads: knownParameter(TALK_ROWS.threads),
    reserved,
  });
  return { threads, reserved, measured, talk };
}

function threadsOf(d: Derivation, { threads }: MiniClusterRequest, { job, cores }: Setting): Known<'count'> {
  if (threads !== undefined) return known('count', threads, '/threads');
  return d.derive('miniCluster.threads', THREADS, {
    fixed: knownParameter(MEASURED_ROWS.threadsFixed),
    perCore: knownParameter(MEASURED_ROWS.threadsPerCore),
    cores,
    ofJob: knownParameter(MEASURED_ROWS.threadsOfJob),
    tasks: job.tasks,
    perConsumer: knownParameter(MEASURED_ROWS.threadsPerConsumer),
    consumers: job.consumers,
    producers: job.producers,
  });
}

export const THREAD_FORMULAS = [THREADS, RESERVED_STACKS, STACKS_IN_USE, TALK_STACKS];

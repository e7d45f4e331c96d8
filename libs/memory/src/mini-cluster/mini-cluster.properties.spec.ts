import { checkExactSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { miniClusterMemory } from './mini-cluster.js';
import { MINI_CLUSTER_FORMULAS, MINI_CLUSTER_PARAMETERS } from './reference.js';
import { GARBAGE_COLLECTORS, MINI_CLUSTER_JOBS, type MiniClusterRequest } from './request.js';
import type { MiniClusterMemory } from './result.js';

const MIB = 2 ** 20;

const request: fc.Arbitrary<MiniClusterRequest> = fc.record(
  {
    heap: fc.oneof(
      fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      fc.integer({ min: 1, max: 300 }).map((n) => n * MIB),
    ),
    job: fc
      .record({ kind: fc.constantFrom(...MINI_CLUSTER_JOBS), tasks: fc.integer({ min: 1, max: 20 }) })
      .map(({ kind, tasks }) => (kind === 'none' ? { kind } : { kind, tasks })),
    gc: fc.constantFrom(...GARBAGE_COLLECTORS),
    stackSize: fc.integer({ min: 136 * 1024, max: 2 ** 30 }),
    networkMemory: fc.integer({ min: 96 * 1024, max: 2 ** 31 - 1 }),
    throughput: fc.double({ min: 0, max: 2e8, noNaN: true }),
    cores: fc.integer({ min: 1, max: 128 }),
    restRequests: fc.boolean(),
    threads: fc.integer({ min: 1, max: 1000 }),
  },
  { requiredKeys: [] },
);

const memoryOf = (of: MiniClusterRequest): MiniClusterMemory => {
  const answer = miniClusterMemory(of);
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
};

describe('any MiniCluster', () => {
  it('has parts that sum to the process, in each of the three columns', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { parts, process } = memoryOf(of);
        const sum = (column: 'bytes' | 'lowBytes' | 'highBytes') =>
          parts.reduce((total, part) => total + part[column], 0n);
        expect([sum('bytes'), sum('lowBytes'), sum('highBytes')]).toEqual([
          process.bytes,
          process.lowBytes,
          process.highBytes,
        ]);
        for (const { lowBytes, bytes, highBytes } of parts) {
          expect(lowBytes <= bytes && bytes <= highBytes).toBe(true);
        }
      }),
    );
  });

  it('starts with its smallest heap and not with one MiB less', () => {
    fc.assert(
      fc.property(request, (of) => {
        const smallest = Number(memoryOf(of).smallestHeapBytes);
        expect(memoryOf({ ...of, heap: smallest }).starts).toBe(true);
        expect(memoryOf({ ...of, heap: smallest - MIB }).starts).toBe(false);
      }),
    );
  });

  it('chooses a heap that starts where none is given', () => {
    fc.assert(
      fc.property(request, (of) => {
        expect(memoryOf({ ...of, heap: undefined }).starts).toBe(true);
      }),
    );
  });

  it('never needs less heap for more network memory, more tasks or REST requests', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 1, max: 2 ** 28 }), (of, more) => {
        const { networkMemory = 64 * MIB, job } = of;
        const least = memoryOf(of).smallestHeapBytes;
        expect(memoryOf({ ...of, networkMemory: networkMemory + more }).smallestHeapBytes >= least).toBe(
          true,
        );
        expect(memoryOf({ ...of, restRequests: true }).smallestHeapBytes >= least).toBe(true);
        if (job?.tasks === undefined) return;
        const tasks = job.tasks + 1;
        expect(memoryOf({ ...of, job: { ...job, tasks } }).smallestHeapBytes >= least).toBe(true);
      }),
    );
  });

  it('has a throughput between those that the talk reports, or none', () => {
    fc.assert(
      fc.property(request, (of) => {
        const { throughput, heapBytes, gc } = memoryOf(of);
        const within =
          of.job?.kind === 'kafka-filter-kafka' &&
          gc === 'g1' &&
          heapBytes >= BigInt(50 * MIB) &&
          heapBytes <= BigInt(100 * MIB);
        expect(throughput.bytesPerSecond !== null).toBe(within);
        if (throughput.bytesPerSecond === null) return;
        expect(throughput.bytesPerSecond).toBeGreaterThanOrEqual(25e6);
        expect(throughput.bytesPerSecond).toBeLessThanOrEqual(97e6);
      }),
    );
  });

  it('gives a reason for each figure that evaluates to it, over constants and inputs that are named', () => {
    const ids = MINI_CLUSTER_PARAMETERS.map(({ id }) => id);
    const texts = new Set(MINI_CLUSTER_FORMULAS.map(({ text }) => text));
    fc.assert(
      fc.property(request, (of) => {
        const { steps, parts } = memoryOf(of);
        checkExactSteps(steps, ids);
        expect(steps.filter(({ formula }) => !texts.has(formula))).toEqual([]);
        const keys = new Set(steps.map(({ key }) => key));
        expect(parts.filter(({ step }) => !keys.has(step))).toEqual([]);
      }),
    );
  });

  it('is the same untraced, without steps', () => {
    fc.assert(
      fc.property(request, (of) => {
        const answer = miniClusterMemory(of, false);
        expect(answer).toEqual({ kind: 'ok', value: { ...memoryOf(of), steps: [] } });
      }),
    );
  });

  it('never throws, whatever the numbers', () => {
    const number = fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger());
    const anything = fc.record(
      {
        heap: number,
        stackSize: number,
        networkMemory: number,
        throughput: number,
        cores: number,
        threads: number,
        gc: fc.constantFrom(...GARBAGE_COLLECTORS),
        job: fc.record({
          kind: fc.constantFrom(...MINI_CLUSTER_JOBS),
          tasks: number,
          kafkaConsumers: number,
        }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (of) => {
        expect(['ok', 'rejected']).toContain(miniClusterMemory(of).kind);
      }),
    );
  });
});

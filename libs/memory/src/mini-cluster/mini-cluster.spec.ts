import { type ExampleInputs, examplesIn, runExamples } from '@plimsoll/testing';
import { miniClusterMemory } from './mini-cluster.js';
import type { GarbageCollector, MiniClusterJobKind, MiniClusterRequest } from './request.js';
import type { MiniClusterMemory } from './result.js';

const KIB = 2 ** 10;
const MIB = 2 ** 20;
const MB = 1e6;

const memoryOf = (request: MiniClusterRequest): MiniClusterMemory => {
  const answer = miniClusterMemory(request);
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
};
const mebibytes = (bytes: bigint): number => Number(bytes) / MIB;

/** F7.2: heaps and stacks as the JVM reads them, process and throughput in decimal MB, 8 MiB of network memory. */
function footprint(inputs: ExampleInputs) {
  const memory = memoryOf({
    heap: inputs.number('heapMb') * MIB,
    gc: inputs.text('gc') === 'g1' ? 'g1' : 'serial',
    job: { kind: inputs.flag('withKafkaJob') ? 'kafka-filter-kafka' : 'none' },
    threads: inputs.number('threads'),
    stackSize: inputs.number('xssKb') * KIB,
    networkMemory: 8 * MIB,
  });
  const { process, throughput, stacks } = memory;
  return {
    rssMb: Number(process.talkBytes) / MB,
    throughputMBps: throughput.bytesPerSecond === null ? null : throughput.bytesPerSecond / MB,
    extrapolated: false,
    reservedStackMb: mebibytes(stacks.reservedBytes),
    committedStackMb: mebibytes(stacks.committedBytes),
  };
}

describe('the worked examples of F7.2', () => {
  runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), { 'F7.2': footprint });
});

type SmallestHeap = readonly [GarbageCollector, number, MiniClusterJobKind, number];

/** In MiB: collector, network memory, job, and the smallest -Xmx with which Flink 1.20.5 ran on OpenJDK 17, by bisection. */
const SMALLEST_HEAPS: readonly SmallestHeap[] = [
  ['g1', 8, 'none', 17],
  ['g1', 8, 'small', 19],
  ['g1', 4, 'small', 19],
  ['g1', 16, 'none', 17],
  ['g1', 16, 'small', 19],
  ['g1', 32, 'none', 33],
  ['g1', 32, 'small', 33],
  ['g1', 48, 'none', 49],
  ['g1', 64, 'none', 65],
  ['g1', 64, 'small', 65],
  ['g1', 64, 'kafka-filter-kafka', 65],
  ['g1', 8, 'kafka-filter-kafka', 21],
  ['serial', 8, 'none', 13],
  ['serial', 8, 'small', 15],
  ['serial', 4, 'none', 13],
  ['serial', 16, 'none', 17],
  ['serial', 16, 'small', 17],
  ['serial', 32, 'none', 33],
  ['serial', 32, 'small', 33],
  ['serial', 48, 'small', 49],
  ['serial', 100, 'none', 103],
  ['serial', 64, 'none', 67],
  ['serial', 64, 'small', 67],
  ['serial', 8, 'kafka-filter-kafka', 19],
];

describe('the smallest heap', () => {
  it.each(SMALLEST_HEAPS)(
    'under %s with %i MiB of network memory and job %s is %i MiB',
    (gc, network, kind, heap) => {
      const memory = memoryOf({ gc, networkMemory: network * MIB, job: { kind } });
      expect(mebibytes(memory.smallestHeapBytes)).toBe(heap);
      expect(memory.starts).toBe(true);
    },
  );

  it('is 65 MB with Flink’s own network memory, as in the talk: 60 does not start, and says by how much', () => {
    expect(mebibytes(memoryOf({}).smallestHeapBytes)).toBe(65);
    expect(memoryOf({}).talkSmallestHeapBytes).toBe(65n * 1048576n);
    const { starts, conditions } = memoryOf({ heap: 60 * MIB });
    expect(starts).toBe(false);
    expect(conditions.filter(({ fits }) => !fits)).toEqual([
      {
        id: 'directMemory',
        fits: false,
        neededBytes: 67117057n,
        givenBytes: 62914560n,
        reason:
          'Network memory and buffers are direct memory, and the JVM allows as much direct memory as heap: 64.008mb (67117057 bytes) needed, 60.000mb (62914560 bytes) given, 4.008mb (4202497 bytes) too little.',
      },
    ]);
  });

  it('is larger where REST requests are answered, whose buffers Netty takes in chunks of 4 MiB', () => {
    const smallest = (gc: GarbageCollector): number =>
      mebibytes(memoryOf({ gc, restRequests: true, job: { kind: 'small' } }).smallestHeapBytes);
    expect([smallest('g1'), smallest('serial')]).toEqual([69, 71]);
  });

  it.each([
    ['g1', 1, 70],
    ['serial', 1, 64],
    ['g1', 2, 110],
  ] as const)(
    'under %s with %i Kafka tasks that read a backlog is what survived it, %i MiB, or up to a tenth more',
    (gc, tasks, heap) => {
      const job = { kind: 'kafka-filter-kafka', tasks } as const;
      const catchUp = mebibytes(memoryOf({ gc, networkMemory: 8 * MIB, job }).catchUpHeapBytes ?? 0n);
      expect(catchUp).toBeGreaterThanOrEqual(heap - 1);
      expect(catchUp).toBeLessThanOrEqual(1.1 * heap);
    },
  );

  it('for a backlog is null without Kafka', () => {
    expect(memoryOf({ job: { kind: 'small' } }).catchUpHeapBytes).toBeNull();
  });
});

describe('network memory', () => {
  it.each([
    [64, false],
    [96, true],
  ])('of %i KiB: whether the exchange of a small job starts is %s', (kibibytes, starts) => {
    const memory = memoryOf({ networkMemory: kibibytes * KIB, job: { kind: 'small' } });
    expect(memory.starts).toBe(starts);
    expect(memory.conditions.find(({ id }) => id === 'networkBuffers')).toMatchObject({
      fits: starts,
      neededBytes: BigInt(96 * KIB),
    });
  });
});

type Resident = readonly [GarbageCollector, number, number, MiniClusterJobKind, number];

/** In MiB: collector, heap, network memory, job, and the resident set that the kernel showed. */
const RESIDENT: readonly Resident[] = [
  ['g1', 100, 8, 'none', 158],
  ['g1', 100, 8, 'small', 198],
  ['g1', 24, 8, 'small', 170],
  ['g1', 512, 64, 'small', 251],
  ['g1', 100, 8, 'kafka-filter-kafka', 278],
  ['serial', 100, 8, 'small', 200],
  ['serial', 24, 8, 'small', 170],
  ['serial', 24, 8, 'none', 138],
  ['serial', 512, 64, 'none', 263],
];

describe('the process', () => {
  it.each(RESIDENT)(
    'under %s with %i MiB of heap, %i MiB of network memory and job %s has %i MiB in its range',
    (gc, heap, network, kind, resident) => {
      const { process } = memoryOf({ gc, heap: heap * MIB, networkMemory: network * MIB, job: { kind } });
      expect(resident).toBeGreaterThanOrEqual(mebibytes(process.lowBytes));
      expect(resident).toBeLessThanOrEqual(mebibytes(process.highBytes));
    },
  );

  it.each([
    [1, 36.5],
    [2, 38.5],
    [4, 42.6],
    [10, 52.6],
  ])('commits for G1 on %i cores what the JVM accounts for: %f MiB', (cores, committed) => {
    const { parts } = memoryOf({ heap: 54 * MIB, networkMemory: 8 * MIB, cores });
    const gc = parts.find(({ id }) => id === 'gc');
    expect(Math.abs(mebibytes(gc?.highBytes ?? 0n) - committed)).toBeLessThan(0.5);
  });

  it('commits for G1 what ‘Tiny Flink’ shows at 100 MB on 10 cores: 56 MB', () => {
    const { parts } = memoryOf({
      heap: 100 * MIB,
      networkMemory: 8 * MIB,
      cores: 10,
      job: { kind: 'kafka-filter-kafka' },
    });
    const gc = parts.find(({ id }) => id === 'gc');
    expect(Math.round(Number(gc?.highBytes) / MB)).toBe(57);
    expect(gc?.talkBytes).toBe(56_000_000n);
  });

  it('is null by the talk where the talk says nothing', () => {
    const kafka = { kind: 'kafka-filter-kafka' } as const;
    expect(memoryOf({ heap: 101 * MIB, job: kafka }).process.talkBytes).toBeNull();
    expect(memoryOf({ heap: 34 * MIB, job: kafka }).process.talkBytes).toBeNull();
    expect(memoryOf({ heap: 50 * MIB, job: { kind: 'small' } }).process.talkBytes).toBeNull();
    expect(memoryOf({ heap: 50 * MIB, gc: 'serial' }).process.talkBytes).toBeNull();
  });
});

const kafka = (heap: number | undefined, throughput?: number, gc: GarbageCollector = 'g1') =>
  memoryOf({
    heap: heap === undefined ? undefined : heap * MIB,
    job: { kind: 'kafka-filter-kafka' },
    networkMemory: 8 * MIB,
    throughput,
    gc,
  });

describe('throughput', () => {
  it.each([
    [50, 25],
    [75, 61],
    [100, 97],
  ])('at %i MB of heap is %f MB/s', (heap, rate) => {
    expect(kafka(heap).throughput.bytesPerSecond).toBeCloseTo(rate * MB, 3);
  });

  it.each([
    [20 * MB, 50],
    [25 * MB, 50],
    [61 * MB, 75],
    [97 * MB, 100],
  ])('of %i B/s takes the smallest heap that carries it: %i MiB', (rate, heap) => {
    const memory = kafka(undefined, rate);
    expect(mebibytes(memory.heapBytes)).toBe(heap);
    expect(memory.throughput.carries).toBe(true);
    expect(memory.distributed.better).toBe('mini-cluster');
  });

  it('above what was shown is a case for a cluster of processes', () => {
    const memory = kafka(undefined, 98 * MB);
    expect(mebibytes(memory.heapBytes)).toBe(100);
    expect(memory.throughput.carries).toBe(false);
    expect(memory.distributed.better).toBe('distributed');
  });

  it('outside of the line is null and says why', () => {
    expect(kafka(49).throughput).toMatchObject({ bytesPerSecond: null, carries: null });
    expect(kafka(101).throughput).toMatchObject({ bytesPerSecond: null });
    expect(kafka(101, 90 * MB).throughput.carries).toBe(true);
    expect(kafka(35, 3 * MB).throughput).toMatchObject({
      carries: false,
      reason:
        'Below 50 MB of heap no throughput was reported; with 35 MB the job ran out of memory at 3 MB/s.',
    });
    expect(kafka(75, 25 * MB, 'serial').throughput).toMatchObject({ bytesPerSecond: null, carries: null });
  });
});

describe('what to paste', () => {
  it('is the heap, the collector, a stack size that was asked for, and both bounds of the network memory', () => {
    const { jvmArgs, config } = memoryOf({
      heap: 100 * MIB,
      gc: 'serial',
      stackSize: 256 * KIB,
      networkMemory: 8 * MIB,
    });
    expect(jvmArgs).toEqual(['-Xmx100m', '-XX:+UseSerialGC', '-Xss256k']);
    expect(config).toEqual({
      'taskmanager.memory.network.min': '8m',
      'taskmanager.memory.network.max': '8m',
    });
  });
});

describe('two processes', () => {
  it('take 650 MB and 1024 MB by the operator’s defaults', () => {
    const { distributed, moves } = memoryOf({});
    expect(mebibytes(distributed.processBytes)).toBe(1674);
    expect(distributed.timesTheMiniCluster).toBeGreaterThan(6);
    expect(moves.toDistributed.join(' ')).toMatch(/uid.*max parallelism.*savepoint/s);
  });

  it('are better than a MiniCluster as large as they are', () => {
    expect(memoryOf({ heap: 2048 * MIB }).distributed.better).toBe('distributed');
  });
});

describe('values that cannot be', () => {
  it.each<[MiniClusterRequest, string]>([
    [{ heap: -1 }, '/heap'],
    [{ heap: 0 }, '/heap'],
    [{ heap: Number.NaN }, '/heap'],
    [{ heap: 2 ** 41 }, '/heap'],
    [{ networkMemory: 0 }, '/networkMemory'],
    [{ stackSize: 1024 }, '/stackSize'],
    [{ threads: 0 }, '/threads'],
    [{ cores: 1.5 }, '/cores'],
    [{ throughput: -5 }, '/throughput'],
    [{ throughput: Number.POSITIVE_INFINITY }, '/throughput'],
    [{ job: { kind: 'small', tasks: 0 } }, '/job/tasks'],
    [{ job: { kind: 'none', tasks: 2 } }, '/job/tasks'],
    [{ job: { kind: 'small', kafkaConsumers: -1 } }, '/job/kafkaConsumers'],
  ])('%j is rejected at %s, with what would do', (request, pointer) => {
    const answer = miniClusterMemory(request);
    if (answer.kind !== 'rejected') throw new Error('accepted');
    expect(answer.rejections.map((rejection) => rejection.pointer)).toEqual([pointer]);
    expect(answer.rejections[0]?.message).toMatch(/give|leave it out/);
  });

  it('come all at once', () => {
    const answer = miniClusterMemory({ heap: 0, threads: 0, cores: 0 });
    expect(answer.kind === 'rejected' && answer.rejections.length).toBe(3);
  });

  it('do not include a heap that is merely too small', () => {
    expect(memoryOf({ heap: 1 }).starts).toBe(false);
  });
});

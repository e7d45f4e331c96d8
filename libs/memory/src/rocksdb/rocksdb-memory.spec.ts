import { checkExactSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import type { FlinkConfig } from '../request.js';
import { MANAGED_MEMORY_CONSUMERS, type RocksDbRequest } from './request.js';
import type { RocksDbMemory } from './result.js';
import { rocksDbMemory } from './rocksdb-memory.js';
import { harmonic } from './zipf.js';

const MIB = 2n ** 20n;
/** Pages as large as can be, for sizes as large as can be. */
const LARGE_PAGES = { 'taskmanager.memory.segment-size': '1g' };
const WEIGHTS = 'taskmanager.memory.managed.consumer-weights';

const base: RocksDbRequest = {
  flinkVersion: '1.20',
  config: {},
  managedBytes: 1024n * MIB,
  slots: 4,
  states: 3,
};

function memory(request: Partial<RocksDbRequest>): RocksDbMemory {
  const answer = rocksDbMemory({ ...base, ...request });
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
}

const rocks = (settings: FlinkConfig): FlinkConfig =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [`state.backend.rocksdb.${key}`, value]));

const total = (request: Partial<RocksDbRequest>): bigint | undefined => memory(request).shared?.totalBytes;

describe('the budget of the state backend', () => {
  it('is the managed memory of a slot where nothing else takes managed memory', () => {
    expect(memory({})).toMatchObject({
      budget: 'MANAGED',
      managedPerSlotBytes: 256n * MIB,
      stateBackendFraction: 1,
      shared: { slots: 1, totalBytes: 256n * MIB, cacheBytes: 223_696_213n },
      taskManagerBytes: 1024n * MIB,
    });
  });

  it.each([
    { consumers: ['PYTHON'] as const, version: '1.20', fraction: 0.7 },
    { consumers: ['OPERATOR'] as const, version: '1.20', fraction: 0.5 },
    { consumers: ['OPERATOR', 'PYTHON'] as const, version: '2.3', fraction: 0.4117647058823529 },
    { consumers: ['OPERATOR', 'PYTHON'] as const, version: '1.12', fraction: 0.4117647058823529 },
    { consumers: ['OPERATOR', 'PYTHON'] as const, version: '1.11', fraction: 1 },
  ])(
    'is shared with $consumers in Flink $version by weight: $fraction',
    ({ consumers, version, fraction }) => {
      const { stateBackendFraction, shared } = memory({ flinkVersion: version, consumers });
      expect(stateBackendFraction).toBe(fraction);
      expect(shared?.totalBytes).toBe(BigInt(Math.floor(2 ** 28 * fraction)));
    },
  );

  it.each([
    ['OPERATOR:10,STATE_BACKEND:30', '1.20', 0.75],
    ['{OPERATOR: 10, STATE_BACKEND: 30}', '2.0', 0.75],
    ['DATAPROC:10,PYTHON:5', '1.13', 0.5],
    ['STATE_BACKEND:1', '1.20', 1],
    ['OPERATOR:1,STATE_BACKEND:1,DATAPROC:x,ELSE:y', '2.3', 0.5],
  ])('reads the weights %s', (weights, flinkVersion, fraction) => {
    const { stateBackendFraction } = memory({
      flinkVersion,
      config: { [WEIGHTS]: weights },
      consumers: ['OPERATOR'],
    });
    expect(stateBackendFraction).toBe(fraction);
  });

  it('is refused by Flink where the state backend has no weight', () => {
    const answer = rocksDbMemory({ ...base, config: { [WEIGHTS]: 'PYTHON:30' } });
    expect(answer).toMatchObject({
      kind: 'refused',
      refusal: {
        flinkException: 'IllegalArgumentException',
        flinkMessage: expect.stringContaining('The fraction of memory to allocate should not be 0.'),
        keys: [WEIGHTS],
        nearest: { set: {}, unset: [WEIGHTS] },
      },
    });
  });

  it('prefers memory fixed for a slot to managed memory, and that to memory fixed for the TaskManager', () => {
    const fixedPerSlot = { 'memory.fixed-per-slot': '100m' };
    const fixedPerTaskManager = { 'memory.fixed-per-tm': '1g' };
    expect(memory({ config: rocks({ ...fixedPerSlot, ...fixedPerTaskManager }) })).toMatchObject({
      budget: 'FIXED_PER_SLOT',
      shared: { slots: 1, totalBytes: 100n * MIB },
      taskManagerBytes: 400n * MIB,
    });
    expect(memory({ config: rocks(fixedPerTaskManager) })).toMatchObject({ budget: 'MANAGED' });
    const unmanaged = { 'memory.managed': 'false' };
    expect(memory({ config: rocks({ ...fixedPerTaskManager, ...unmanaged }) })).toMatchObject({
      budget: 'FIXED_PER_TASK_MANAGER',
      shared: { slots: 4, totalBytes: 1024n * MIB },
      taskManagerBytes: 1024n * MIB,
      memtables: { wantedBytes: 3n * 4n * 128n * MIB },
    });
    expect(memory({ config: rocks(unmanaged) })).toMatchObject({
      budget: 'UNMANAGED',
      shared: null,
      taskManagerBytes: 4n * 420n * MIB,
      memtables: { pressureRatio: null, leastTotalBytes: null, flushesAllTheTime: false },
    });
  });

  it('knows no memory fixed for the TaskManager before 1.17', () => {
    const config = rocks({ 'memory.fixed-per-tm': '1g', 'memory.managed': 'false' });
    const { budget, warnings } = memory({ flinkVersion: '1.16', config });
    expect(budget).toBe('UNMANAGED');
    expect(warnings).toContain(
      'WARN state.backend.rocksdb.memory.fixed-per-tm is not read before Flink 1.17',
    );
  });

  it('reads the options of ForSt for ForSt', () => {
    const config = {
      'state.backend.forst.memory.fixed-per-slot': '7m',
      'state.backend.rocksdb.memory.fixed-per-slot': '8m',
    };
    expect(total({ flinkVersion: '2.0', stateBackend: 'forst', config })).toBe(7n * MIB);
    expect(rocksDbMemory({ ...base, flinkVersion: '1.19', stateBackend: 'forst' })).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/stateBackend' }],
    });
  });
});

describe('constant flushing', () => {
  const small = { managedBytes: 27n * MIB, slots: 1 };

  it('sets in below 27.4 MiB for a slot with the defaults of Flink 1.x', () => {
    const { memtables } = memory(small);
    expect(memtables).toMatchObject({ flushesAllTheTime: true, arenaBlockBytes: 8n * MIB });
    expect(memtables.warning).toContain('arenaBlockSize 8388608 > mutableLimit 8257536');
    expect(Number(memtables.leastTotalBytes) / 2 ** 20).toBeCloseTo(27.43, 2);
    expect(memory({ ...small, managedBytes: 28n * MIB }).memtables).toMatchObject({
      flushesAllTheTime: false,
      warning: null,
    });
  });

  it('does not set in there with RocksDB 8, whatever Flink 2 logs: it allocates 1 MiB at a time', () => {
    const { memtables } = memory({ ...small, flinkVersion: '2.3' });
    expect(memtables).toMatchObject({ flushesAllTheTime: false, allocatedArenaBlockBytes: MIB });
    expect(memtables.warning).toContain('RocksDB will flush memtable constantly');
    expect(
      memory({ ...small, flinkVersion: '2.3', managedBytes: 3n * MIB }).memtables.flushesAllTheTime,
    ).toBe(true);
  });

  it('is not logged by Flink before 1.12, though it is there', () => {
    expect(memory({ ...small, flinkVersion: '1.11' }).memtables).toMatchObject({
      flushesAllTheTime: true,
      warning: null,
    });
  });

  it('is none where no memory is managed at all: a write buffer manager of 0 bytes limits nothing', () => {
    const { memtables, shared, warnings } = memory({ managedBytes: 0n });
    expect(shared?.cacheBytes).toBe(0n);
    expect(memtables).toMatchObject({ flushesAllTheTime: false, pressureRatio: null });
    expect(warnings.join()).toContain('The databases share 0 bytes');
  });
});

describe('settings', () => {
  it('takes predefined options where a setting is not given itself', () => {
    const predefined = { 'predefined-options': 'spinning_disk_optimized_high_mem' };
    expect(memory({ config: rocks(predefined) }).memtables.wantedBytes).toBe(3n * 4n * 64n * MIB);
    const config = rocks({ ...predefined, 'writebuffer.count': '2' });
    expect(memory({ config }).memtables.wantedBytes).toBe(3n * 2n * 64n * MIB);
  });

  it.each([
    ['memory.fixed-per-slot', '1.5gb', 'Could not parse value'],
    ['memory.managed', 'yes', 'Could not parse value'],
    ['writebuffer.size', '0', 'must be larger than 0'],
    ['writebuffer.count', '0', 'must be larger than 0'],
    ['predefined-options', 'FAST', 'No enum constant'],
    ['memory.high-prio-pool-ratio', '0.7', 'writeBufferRatio 0.5 with highPriPoolRatio 0.7'],
  ])('refuses %s: %s as Flink does, with a configuration that works', (key, value, message) => {
    const answer = rocksDbMemory({ ...base, config: rocks({ [key]: value }) });
    if (answer.kind !== 'refused') throw new Error(answer.kind);
    expect(answer.refusal.flinkException).toBe('IllegalArgumentException');
    expect(answer.refusal.flinkMessage).toContain(message);
    expect(answer.refusal.nearest).not.toBeNull();
  });

  it.each([
    ['/config/state.backend.rocksdb.memory.write-buffer-ratio', rocks({ 'memory.write-buffer-ratio': '1' })],
    [
      '/config/state.backend.rocksdb.memory.write-buffer-ratio',
      rocks({ 'memory.write-buffer-ratio': 'NaN' }),
    ],
    [
      '/config/state.backend.rocksdb.memory.high-prio-pool-ratio',
      rocks({ 'memory.high-prio-pool-ratio': '-1' }),
    ],
  ])('rejects what Flink would hand to a database that cannot take it: %s', (pointer, config) => {
    expect(rocksDbMemory({ ...base, config })).toMatchObject({ kind: 'rejected', rejections: [{ pointer }] });
  });

  it('names every value that cannot be, at once', () => {
    const answer = rocksDbMemory({ ...base, flinkVersion: '1.9', slots: 0, states: 0.5, managedBytes: -1n });
    if (answer.kind !== 'rejected') throw new Error(answer.kind);
    expect(answer.rejections.map(({ pointer }) => pointer).sort()).toEqual([
      '/flinkVersion',
      '/managedBytes',
      '/slots',
      '/states',
    ]);
  });

  it('rejects sizes at which Flink’s own arithmetic overflows', () => {
    const slot = { slots: 1, config: LARGE_PAGES };
    expect(rocksDbMemory({ ...base, ...slot, managedBytes: 2n ** 61n - 1n })).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/managedBytes' }],
    });
    expect(total({ ...slot, managedBytes: 2n ** 60n })).toBe(2n ** 60n);
    const config = rocks({ 'memory.fixed-per-slot': '9223372036854775807' });
    expect(rocksDbMemory({ ...base, config })).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/config/state.backend.rocksdb.memory.fixed-per-slot' }],
    });
  });

  it('refuses more managed memory for a slot than Flink counts pages of, with larger pages as the way out', () => {
    const answer = rocksDbMemory({ ...base, slots: 1, managedBytes: 2n ** 46n });
    expect(answer).toMatchObject({
      kind: 'refused',
      refusal: { flinkException: 'IllegalArgumentException', nearest: { set: LARGE_PAGES } },
    });
    expect(total({ slots: 2, managedBytes: 2n ** 46n })).toBe(2n ** 45n);
  });
});

describe('the cache', () => {
  const access = { keys: 1_000_000, entryBytes: 100, keyBytes: 20, lookupsPerSecond: 10_000 };

  it('holds filters and index before it holds data', () => {
    const config = rocks({ 'use-bloom-filter': 'true' });
    const { shared, bloomFilter, cacheHits } = memory({ config, access });
    const left =
      (shared?.blockBytes ?? 0n) - (bloomFilter?.filterBytes ?? 0n) - (bloomFilter?.indexBytes ?? 0n);
    expect(bloomFilter).toMatchObject({
      used: true,
      filterBytes: 1_250_000n,
      indexBytes: 976_563n,
      fitsCache: true,
    });
    expect(cacheHits).toMatchObject({ usableBytes: left, workingSetBytes: 100_000_000n, hitRatio: 1 });
  });

  it('holds filters of 10 bits per key where they are partitioned, whatever is configured', () => {
    const filters = { 'use-bloom-filter': 'true', 'bloom-filter.bits-per-key': '20' };
    expect(memory({ config: rocks(filters), access }).bloomFilter).toMatchObject({
      bitsPerKey: 20,
      partitioned: false,
    });
    const partitioned = rocks({ ...filters, 'memory.partitioned-index-filters': 'true' });
    expect(memory({ config: partitioned, access }).bloomFilter).toMatchObject({
      bitsPerKey: 10,
      partitioned: true,
    });
    expect(memory({ config: partitioned, access, flinkVersion: '1.12' }).bloomFilter?.partitioned).toBe(
      false,
    );
  });

  it('says so where filters and index do not fit it', () => {
    const config = rocks({ 'use-bloom-filter': 'true' });
    const { bloomFilter, cacheHits } = memory({ config, access: { ...access, keys: 10 ** 9 } });
    expect(bloomFilter?.fitsCache).toBe(false);
    expect(cacheHits).toMatchObject({ usableBytes: 0n, hitRatio: 0 });
    expect(cacheHits?.readOperationsPerSecond).toBeCloseTo(10_000 * 1.024581, 1);
  });

  it('adds up the frequencies of Zipf’s law as a plain sum does', () => {
    for (const exponent of [0, 0.3, 0.9, 1, 1.1, 2, 5]) {
      let sum = 0;
      for (let k = 30_000; k >= 1; k--) sum += k ** -exponent;
      expect(Math.abs(harmonic(30_000, exponent) / sum - 1)).toBeLessThan(1e-12);
    }
    expect(harmonic(0, 1)).toBe(0);
    expect(harmonic(1, 7)).toBe(1);
  });
});

const request = fc.record({
  flinkVersion: fc.constantFrom('1.10', '1.12', '1.13', '1.17', '1.20', '2.0', '2.3'),
  managedBytes: fc.oneof(fc.constant(0n), fc.bigInt(0n, 2n ** 40n), fc.bigInt(0n, 2n ** 60n)),
  slots: fc.oneof(fc.constantFrom(1, 1000), fc.integer({ min: 1, max: 64 })),
  states: fc.integer({ min: 1, max: 1000 }),
  consumers: fc.subarray([...MANAGED_MEMORY_CONSUMERS]),
  config: fc
    .record(
      {
        'memory.write-buffer-ratio': fc.double({ min: 0.01, max: 0.6, noNaN: true }).map(String),
        'memory.managed': fc.constantFrom('true', 'false'),
        'memory.fixed-per-tm': fc.constantFrom('0', '100m', '3g'),
        'writebuffer.size': fc.integer({ min: 1, max: 2 ** 31 }).map((size) => `${size}b`),
        'writebuffer.count': fc.integer({ min: 1, max: 20 }).map(String),
        'use-bloom-filter': fc.constantFrom('true', 'false'),
      },
      { requiredKeys: [] },
    )
    .map((settings) => ({ ...rocks(settings), ...LARGE_PAGES })),
  access: fc.option(
    fc.record(
      {
        keys: fc.integer({ min: 1, max: 10 ** 9 }),
        entryBytes: fc.integer({ min: 1, max: 10_000 }),
        keyBytes: fc.integer({ min: 0, max: 100 }),
        lookupsPerSecond: fc.double({ min: 0, max: 1e9, noNaN: true }),
        zipfExponent: fc.double({ min: 0, max: 3, noNaN: true }),
        levels: fc.integer({ min: 1, max: 7 }),
      },
      { requiredKeys: ['keys', 'entryBytes', 'lookupsPerSecond'] },
    ),
    { nil: undefined },
  ),
});

describe('any request', () => {
  it('has steps whose texts give their values', () => {
    fc.assert(
      fc.property(request, (given) => {
        checkExactSteps(memory(given).steps);
      }),
      { numRuns: 150 },
    );
  });

  it('gives no smaller cache for more managed memory, and no more pressure', () => {
    fc.assert(
      fc.property(request, fc.bigInt(0n, 2n ** 40n), (given, more) => {
        fc.pre(given.managedBytes + more <= 2n ** 60n);
        const [before, after] = [
          memory(given),
          memory({ ...given, managedBytes: given.managedBytes + more }),
        ];
        expect((after.shared?.cacheBytes ?? 0n) >= (before.shared?.cacheBytes ?? 0n)).toBe(true);
        if (before.memtables.pressureRatio !== null) {
          expect(after.memtables.pressureRatio).toBeLessThanOrEqual(before.memtables.pressureRatio);
        }
      }),
    );
  });

  it('never gives the slots more than there is, and never cache and overshoot more than the budget', () => {
    fc.assert(
      fc.property(request, (given) => {
        const { shared, budget, taskManagerBytes } = memory(given);
        const rounded = (given.managedBytes / 2n ** 50n) * BigInt(given.slots);
        if (budget === 'MANAGED') expect(taskManagerBytes <= given.managedBytes + rounded).toBe(true);
        if (shared === null) return;
        const { cacheBytes, writeBufferManagerBytes, totalBytes, blockBytes } = shared;
        expect(cacheBytes).toBe(blockBytes + writeBufferManagerBytes);
        const rounding = totalBytes / 2n ** 50n + 2n;
        expect(cacheBytes + writeBufferManagerBytes / 2n <= totalBytes + rounding).toBe(true);
      }),
    );
  });

  it('does not flush all the time with the least memory that it names', () => {
    fc.assert(
      fc.property(request, (given) => {
        const { memtables } = memory(given);
        if (memtables.leastTotalBytes === null) return;
        const config = {
          ...given.config,
          ...rocks({ 'memory.fixed-per-slot': `${memtables.leastTotalBytes}b` }),
        };
        expect(memory({ ...given, config }).memtables.flushesAllTheTime).toBe(false);
      }),
    );
  });

  it('is answered the same without its steps', () => {
    fc.assert(
      fc.property(request, (given) => {
        const untraced = rocksDbMemory({ ...base, ...given }, false);
        expect(untraced).toEqual({ kind: 'ok', value: { ...memory(given), steps: [] } });
      }),
    );
  });
});

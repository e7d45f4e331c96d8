import { checkSteps, type ExampleInputs, examplesIn, runExamples } from '@plimsoll/testing';
import fc from 'fast-check';
import { STORAGE_CATALOGUE } from './catalogue.js';
import { STORAGE_PARAMETERS } from './reference.js';
import type { StateNeed, StorageOption, StorageRequest } from './request.js';
import { storageAdvice } from './storage-advice.js';

const GB = 1e9;
const MB = 1e6;
const PARAMETER_IDS = STORAGE_PARAMETERS.map(({ id }) => id);

function advised(request: StorageRequest) {
  const outcome = storageAdvice(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  checkSteps(outcome.value.steps, PARAMETER_IDS);
  return outcome.value;
}

const ruleIds = (request: StorageRequest) => advised(request).findings.map(({ ruleId }) => ruleId);

function example(inputs: ExampleInputs) {
  const options = inputs.rows('options').map(
    (row): StorageOption => ({
      id: row.text('id'),
      bytes: row.number('gb') * GB,
      readIops: row.number('iops'),
      bytesPerSecond: row.has('mbps') ? row.number('mbps') * MB : null,
      survivesInstance: row.flag('durable'),
      usdPerMonth: row.number('pricePerMonth'),
    }),
  );
  const { disk } = advised({
    options,
    need: {
      bytes: inputs.number('needGb') * GB,
      iops: inputs.number('needIops'),
      bytesPerSecond: inputs.number('needMbps') * MB,
      ioBytes: inputs.number('ioBytes'),
      mustSurviveInstance: inputs.flag('mustSurviveInstance'),
    },
  });
  const byId = disk?.options.map((one) => [
    one.id,
    {
      pricePerIops: one.usdPerMonthPerIops,
      pricePerMBps: one.usdPerMonthPerMegabytePerSecond,
      usableMBps: one.usableBytesPerSecond / MB,
      meets: one.meets,
    },
  ]);
  return { options: Object.fromEntries(byId ?? []), choice: disk?.choice };
}

describe('the examples', () => {
  runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), { 'F9.1': example });
});

describe('a disk for state', () => {
  const NEED = { bytes: 500 * GB, iops: 10_000, bytesPerSecond: 40 * MB };

  it.each([
    { need: NEED, choice: 'local-nvme' },
    { need: { ...NEED, mustSurviveInstance: true }, choice: 'gp3' },
    { need: { ...NEED, bytesPerSecond: 200 * MB, mustSurviveInstance: true }, choice: 'io1' },
    {
      need: { ...NEED, bytesPerSecond: 900 * MB, ioBytes: 64_000, mustSurviveInstance: true },
      choice: 'gp3',
    },
    { need: { ...NEED, iops: 100_000 }, choice: 'io2-block-express' },
  ])('of the talk’s table, for $need, is $choice', ({ need, choice }) => {
    expect(advised({ need }).disk?.choice).toBe(choice);
  });

  it.each([
    { need: { ...NEED, bytes: 2000 * GB }, failing: ['bytes'] },
    { need: { ...NEED, iops: 300_000 }, failing: ['iops'] },
    { need: { ...NEED, bytesPerSecond: 2000 * MB }, failing: ['bytesPerSecond'] },
    { need: { ...NEED, bytes: 2000 * GB, iops: 300_000 }, failing: ['bytes', 'iops'] },
  ])('does not exist for $need, which fails in $failing', ({ need, failing }) => {
    const { disk, findings } = advised({ need });
    expect(disk).toMatchObject({ choice: null, failing });
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: 'no-storage-option-fits' }));
  });

  it('names all that is lacking where no single thing is', () => {
    const row = { bytesPerSecond: null, survivesInstance: true, usdPerMonth: 1 };
    const { disk } = advised({
      need: { bytes: 10, iops: 10, bytesPerSecond: 0 },
      options: [
        { ...row, id: 'small', bytes: 1, readIops: 10 },
        { ...row, id: 'slow', bytes: 10, readIops: 1 },
      ],
    });
    expect(disk).toMatchObject({ choice: null, failing: ['bytes', 'iops'] });
  });

  it('is sized by reads where a table has it write faster, and that is remarked on', () => {
    const { disk, findings } = advised({ need: NEED });
    expect(disk?.options.at(-1)?.usdPerMonthPerIops).toBeCloseTo(78 / 93_000, 12);
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: 'storage-writes-faster-than-reads' }));
  });

  it('costs less per MB/s where operations are large', () => {
    const gp3 = advised({ need: NEED }).disk?.options[2];
    expect(gp3?.usdPerMonthPerMegabytePerSecond).toBeCloseTo(2.6855, 4);
    expect(gp3?.usdPerMonthPerRatedMegabytePerSecond).toBeCloseTo(0.176, 12);
  });

  it('that is lost with its instance is said to be', () => {
    expect(ruleIds({ need: NEED })).toContain('local-disk-is-lost-with-its-instance');
    expect(ruleIds({ need: { ...NEED, mustSurviveInstance: true } })).not.toContain(
      'local-disk-is-lost-with-its-instance',
    );
  });

  const option = fc.record({
    bytes: fc.integer({ min: 1, max: 100 }),
    readIops: fc.integer({ min: 1, max: 100 }),
    writeIops: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
    bytesPerSecond: fc.option(fc.integer({ min: 1, max: 10_000 })),
    survivesInstance: fc.boolean(),
    usdPerMonth: fc.integer({ min: 0, max: 1000 }),
  });
  const request = fc.record({
    need: fc.record({
      bytes: fc.integer({ min: 0, max: 100 }),
      iops: fc.integer({ min: 0, max: 100 }),
      bytesPerSecond: fc.integer({ min: 0, max: 10_000 }),
      ioBytes: fc.integer({ min: 1, max: 100 }),
      mustSurviveInstance: fc.boolean(),
    }),
    options: fc
      .array(option, { minLength: 1, maxLength: 8 })
      .map((rows) => rows.map((row, at) => ({ ...row, id: `o${at}` }))),
  });

  it('bears the date and the source of its price', () => {
    const own = { ...STORAGE_CATALOGUE[2], id: 'own', bytes: 1, readIops: 1, survivesInstance: true };
    const need = { bytes: 1, iops: 1, bytesPerSecond: 1 };
    const rows = (asOf?: string) =>
      advised({ need, options: [{ ...own, usdPerMonth: 1, asOf }] }).disk?.options;
    expect(rows('2026-01-15')?.[0]).toMatchObject({ asOf: '2026-01-15', source: own.source });
    expect(rows()?.[0]?.asOf).toBeNull();
    for (const { asOf, source } of advised({ need }).disk?.options ?? []) {
      expect([asOf, source]).toEqual(['2023-09', expect.stringContaining('3 Flink Mistakes')]);
    }
  });

  it('meets the need, and no cheaper one does', () => {
    const meets = (one: StorageOption, { need }: StorageRequest) => {
      const iops = Math.min(one.readIops, one.writeIops ?? one.readIops);
      return (
        need !== undefined &&
        one.bytes >= need.bytes &&
        iops >= need.iops &&
        Math.min(one.bytesPerSecond ?? Number.POSITIVE_INFINITY, iops * (need.ioBytes ?? 1)) >=
          need.bytesPerSecond &&
        (one.survivesInstance || need.mustSurviveInstance !== true)
      );
    };
    fc.assert(
      fc.property(request, (asked) => {
        const { disk } = advised(asked);
        const eligible = asked.options.filter((one) => meets(one, asked));
        const chosen = asked.options.find(({ id }) => id === disk?.choice);
        if (eligible.length === 0) expect(disk?.failing).not.toEqual([]);
        expect(chosen?.usdPerMonth).toBe(
          eligible.length === 0 ? undefined : Math.min(...eligible.map(({ usdPerMonth }) => usdPerMonth)),
        );
        if (chosen !== undefined) expect(eligible).toContain(chosen);
      }),
    );
  });
});

describe('a state backend', () => {
  const STATE: StateNeed = { stateBytes: 100 * MB, heapBytes: 4 * GB };
  const LARGE: StateNeed = { ...STATE, stateBytes: 20 * GB };

  it.each([
    { why: 'small state', state: STATE, flinkVersion: '1.20', config: { 'state.backend.type': 'hashmap' } },
    { why: 'the old names', state: STATE, flinkVersion: '1.12', config: { 'state.backend': 'filesystem' } },
    { why: 'the old key', state: STATE, flinkVersion: '1.16', config: { 'state.backend': 'hashmap' } },
    { why: 'large state', state: LARGE, flinkVersion: '1.20', config: { 'state.backend.type': 'rocksdb' } },
    {
      why: 'increments of small state',
      state: { ...STATE, incrementalCheckpoints: true },
      flinkVersion: '1.20',
      config: { 'state.backend.type': 'rocksdb' },
    },
    {
      why: 'more than the disk',
      state: { ...LARGE, localDiskBytes: 10 * GB },
      flinkVersion: '2.0',
      config: { 'state.backend.type': 'forst' },
    },
    {
      why: 'flash',
      state: { ...LARGE, medium: 'FLASH' as const },
      flinkVersion: '2.3',
      config: {
        'state.backend.type': 'rocksdb',
        'state.backend.rocksdb.predefined-options': 'FLASH_SSD_OPTIMIZED',
      },
    },
    {
      why: 'a spinning disk',
      state: { ...LARGE, medium: 'SPINNING' as const },
      flinkVersion: '2.3',
      config: {
        'state.backend.type': 'rocksdb',
        'state.backend.rocksdb.predefined-options': 'SPINNING_DISK_OPTIMIZED',
      },
    },
    {
      why: 'a spinning disk and much memory',
      state: { ...LARGE, medium: 'SPINNING' as const, managedBytes: 8 * 2 ** 30, slots: 4 },
      flinkVersion: '2.3',
      config: {
        'state.backend.type': 'rocksdb',
        'state.backend.rocksdb.predefined-options': 'SPINNING_DISK_OPTIMIZED_HIGH_MEM',
      },
    },
  ])('for $why in Flink $flinkVersion', ({ state, flinkVersion, config }) => {
    expect(advised({ state, flinkVersion }).backend?.config).toEqual(config);
  });

  it('does not exist in 1.20 for state that fits neither heap nor disk', () => {
    const { backend, findings } = advised({
      state: { ...LARGE, localDiskBytes: 10 * GB },
      flinkVersion: '1.20',
    });
    expect(backend?.stateBackend).toBeNull();
    expect(findings.map(({ ruleId }) => ruleId)).toContain('no-state-backend-fits');
  });

  it('takes cores by how fast an access is', () => {
    const { backend } = advised({ state: { ...LARGE, accessesPerSecond: 100_000, cacheHitRatio: 0.9 } });
    const cores = Object.fromEntries(
      (backend?.candidates ?? []).map((one) => [one.stateBackend, one.accessCores]),
    );
    expect(cores.hashmap).toBeCloseTo(0.033, 9);
    expect(cores.rocksdb).toBeCloseTo((0.9 * 8.5 + 0.1 * 345) / 10, 9);
    expect(cores.forst).toBeNull();
  });

  it('is not fast enough where its accesses take more cores than a TaskManager has', () => {
    const state = { ...LARGE, accessesPerSecond: 100_000, cacheHitRatio: 0.9 };
    expect(ruleIds({ state: { ...state, cores: 4 } })).toContain('state-access-needs-more-cores');
    expect(ruleIds({ state: { ...state, cores: 8 } })).not.toContain('state-access-needs-more-cores');
    expect(ruleIds({ state })).not.toContain('state-access-needs-more-cores');
  });

  it('says where managed memory cannot be the cache that its speed is told for', () => {
    const why = (change: object) =>
      advised({ state: { ...LARGE, ...change } }).backend?.candidates.find(
        ({ stateBackend }) => stateBackend === 'rocksdb',
      )?.why;
    expect(why({ managedBytes: GB })).toContain('give cacheHitRatio');
    expect(why({ managedBytes: 30 * GB })).not.toContain('give cacheHitRatio');
    expect(why({ managedBytes: GB, cacheHitRatio: 0.5 })).not.toContain('cache');
  });

  it('takes on the heap 305 B for what takes 88 B of a checkpoint, and at most half of the heap', () => {
    const heapBytes = 1000 * MB;
    const choice = (stateBytes: number) => advised({ state: { stateBytes, heapBytes } }).backend;
    expect(choice(144 * MB)).toMatchObject({ stateBackend: 'hashmap' });
    expect(choice(145 * MB)).toMatchObject({ stateBackend: 'rocksdb' });
  });

  it('of larger state is never faster', () => {
    const order = ['hashmap', 'rocksdb', 'forst', null];
    const bytes = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(bytes, bytes, bytes, bytes, (stateBytes, more, heapBytes, localDiskBytes) => {
        const rank = (size: number) =>
          order.indexOf(
            advised({ state: { stateBytes: size, heapBytes, localDiskBytes }, flinkVersion: '2.0' }).backend
              ?.stateBackend ?? null,
          );
        expect(rank(stateBytes + more)).toBeGreaterThanOrEqual(rank(stateBytes));
      }),
    );
  });

  it('is slower by 2 to 3, 25 to 40, or far more, according to what is meant', () => {
    const ranges = advised({ state: LARGE }).backend?.speeds.map(({ low, high }) => [low, high]);
    expect(ranges).toEqual([
      [2, 3],
      [25, 40],
      [40, null],
    ]);
  });

  it.each([
    { stateBackend: 'filesystem', flinkVersion: '1.20', known: true },
    { stateBackend: 'filesystem', flinkVersion: '2.0', known: false },
    { stateBackend: 'fs', flinkVersion: '1.10', known: false },
    { stateBackend: 'forst', flinkVersion: '1.20', known: false },
    { stateBackend: 'hashmap', flinkVersion: '1.12', known: false },
    { stateBackend: 'RocksDB', flinkVersion: '1.10', known: true },
  ])(
    'named $stateBackend is read by Flink $flinkVersion: $known',
    ({ stateBackend, flinkVersion, known }) => {
      const ids = ruleIds({ state: { ...STATE, stateBackend }, flinkVersion });
      expect(ids.includes('state-backend-name-not-read')).toBe(!known);
    },
  );

  it.each([
    { localDirectory: undefined, volumePath: undefined, fix: undefined, warned: true },
    { localDirectory: undefined, volumePath: '/data', fix: '/data', warned: true },
    { localDirectory: '/data/rocksdb', volumePath: '/data/', fix: undefined, warned: false },
    { localDirectory: '/database', volumePath: '/data', fix: '/data', warned: true },
    { localDirectory: '/data', volumePath: undefined, fix: undefined, warned: false },
    { localDirectory: '/data/a,/data/b', volumePath: '/data', fix: undefined, warned: false },
    { localDirectory: '/data/a,/tmp', volumePath: '/data', fix: '/data', warned: true },
  ])(
    'on $localDirectory with a volume at $volumePath lies on the root disk: $warned',
    ({ localDirectory, volumePath, fix, warned }) => {
      const { findings } = advised({ state: { ...LARGE, localDirectory, volumePath } });
      const found = findings.find(({ ruleId }) => ruleId === 'state-directory-on-root-disk');
      expect(found !== undefined).toBe(warned);
      expect(found?.fix?.set['state.backend.rocksdb.localdir']).toBe(fix);
    },
  );

  it('is chosen with options for the medium of the disk that was chosen', () => {
    const need = { bytes: 30 * GB, iops: 1000, bytesPerSecond: MB };
    expect(advised({ state: LARGE, need }).backend?.predefinedOptions).toBe('FLASH_SSD_OPTIMIZED');
  });
});

describe('a request for storage', () => {
  const row = STORAGE_CATALOGUE.slice(0, 1);
  it.each<{ pointer: string; request: StorageRequest }>([
    { pointer: '', request: {} },
    { pointer: '/need/iops', request: { need: { bytes: 1, iops: -1, bytesPerSecond: 1 } } },
    { pointer: '/need/ioBytes', request: { need: { bytes: 1, iops: 1, bytesPerSecond: 1, ioBytes: 0 } } },
    { pointer: '/options', request: { need: { bytes: 1, iops: 1, bytesPerSecond: 1 }, options: [] } },
    {
      pointer: '/options/1/id',
      request: { need: { bytes: 1, iops: 1, bytesPerSecond: 1 }, options: [...row, ...row] },
    },
    {
      pointer: '/options/0/asOf',
      request: {
        options: row.map((one) => ({ ...one, asOf: 'last year' })),
        state: { stateBytes: 1, heapBytes: 1 },
      },
    },
    {
      pointer: '/options/0/id',
      request: { options: row.map((one) => ({ ...one, id: '' })), state: { stateBytes: 1, heapBytes: 1 } },
    },
    { pointer: '/state/cores', request: { state: { stateBytes: 1, heapBytes: 1, cores: 0 } } },
    { pointer: '/state/stateBytes', request: { state: { stateBytes: Number.NaN, heapBytes: 1 } } },
    {
      pointer: '/state/stateBackend',
      request: { state: { stateBytes: 1, heapBytes: 1, stateBackend: 'x' } },
    },
    { pointer: '/flinkVersion', request: { flinkVersion: '3.0', state: { stateBytes: 1, heapBytes: 1 } } },
  ])('with a bad value is refused at "$pointer"', ({ pointer, request }) => {
    expect(storageAdvice(request)).toMatchObject({ kind: 'rejected', rejections: [{ pointer }] });
  });
});

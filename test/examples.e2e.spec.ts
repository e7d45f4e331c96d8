import { readFileSync } from 'node:fs';
import { differences } from '@plimsoll/testing';
import { type StartedApp, startApp } from './start-app.js';
import { type Client, clientOf } from './stored.js';

const EXAMPLES = new URL('../examples/', import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, EXAMPLES), 'utf8'));

interface Row {
  readonly file: string;
  readonly name: string;
  readonly flinkVersion?: string;
  readonly config?: Readonly<Record<string, string>>;
  readonly observed?: Readonly<Record<string, number>>;
}
const ROWS: readonly Row[] = read('index.json');

const MB = 1e6;
/** F1.6: distinct keys that n uniform draws touch. */
const D = (keys: number, n: number): number => -keys * Math.expm1(n * Math.log1p(-1 / keys));

/** `keep-it-going`, model full: keys that 300 s of 1,000,000 records/s touch, and entries open just before a firing. */
const touched = D(500e6, 300e6);
const open = [60, 120, 180, 240, 300].reduce((sum, seconds) => sum + D(500e6, seconds * 1e6), 0);
const snapshot = open * 40 * 1.98;
const upload = snapshot / 60 / 5;

/** `three-mistakes`: keys that change within a minute, each entry 1 + 16 + 1 + 184 + 8 bytes, new files thrice that. */
const incremental = (D(400e6, 200_000 * 60) * 210 * 3) / 60 / 4;

/** `nexmark-q5`: all keys of a window go to one machine of 8. */
const auctions = D(652_174, 10e6);
const hottest = ((auctions / 2) * 32 * 7) / 8;

const flows = (measure: string, figures: Readonly<Record<string, number>>) =>
  Object.entries(figures).map(([id, value]) => ({ id, [measure]: value }));

/** What each example's figures come to on paper: as it stands, and as the profile that ships (model full). */
const EXPECTED: Readonly<Record<string, { readonly request: object; readonly profile: object }>> = {
  'keep-it-going.json': {
    request: {
      model: 'talk',
      fits: true,
      perMachine: {
        networkIn: {
          bytesPerSecond: (400 + 320 + 40) * MB,
          capacityBytesPerSecond: 1250 * MB,
          utilization: 0.608,
          flows: flows('runningBytesPerSecond', {
            'source-read:events': 400 * MB,
            'shuffle-in:events->perUser': 720 * MB,
            'state-read:perUser': 760 * MB,
          }),
        },
        networkOut: {
          bytesPerSecond: 760 * MB,
          utilization: 0.608,
          flows: flows('runningBytesPerSecond', {
            'shuffle-out:events->perUser': 320 * MB,
            'sink-write:results': (320 + 200 / 3) * MB,
            'state-write:perUser': (360 + 200 / 3) * MB,
            'checkpoint-upload:perUser': 760 * MB,
          }),
        },
      },
      cluster: {
        fabricOneWayBytesPerSecond: 6000 * MB,
        nicBothEndsBytesPerSecond: 12_000 * MB,
        talkTotalBytesPerSecond: (2 * 760 * 5 + 2000 + 1000 / 3 + 400) * MB,
        talkRoundedTotalBytesPerSecond: (2 * 760 * 5 + 400 + 2335) * MB,
      },
      state: { totalBytes: 100e9, perMachineBytes: 20e9 },
      bottleneck: { resource: 'networkIn', utilization: 0.608 },
      smallest: { machines: 4 },
    },
    profile: {
      model: 'full',
      fits: true,
      perMachine: {
        networkIn: {
          bytesPerSecond: (400 + 320 + 40) * MB + upload,
          utilization: 760 / 1250 + upload / (1250 * MB),
        },
        networkOut: { bytesPerSecond: (320 + 40) * MB + (touched * 40) / 60 / 5 + upload },
      },
      state: { totalBytes: snapshot },
      bottleneck: { resource: 'networkIn' },
    },
  },
  'tiny-flink.json': {
    request: {
      fits: true,
      machines: 1,
      perMachine: {
        networkIn: { bytesPerSecond: 25 * MB, utilization: 25 / 125, flows: [{ id: 'source-read:read' }] },
        networkOut: {
          bytesPerSecond: 12.5 * MB,
          utilization: 12.5 / 125,
          flows: [{ id: 'sink-write:write' }],
        },
      },
      checkpoint: null,
      smallest: { machines: 1, rejected: [] },
      findings: [],
    },
    profile: { fits: true, perMachine: { networkIn: { bytesPerSecond: 25 * MB } } },
  },
  'three-mistakes.json': {
    request: {
      fits: true,
      perMachine: {
        networkIn: { bytesPerSecond: (100 / 4 + (100 / 4) * (3 / 4)) * MB },
        networkOut: { bytesPerSecond: ((100 / 4) * (3 / 4) + 40 / 4) * MB + incremental },
        diskRead: { bytesPerSecond: 25_000 * 4096 + 50_000 * 200 * 9 },
        diskWrite: { bytesPerSecond: 50_000 * 200 * 10 },
        diskIops: { operationsPerSecond: 25_000, utilization: 25_000 / 93_000 },
        cpu: { cores: (0.2 * (10 + 50 + 5)) / 4 },
        diskSpace: { bytes: (400e6 * 210 * 1.33) / 4 },
      },
      state: { totalBytes: 400e6 * 210 },
      bottleneck: { resource: 'diskIops' },
      smallest: {
        machines: 2,
        rejected: [{ machines: 1, resource: 'diskIops', utilization: 100_000 / 93_000 }],
      },
    },
    profile: { fits: true, bottleneck: { resource: 'diskIops', utilization: 25_000 / 93_000 } },
  },
  'nexmark-q5.json': {
    request: {
      fits: true,
      perMachine: {
        networkIn: { bytesPerSecond: 100e6 / 8 + ((100e6 / 8) * 7) / 8 + hottest },
        cpu: { cores: 6.5 / 8 + 42 / 8 + (auctions / 2) * 0.5e-6 * (1 + 0.000001533) },
      },
      cluster: { spread: [{ machines: 1 }, { machines: 7 }] },
      state: { totalBytes: [2, 4, 6, 8, 10].reduce((sum, s) => sum + D(652_174, s * 1e6), 0) * 82 },
      bottleneck: { resource: 'cpu' },
      smallest: { machines: 8 },
    },
    profile: { fits: true, bottleneck: { resource: 'cpu' }, smallest: { machines: 8 } },
  },
};

describe('the examples that ship', () => {
  let started: StartedApp;
  let client: Client;
  beforeAll(async () => {
    started = await startApp();
    client = clientOf(started.server);
  });
  afterAll(() => started.stop());

  it('are all expected here', () => {
    expect(ROWS.map(({ file }) => file).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(ROWS)('$file gives by POST /v1/capacity what it comes to on paper', async ({ file }) => {
    const { body } = await client.post('/v1/capacity', read(file)).expect(200);
    expect(differences(body, EXPECTED[file]?.request, 1e-9)).toEqual([]);
  });

  it.each(ROWS)(
    '$file becomes a profile and a plan',
    async ({ file, name, flinkVersion, config, observed }) => {
      const { model: _, ...inputs } = read(file);
      const profile = await client
        .post('/v1/profiles', { name, flinkVersion, config, observed, ...inputs })
        .expect(201);
      const plan = await client.post(`/v1/profiles/${profile.body.id}/plans`).expect(201);
      const { capacity, findings } = plan.body;
      expect(differences(capacity, EXPECTED[file]?.profile, 1e-9)).toEqual([]);
      expect(findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    },
  );

  it('give three-mistakes the memory that its talk ends with: a heap with 2 % headroom and 5800 MiB for RocksDB', async () => {
    const { body } = await client.get('/v1/profiles?first=100').expect(200);
    const { id } = body.items.findLast(({ name }: { name: string }) => name === 'Three mistakes');
    const { body: plans } = await client.get(`/v1/profiles/${id}/plans`).expect(200);
    const MIB = 2 ** 20;
    const { memory } = plans.items[0];
    expect(memory.taskManager).toMatchObject({
      components: { taskHeapBytes: 1024 * MIB, managedBytes: 5800 * MIB, jvmOverheadBytes: 960 * MIB },
      jvmHeapBytes: 1152 * MIB,
      totalProcessBytes: 8192 * MIB,
    });
    expect(memory.observed.pools).toContainEqual(
      expect.objectContaining({ pool: 'jvmHeap', usedBytes: 1130 * MIB, headroomRatio: 22 / 1130 }),
    );
    expect(memory.observed.acceptedManaged).toEqual({ leastBytes: 5736 * MIB, mostBytes: 6568 * MIB });
  });

  it('stand in the workspace of a first start, each with one plan', async () => {
    const { body } = await client.get('/v1/profiles?first=100').expect(200);
    for (const { name } of ROWS) {
      const shipped = body.items.filter((profile: { name: string }) => profile.name === name).at(-1);
      const plans = await client.get(`/v1/profiles/${shipped.id}/plans`).expect(200);
      expect(plans.body.items).toHaveLength(1);
    }
  });
});

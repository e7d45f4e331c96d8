import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { AMONG_NEIGHBOURS, STALLED_WATERMARK } from './slow-trouble-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const PATH = '/v1/checkpoints/windows-kept';
const ask = (body: object) => askBoth(client, 'windowsKept', PATH, body);
const growing = (count: number, bytesPerSecond: number) =>
  Array.from({ length: count }, (_, at) => ({
    atMs: at * 1000,
    checkpointBytes: Math.round(1e9 + at * bytesPerSecond + 1e5 * ((at * 3) % 5)),
  }));

describe('windows that stay', () => {
  it('add 1.3 MB in a second and fill 2 GB in 1,543 s, by both doors', async () => {
    const { status, body } = await ask(STALLED_WATERMARK);
    expect(status).toBe(200);
    expect(body.stalled.growthBytesPerSecond).toBeCloseTo(1_295_909.4522, 3);
    expect(body.stalled.fillMs).toBeCloseTo(1_543_317.7037, 3);
    expect(body).toMatchObject({ observed: null, neighbours: null });
  });

  it('are told from a series that grows as a stalled watermark lets it', async () => {
    const { body } = await ask({ ...STALLED_WATERMARK, observed: growing(30, 1_295_909) });
    expect(body.observed.verdict).toBe('GROWING');
    expect(body.observed.shareOfStalledRatio).toBeCloseTo(1, 1);
    expect(body.observed.soonestFillMs).toBeLessThanOrEqual(body.observed.fillMs);
  });

  it('are not told from one that does not', async () => {
    const { body } = await ask({ observed: growing(30, 0) });
    expect(body.observed).toMatchObject({ verdict: 'NOT_GROWING', fillMs: null, soonestFillMs: null });
  });

  it('show in one job’s checkpoints beside its neighbours’', async () => {
    const { body } = await ask(AMONG_NEIGHBOURS);
    expect(body.neighbours).toMatchObject({ verdict: 'LARGER', comparedBy: 'BYTES' });
    expect(body.neighbours.ratioToMedian).toBeCloseTo(5.3 / 1.05, 9);
  });

  it('are read from as many as 10,000 points, and from no more', async () => {
    expect((await ask({ observed: growing(10_000, 1e3) })).status).toBe(200);
    const { status, body } = await ask({ observed: growing(10_001, 1e3) });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/observed', received: 'a list of 10001' }]);
  });

  it('of the largest numbers are given alike by both doors', async () => {
    const most = 1e15;
    const { status } = await ask({
      window: {
        ...{ keys: most, recordsPerSecond: most, sizeMs: most, panes: most, entryBytes: most },
        ...{ watermarkDelayMs: most, allowedLatenessMs: most },
      },
      freeBytes: most,
    });
    expect(status).toBe(200);
  });

  const { window } = STALLED_WATERMARK;
  const { own, others } = AMONG_NEIGHBOURS.neighbours;
  it.each([
    ['', {}, 422],
    ['', { freeBytes: 1 }, 422],
    ['/window', { window: { ...window, recordBytes: 1 } }, 422],
    ['/window/keys', { window: { ...window, keys: '1m' } }, 400],
    ['/window/keys', { window: { ...window, keys: 0 } }, 422],
    ['/window/recordsPerSecond', { window: { ...window, recordsPerSecond: '5k' } }, 400],
    ['/window/recordsPerSecond', { window: { ...window, recordsPerSecond: -5 } }, 422],
    ['/window/sizeMs', { window: { ...window, sizeMs: '1 min' } }, 400],
    ['/window/panes', { window: { ...window, panes: 1.5 } }, 422],
    ['/window/slideMs', { window: { ...window, slideMs: 1 } }, 400],
    ['/freeBytes', { ...STALLED_WATERMARK, freeBytes: 'NaN' }, 400],
    ['/freeBytes', { ...STALLED_WATERMARK, freeBytes: -1 }, 422],
    ['/freeBytes', { ...STALLED_WATERMARK, freeBytes: '99999999999999999999' }, 422],
    ['/observed', { observed: [] }, 422],
    ['/observed/1/atMs', { observed: [growing(3, 1)[1], growing(3, 1)[0], growing(3, 1)[2]] }, 422],
    ['/observed/0/checkpointBytes', { observed: [{ atMs: 0 }] }, 400],
    ['/neighbours/others', { neighbours: { own, others: others.slice(0, 2) } }, 422],
    ['/neighbours/own/checkpointBytes', { neighbours: { own: { ...own, checkpointBytes: 0 }, others } }, 422],
    ['/neighbours/own/job', { neighbours: { own: { checkpointBytes: 1 }, others } }, 400],
  ])('names %s where it cannot be: %j', async (pointer, request, expected) => {
    const { status, body } = await ask(request);
    expect(status).toBe(expected);
    expect(body.errors).toMatchObject([{ pointer }]);
  });
});

import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { LEAK_KNOWN, LEAK_OBSERVED } from './slow-trouble-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const PATH = '/v1/memory/metaspace-growth';
const ask = (body: object) => askBoth(client, 'metaspaceGrowth', PATH, body);
const HOUR = 3_600_000;
const points = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    atMs: at,
    submissions: at,
    metaspaceUsedBytes: 1e8 + (at % 7),
  }));

describe('the growth of metaspace', () => {
  it('fills it after 18 submissions in 72 h, so it is restarted each 57.6 h, by both doors', async () => {
    const { status, body } = await ask(LEAK_KNOWN);
    expect(status).toBe(200);
    expect(body).toMatchObject({ verdict: 'LEAK', basis: 'GIVEN', submissionsToOom: 18 });
    expect(body.oomAfterMs / HOUR).toBeCloseTo(72, 9);
    expect(body.restartEveryMs / HOUR).toBeCloseTo(57.6, 9);
  });

  it('is estimated from a series, with its uncertainty', async () => {
    const { body } = await ask(LEAK_OBSERVED);
    const { value, low, high } = body.leakBytesPerSubmission;
    expect(body).toMatchObject({ verdict: 'LEAK', basis: 'OBSERVED_BY_SUBMISSIONS' });
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(body.restartEveryMs / HOUR).toBeCloseTo(57.6, 9);
  });

  it('may be none', async () => {
    const level = LEAK_OBSERVED.observed.map((point, at) => ({
      ...point,
      metaspaceUsedBytes: 110e6 + 1e5 * ((at * 3) % 5),
    }));
    const { status, body } = await ask({ ...LEAK_OBSERVED, observed: level });
    expect(status).toBe(200);
    expect(body).toMatchObject({ verdict: 'NO_LEAK', submissionsToOom: null, restartEveryMs: null });
    expect(body.remarks[0]).toContain('cannot be excluded');
  });

  it('is read from as many as 10,000 points, and from no more', async () => {
    const request = { limitBytes: 268_435_456, observed: points(10_000) };
    expect((await ask(request)).body.verdict).toBe('NO_LEAK');
    const { status, body } = await ask({ ...request, observed: points(10_001) });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/observed', received: 'a list of 10001' }]);
  });

  it('of the largest numbers is given alike by both doors', async () => {
    const observed = [0, 0, 1e15].map((metaspaceUsedBytes, submissions) => ({
      submissions,
      metaspaceUsedBytes,
    }));
    const { status, body } = await ask({ limitBytes: 2 ** 40, observed });
    expect(status).toBe(200);
    expect(body.verdict).toBe('NO_LEAK');
  });

  const { baseBytes: _base, ...withoutBase } = LEAK_KNOWN;
  const { observed } = LEAK_OBSERVED;
  it.each([
    ['/limitBytes', {}, 400],
    ['/limitBytes', { ...LEAK_KNOWN, limitBytes: '256 MiB' }, 400],
    ['/limitBytes', { ...LEAK_KNOWN, limitBytes: 'NaN' }, 400],
    ['/limitBytes', { ...LEAK_KNOWN, limitBytes: 2 ** 53 }, 422],
    ['/limitBytes', { ...LEAK_OBSERVED, limitBytes: 0 }, 422],
    ['/baseBytes', withoutBase, 422],
    ['/baseBytes', { ...LEAK_KNOWN, baseBytes: -1 }, 422],
    ['/baseBytes', { ...LEAK_KNOWN, baseBytes: LEAK_KNOWN.limitBytes }, 422],
    ['', { ...LEAK_KNOWN, leakedClassesPerSubmission: 1 }, 422],
    ['', { ...LEAK_KNOWN, observed }, 422],
    ['/submissionsPerSecond', { ...LEAK_KNOWN, submissionsPerSecond: '6/d' }, 400],
    ['/submissionsPerSecond', { ...LEAK_KNOWN, submissionsPerSecond: 0 }, 422],
    ['/safetyRatio', { ...LEAK_KNOWN, safetyRatio: 2 }, 422],
    ['/leak', { ...LEAK_KNOWN, leak: 1 }, 400],
    ['/observed', { ...LEAK_OBSERVED, observed: [] }, 422],
    ['/observed', { ...LEAK_OBSERVED, observed: 'series' }, 400],
    ['/observed/0/metaspaceUsedBytes', { ...LEAK_OBSERVED, observed: [{ atMs: 1 }] }, 400],
    ['/observed/0/atMs', { ...LEAK_OBSERVED, observed: [{ ...observed[0], atMs: '1 h' }] }, 400],
    ['/observed/1/at', { ...LEAK_OBSERVED, observed: [observed[0], { ...observed[1], at: 1 }] }, 400],
  ])('names %s where it cannot be: %j', async (pointer, request, expected) => {
    const { status, body } = await ask(request);
    expect(status).toBe(expected);
    expect(body.errors).toMatchObject([{ pointer }]);
  });
});

import { checkSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { SLOW_TROUBLE_PARAMETERS, windowsKept } from './index.js';
import type { WindowsKeptRequest } from './request.js';
import type { WindowsKept } from './result.js';

const IDS = SLOW_TROUBLE_PARAMETERS.map(({ id }) => id);
const MINUTE = 60_000;
const WINDOW = { keys: 1_000_000, recordsPerSecond: 5000, sizeMs: MINUTE, entryBytes: 300 };

function kept(request: WindowsKeptRequest): WindowsKept {
  const outcome = windowsKept(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  checkSteps(outcome.value.steps, IDS);
  return outcome.value;
}

describe('windows behind a watermark that stands still', () => {
  it('add 1.3 MB in a second and fill 2 GB in 26 minutes', () => {
    const { stalled } = kept({ window: WINDOW, freeBytes: 2e9 });
    expect(stalled?.growthBytesPerSecond).toBeCloseTo(1_295_909.45, 1);
    expect((stalled?.fillMs ?? 0) / MINUTE).toBeCloseTo(25.72, 2);
  });

  it('add five times as much where a record belongs to five windows', () => {
    const growth = (panes?: number) =>
      kept({ window: { ...WINDOW, panes } }).stalled?.growthBytesPerSecond ?? 0;
    expect(growth(5)).toBeCloseTo(5 * growth(), 6);
  });

  it('that keep their records add what arrives, whatever the keys', () => {
    const window = { ...WINDOW, entryBytes: undefined, recordBytes: 200 };
    expect(kept({ window }).stalled).toMatchObject({ growthBytesPerSecond: 1e6, entriesPerWindow: null });
    expect(kept({ window: { ...window, keys: 1 } }).stalled?.growthBytesPerSecond).toBe(1e6);
  });

  it('keep in steady operation what the watermark’s delay and the allowed lateness add', () => {
    const window = { ...WINDOW, entryBytes: undefined, recordBytes: 200 };
    const extra = kept({ window: { ...window, watermarkDelayMs: 5000, allowedLatenessMs: MINUTE } });
    expect(extra.stalled?.steadyExtraBytes).toBe(65e6);
    expect(kept({ window }).stalled?.steadyExtraBytes).toBe(0);
  });

  it('never fill anything where nothing arrives', () => {
    const { stalled } = kept({ window: { ...WINDOW, recordsPerSecond: 0 }, freeBytes: 1 });
    expect(stalled).toMatchObject({ growthBytesPerSecond: 0, fillMs: null });
  });
});

describe('an observed series of checkpoint sizes', () => {
  const sizes = (growth: number, noise: number) =>
    [3, -1, -4, 1, 2, -2, -1, 4, 1, -3].map((deviation, at) => ({
      atMs: 1_700_000_000_000 + at * MINUTE,
      checkpointBytes: 5e9 + growth * 60 * at + noise * deviation,
    }));

  it('grows as a stalled watermark lets windows grow, and says when space is full', () => {
    const { observed } = kept({ window: WINDOW, freeBytes: 2e9, observed: sizes(1_295_909.45, 0) });
    expect(observed?.verdict).toBe('GROWING');
    expect(observed?.shareOfStalledRatio).toBeCloseTo(1, 6);
    expect((observed?.fillMs ?? 0) / MINUTE).toBeCloseTo(25.72, 2);
  });

  it('does not grow where sizes only go up and down', () => {
    const answer = kept({ freeBytes: 2e9, observed: sizes(1000, 1e7) });
    expect(answer.observed).toMatchObject({
      verdict: 'NOT_GROWING',
      fillMs: null,
      shareOfStalledRatio: null,
    });
  });

  it('fills space sooner at the upper end of its interval', () => {
    const { observed } = kept({ freeBytes: 2e9, observed: sizes(1e6, 1e7) });
    expect(observed?.soonestFillMs).toBeLessThan(observed?.fillMs ?? 0);
  });
});

describe('a job’s checkpoint among its neighbours’', () => {
  const job = (name: string, gigabytes: number, recordsPerSecond?: number) => ({
    ...{ job: name, recordsPerSecond },
    checkpointBytes: gigabytes * 1e9,
  });
  const OTHERS = [job('a', 1), job('b', 1.1), job('c', 0.9), job('d', 1.2), job('e', 0.8)];
  const verdict = (own: number, others = OTHERS) =>
    kept({ neighbours: { own: job('own', own), others } }).neighbours?.verdict;

  it.each([
    [0.5, 'LIKE_OTHERS'],
    [1.9, 'LIKE_OTHERS'],
    [2, 'LARGER'],
    [9, 'LARGER'],
  ])('of %d GB beside others of 0.8 to 1.2 GB is %s', (gigabytes, expected) => {
    expect(verdict(gigabytes)).toBe(expected);
  });

  it('of twice the median is like others where these differ as much among themselves', () => {
    expect(verdict(4, [job('a', 0.5), job('b', 1), job('c', 2), job('d', 4), job('e', 8)])).toBe(
      'LIKE_OTHERS',
    );
  });

  it('is found also where a neighbour has the same trouble', () => {
    expect(verdict(9, [...OTHERS, job('f', 12)])).toBe('LARGER');
  });

  it('is compared for each record per second where all rates are known', () => {
    const others = OTHERS.map((other) => ({ ...other, recordsPerSecond: 1000 }));
    const own = job('own', 9, 9000);
    expect(kept({ neighbours: { own, others } }).neighbours).toMatchObject({
      verdict: 'LIKE_OTHERS',
      comparedBy: 'BYTES_PER_RECORD_RATE',
    });
  });

  it('has no deviation to speak of where the others are all alike', () => {
    const alike = [job('a', 1), job('b', 1), job('c', 1)];
    expect(kept({ neighbours: { own: job('own', 3), others: alike } }).neighbours).toMatchObject({
      verdict: 'LARGER',
      ratioToMedian: 3,
      deviations: null,
    });
  });
});

describe('a request about windows that tells nothing', () => {
  const point = (atMs: number) => ({ atMs, checkpointBytes: 1 });
  it.each([
    ['nothing', {}, ''],
    ['aggregates and records at once', { window: { ...WINDOW, recordBytes: 1 } }, '/window'],
    ['neither', { window: { ...WINDOW, entryBytes: undefined } }, '/window'],
    ['no keys', { window: { ...WINDOW, keys: 0 } }, '/window/keys'],
    ['half a window', { window: { ...WINDOW, panes: 0.5 } }, '/window/panes'],
    ['a window of no time', { window: { ...WINDOW, sizeMs: 0 } }, '/window/sizeMs'],
    ['two points', { observed: [point(0), point(1)] }, '/observed'],
    ['two points at one time', { observed: [point(0), point(1), point(1)] }, '/observed/2/atMs'],
    [
      'two neighbours',
      {
        neighbours: {
          own: { job: 'a', checkpointBytes: 1 },
          others: [
            { job: 'b', checkpointBytes: 1 },
            { job: 'c', checkpointBytes: 1 },
          ],
        },
      },
      '/neighbours/others',
    ],
    ['free space below nothing', { window: WINDOW, freeBytes: -1 }, '/freeBytes'],
  ])('is rejected by field: %s', (_, request, pointer) => {
    const outcome = windowsKept(request);
    expect(outcome).toMatchObject({ kind: 'rejected', rejections: [{ pointer }] });
    if (outcome.kind === 'rejected')
      for (const { message } of outcome.rejections) expect(message).toMatch(/: ./);
  });
});

describe('any windows', () => {
  const WINDOWS = fc.record({
    keys: fc.integer({ min: 1, max: 1e9 }),
    recordsPerSecond: fc.double({ min: 0, max: 1e7, noNaN: true }),
    sizeMs: fc.integer({ min: 1, max: 1e9 }),
    panes: fc.integer({ min: 1, max: 1000 }),
    entryBytes: fc.integer({ min: 0, max: 1e5 }),
  });

  it('never grow faster than records arrive, nor hold more entries than there are keys', () => {
    fc.assert(
      fc.property(WINDOWS, (window) => {
        const { stalled } = kept({ window });
        const arriving = window.recordsPerSecond * window.entryBytes * window.panes;
        // Below one record to a window one key alone still makes a whole entry.
        if ((window.recordsPerSecond * window.sizeMs) / 1000 >= 1) {
          expect(stalled?.growthBytesPerSecond).toBeLessThanOrEqual(arriving * (1 + 1e-9));
        }
        expect(stalled?.entriesPerWindow).toBeLessThanOrEqual(window.keys * (1 + 1e-12));
      }),
    );
  });

  const points = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 1e12 })), {
      minLength: 3,
      maxLength: 30,
    })
    .map((rows) => {
      let atMs = 0;
      return rows.map(([step, checkpointBytes]) => {
        atMs += step;
        return { atMs, checkpointBytes };
      });
    });

  it('grow as before where every checkpoint is larger by as much, and twice as fast where each is twice as large', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 1e12 }), (observed, more) => {
        const growth = (of: (bytes: number) => number) =>
          kept({
            observed: observed.map((point) => ({ ...point, checkpointBytes: of(point.checkpointBytes) })),
          }).observed?.growthBytesPerSecond;
        const now = growth((bytes) => bytes);
        expect(growth((bytes) => bytes + more)).toEqual(now);
        expect(growth((bytes) => 2 * bytes)?.value).toBe(2 * (now?.value ?? 0));
      }),
    );
  });

  it('fill more space in no less time, and sooner with larger entries', () => {
    fc.assert(
      fc.property(WINDOWS, fc.integer({ min: 1, max: 1e12 }), (window, freeBytes) => {
        const fill = (free: number, entryBytes: number) =>
          kept({ window: { ...window, entryBytes }, freeBytes: free }).stalled?.fillMs ??
          Number.POSITIVE_INFINITY;
        const now = fill(freeBytes, window.entryBytes);
        expect(fill(freeBytes + 1, window.entryBytes)).toBeGreaterThanOrEqual(now);
        expect(fill(freeBytes, window.entryBytes + 1)).toBeLessThanOrEqual(now);
      }),
    );
  });

  it('are answered or rejected with field and remedy for any numbers whatever', () => {
    const number = fc.double();
    const any = fc.record({
      window: fc.record({
        keys: number,
        recordsPerSecond: number,
        sizeMs: number,
        entryBytes: number,
        panes: number,
      }),
      freeBytes: number,
      observed: fc.array(fc.record({ atMs: number, checkpointBytes: number }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(any, (request) => {
        const outcome = windowsKept(request);
        if (outcome.kind === 'ok') return checkSteps(outcome.value.steps, IDS);
        for (const { message } of outcome.rejections) expect(message).toMatch(/^must .+: .+/);
      }),
    );
  });
});

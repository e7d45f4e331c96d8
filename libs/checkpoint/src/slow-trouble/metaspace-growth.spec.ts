import { checkSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { metaspaceGrowth, SLOW_TROUBLE_PARAMETERS } from './index.js';
import type { MetaspaceGrowthRequest, MetaspacePoint } from './request.js';
import type { MetaspaceGrowth } from './result.js';

const IDS = SLOW_TROUBLE_PARAMETERS.map(({ id }) => id);
const MIB = 2 ** 20;
const HOUR = 3_600_000;
const LIMIT = { limitBytes: 256 * MIB };
/** One submission in four hours, 8 MiB left behind by each. */
const LEAKING = {
  ...LIMIT,
  baseBytes: 110 * MIB,
  leakBytesPerSubmission: 8 * MIB,
  submissionsPerSecond: 1 / 14_400,
};

function growth(request: MetaspaceGrowthRequest): MetaspaceGrowth {
  const outcome = metaspaceGrowth(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  checkSteps(outcome.value.steps, IDS);
  return outcome.value;
}

/** Deviations that add up to nothing and have no trend of their own. */
const NOISE = [3, -1, -4, 1, 2, -2, -1, 4, 1, -3];
const series = (leakMiB: number, noiseMiB: number): MetaspacePoint[] =>
  NOISE.map((noise, at) => ({
    atMs: at * 4 * HOUR,
    submissions: at,
    metaspaceUsedBytes: (110 + leakMiB * at + noiseMiB * noise) * MIB,
  }));
const withoutSubmissions = (points: readonly MetaspacePoint[]) =>
  points.map(({ atMs, metaspaceUsedBytes }) => ({ atMs, metaspaceUsedBytes }));

describe('metaspace that submissions leave behind', () => {
  it('is full after 18 submissions in 72 h, so the cluster is restarted each 57.6 h', () => {
    const answer = growth(LEAKING);
    expect(answer).toMatchObject({ verdict: 'LEAK', basis: 'GIVEN', submissionsToOom: 18 });
    expect(answer.oomAfterMs).toBeCloseTo(72 * HOUR, 3);
    expect(answer.restartEveryMs).toBeCloseTo(57.6 * HOUR, 3);
  });

  it('is no leak where nothing stays', () => {
    expect(growth({ ...LEAKING, leakBytesPerSubmission: 0 })).toMatchObject({
      verdict: 'NO_LEAK',
      submissionsToOom: null,
      oomAfterMs: null,
      restartEveryMs: null,
    });
  });

  it('that one submission fills is too small for any restart', () => {
    const answer = growth({ ...LEAKING, leakBytesPerSubmission: 200 * MIB });
    expect(answer).toMatchObject({ submissionsToOom: 0, restartEveryMs: 0 });
    expect(answer.remarks.join()).toContain('Not even one submission fits');
  });

  it('is counted in submissions where nobody knows how often they come', () => {
    const answer = growth({ ...LEAKING, submissionsPerSecond: undefined });
    expect(answer).toMatchObject({ submissionsToOom: 18, oomAfterMs: null, growthBytesPerSecond: null });
  });

  it('is estimated from classes at 6 to 10 kB each, and marked as a rule of thumb', () => {
    const answer = growth({
      ...LEAKING,
      leakBytesPerSubmission: undefined,
      leakedClassesPerSubmission: 1000,
    });
    expect(answer.leakBytesPerSubmission).toEqual({ value: 8e6, low: 6e6, high: 10e6 });
    expect(answer.steps.find(({ key }) => key === 'metaspace.leak')?.evidence).toBe('heuristic');
    expect(answer.soonestOomAfterMs).toBeLessThan(answer.oomAfterMs ?? 0);
  });
});

describe('an observed series of metaspace', () => {
  it('gives the leak exactly where the points lie on a line', () => {
    const answer = growth({ ...LIMIT, observed: series(8, 0) });
    expect(answer).toMatchObject({ verdict: 'LEAK', basis: 'OBSERVED_BY_SUBMISSIONS', submissionsToOom: 18 });
    expect(answer.leakBytesPerSubmission).toEqual({ value: 8 * MIB, low: 8 * MIB, high: 8 * MIB });
    expect(answer.baseBytes).toBe(110 * MIB);
    expect(answer.restartEveryMs).toBeCloseTo(57.6 * HOUR, 3);
    // 182 MiB at the last point; 74 more at 2 MiB an hour.
    expect(answer.oomInMs).toBeCloseTo(37 * HOUR, 3);
  });

  it('gives the interval that a textbook gives', () => {
    // x 1 … 5, y 2, 4, 5, 4, 5: slope 0.6, standard error 0.282843, t(3) 3.182446.
    const observed = [2, 4, 5, 4, 5].map((y, at) => ({ submissions: at + 1, metaspaceUsedBytes: y }));
    const { leakBytesPerSubmission: leak, verdict } = growth({ limitBytes: 100, observed });
    expect(leak?.value).toBeCloseTo(0.6, 12);
    expect(leak?.low).toBeCloseTo(0.6 - 3.182446 * 0.282843, 5);
    expect(leak?.high).toBeCloseTo(0.6 + 3.182446 * 0.282843, 5);
    expect(verdict).toBe('NO_LEAK');
  });

  it('with noise above its growth is no leak, and says what it cannot exclude', () => {
    const answer = growth({ ...LIMIT, observed: series(0.1, 3) });
    expect(answer).toMatchObject({ verdict: 'NO_LEAK', submissionsToOom: null, restartEveryMs: null });
    expect(answer.leakBytesPerSubmission?.low).toBeLessThan(0);
    expect(answer.remarks[0]).toContain('cannot be excluded');
  });

  it('finds a leak through the noise', () => {
    const answer = growth({ ...LIMIT, observed: series(8, 3) });
    expect(answer.verdict).toBe('LEAK');
    expect(answer.leakBytesPerSubmission?.low).toBeGreaterThan(0);
    expect(answer.soonestOomAfterMs).toBeLessThanOrEqual(answer.oomAfterMs ?? 0);
  });

  it('that shrinks is no leak', () => {
    expect(growth({ ...LIMIT, observed: series(-5, 1) })).toMatchObject({
      verdict: 'NO_LEAK',
      soonestOomAfterMs: null,
    });
  });

  it('that is level is exactly level', () => {
    const observed = [1, 2, 3, 4].map((submissions) => ({ submissions, metaspaceUsedBytes: 123_456_789.1 }));
    expect(growth({ ...LIMIT, observed }).leakBytesPerSubmission).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('over time alone gives the time, and no count of submissions', () => {
    const answer = growth({ ...LIMIT, observed: withoutSubmissions(series(8, 0)) });
    expect(answer).toMatchObject({ verdict: 'LEAK', basis: 'OBSERVED_BY_TIME', submissionsToOom: null });
    expect(answer.growthBytesPerSecond?.value).toBeCloseTo((2 * MIB) / 3600, 6);
    expect(answer.oomAfterMs).toBeCloseTo(73 * HOUR, 3);
    expect(answer.oomInMs).toBeCloseTo(37 * HOUR, 3);
  });

  it('that falls sharply is remarked: a restart, or classes that are unloaded', () => {
    const falls = (points: readonly MetaspacePoint[]) =>
      growth({ ...LIMIT, observed: points }).remarks.some((text) =>
        text.includes('falls sharply at point 10'),
      );
    const begun = withoutSubmissions(series(8, 0));
    const restarted = [...begun, { atMs: 40 * HOUR, metaspaceUsedBytes: 112 * MIB }];
    expect([falls(restarted), falls(begun)]).toEqual([true, false]);
  });

  const slows = (observed: readonly MetaspacePoint[]) =>
    growth({ ...LIMIT, observed }).remarks.some((text) => text.startsWith('Growth slows'));

  it('of a process that warms up is remarked: its second half is flat', () => {
    const warm = NOISE.map((noise, at) => ({
      submissions: at,
      metaspaceUsedBytes: Math.round((110 - 50 * Math.exp(-at) + noise / 10) * MIB),
    }));
    expect(slows(warm)).toBe(true);
    expect(slows(series(8, 0))).toBe(false);
    expect(slows(series(8, 1))).toBe(false);
    expect(slows(withoutSubmissions(series(8, 1)))).toBe(false);
  });

  it('counts from the beginning of its times, and says so where no fresh start is given', () => {
    const says = (request: object) =>
      growth({ ...LIMIT, observed: withoutSubmissions(series(8, 0)), ...request }).remarks.some((text) =>
        text.includes('give baseBytes'),
      );
    expect([says({}), says({ baseBytes: 80 * MIB })]).toEqual([true, false]);
  });

  it('puts the 95 % interval around the true leak in 95 of 100 series', () => {
    let state = 7;
    const uniform = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    let [within, runs] = [0, 4000];
    for (let run = 0; run < runs; run++) {
      const observed = NOISE.map((_, at) => ({
        submissions: at,
        metaspaceUsedBytes: 1e8 + 1e6 * at + 5e6 * normal(),
      }));
      const outcome = metaspaceGrowth({ ...LIMIT, observed });
      if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
      const leak = outcome.value.leakBytesPerSubmission;
      if (leak !== null && leak.low <= 1e6 && 1e6 <= leak.high) within++;
    }
    expect(within / runs).toBeGreaterThan(0.94);
    expect(within / runs).toBeLessThan(0.96);
  });
});

describe('a request about metaspace that tells nothing', () => {
  const points = series(8, 0);
  it.each([
    ['no way to know the growth', LIMIT, ['', '/baseBytes']],
    ['two ways', { ...LEAKING, observed: points }, ['']],
    ['no base', { ...LEAKING, baseBytes: undefined }, ['/baseBytes']],
    ['a base as large as the limit', { ...LEAKING, baseBytes: 256 * MIB }, ['/baseBytes']],
    ['a negative leak', { ...LEAKING, leakBytesPerSubmission: -1 }, ['/leakBytesPerSubmission']],
    ['no submissions at all', { ...LEAKING, submissionsPerSecond: 0 }, ['/submissionsPerSecond']],
    ['no points', { ...LIMIT, observed: [] }, ['/observed']],
    ['two points', { ...LIMIT, observed: points.slice(0, 2) }, ['/observed']],
    [
      'points out of order',
      { ...LIMIT, observed: [...points].reverse() },
      expect.arrayContaining(['/observed/1/atMs']),
    ],
    [
      'a point with neither time nor count',
      { ...LIMIT, observed: [...points, { metaspaceUsedBytes: 1 }] },
      ['/observed'],
    ],
    [
      'no submission in the series',
      { ...LIMIT, observed: points.map((point) => ({ ...point, submissions: 4 })) },
      ['/observed'],
    ],
    ['no number', { ...LEAKING, limitBytes: Number.NaN }, ['/limitBytes']],
  ])('is rejected by field: %s', (_, request, pointers) => {
    const outcome = metaspaceGrowth(request);
    expect(outcome.kind === 'rejected' && outcome.rejections.map(({ pointer }) => pointer)).toEqual(pointers);
    if (outcome.kind === 'rejected')
      for (const { message } of outcome.rejections) expect(message).toMatch(/: ./);
  });
});

describe('any metaspace', () => {
  // The reader of formula texts takes quotients within 10^-12 of a whole number for it: a byte must stay more than that.
  const LARGEST = 2 ** 38;
  const givenLeak = fc.record({
    limitBytes: fc.integer({ min: 2, max: LARGEST }),
    leakBytesPerSubmission: fc.integer({ min: 0, max: LARGEST }),
    submissionsPerSecond: fc.double({ min: 1e-9, max: 1e3, noNaN: true }),
    share: fc.double({ min: 0, max: 0.99, noNaN: true }),
  });

  it('holds what submissions leave until it is full, and not one submission more', () => {
    fc.assert(
      fc.property(givenLeak, ({ share, ...request }) => {
        const baseBytes = Math.floor(request.limitBytes * share);
        const { submissionsToOom: n, oomAfterMs, restartEveryMs } = growth({ ...request, baseBytes });
        const used = (submissions: number) => baseBytes + submissions * request.leakBytesPerSubmission;
        if (n === null) return expect(request.leakBytesPerSubmission).toBe(0);
        expect(used(n)).toBeLessThanOrEqual(request.limitBytes);
        expect(used(n + 1)).toBeGreaterThan(request.limitBytes);
        expect(restartEveryMs).toBeLessThanOrEqual(oomAfterMs ?? 0);
      }),
    );
  });

  it.each([
    [2 ** 40, 1, 2, (2 ** 40 - 2) / 2],
    [300, 0, 0.1, 3000],
    [30, 0, 31, 0],
  ])('of %d B from %d B on, by %d B each, takes %d submissions', (limitBytes, baseBytes, leak, count) => {
    expect(growth({ limitBytes, baseBytes, leakBytesPerSubmission: leak }).submissionsToOom).toBe(count);
  });

  it('that is larger is restarted no more often, and that which leaks more no less', () => {
    fc.assert(
      fc.property(givenLeak, fc.integer({ min: 1, max: 2 ** 30 }), ({ share, ...request }, more) => {
        const baseBytes = Math.floor(request.limitBytes * share);
        const period = (change: object) =>
          growth({ ...request, baseBytes, ...change }).restartEveryMs ?? Number.POSITIVE_INFINITY;
        const now = period({});
        const limitBytes = Math.min(2 ** 40, request.limitBytes + more);
        expect(period({ limitBytes })).toBeGreaterThanOrEqual(now);
        const leakBytesPerSubmission = request.leakBytesPerSubmission + more;
        expect(period({ leakBytesPerSubmission })).toBeLessThanOrEqual(now);
      }),
    );
  });

  it('is answered with numbers or nulls, or rejected with field and remedy, for any numbers whatever', () => {
    const number = fc.double();
    const any = fc.record(
      {
        ...{ limitBytes: number, baseBytes: number, submissionsPerSecond: number, safetyRatio: number },
        ...{ leakBytesPerSubmission: number, leakedClassesPerSubmission: number },
        observed: fc.array(
          fc.record(
            { atMs: number, submissions: number, metaspaceUsedBytes: number },
            { requiredKeys: ['metaspaceUsedBytes'] },
          ),
          { maxLength: 6 },
        ),
      },
      { requiredKeys: ['limitBytes'] },
    );
    fc.assert(
      fc.property(any, (request) => {
        const outcome = metaspaceGrowth(request);
        if (outcome.kind === 'ok') return checkSteps(outcome.value.steps, IDS);
        for (const { message } of outcome.rejections) expect(message).toMatch(/^must .+: .+/);
      }),
    );
  });

  it('that fills too slowly for any number is never full', () => {
    const slow = growth({ ...LEAKING, leakBytesPerSubmission: 5e-324 });
    expect(slow).toMatchObject({
      verdict: 'LEAK',
      submissionsToOom: null,
      oomAfterMs: null,
      restartEveryMs: null,
    });
  });

  const observed = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 2 ** 40 })), {
      minLength: 3,
      maxLength: 30,
    })
    .map((rows) => {
      let at = 0;
      return rows.map(([step, metaspaceUsedBytes]) => {
        at += step;
        return { atMs: at, submissions: at, metaspaceUsedBytes };
      });
    });

  it('lies within its interval, and leaks only where all of that is above nothing', () => {
    fc.assert(
      fc.property(observed, fc.boolean(), (points, byTime) => {
        const answer = growth({
          limitBytes: 2 ** 38,
          observed: byTime ? withoutSubmissions(points) : points,
        });
        const estimate = answer.leakBytesPerSubmission ?? answer.growthBytesPerSecond;
        if (estimate === null) throw new Error('a series gives an estimate');
        expect(estimate.low).toBeLessThanOrEqual(estimate.value);
        expect(estimate.value).toBeLessThanOrEqual(estimate.high);
        expect(answer.verdict).toBe(estimate.low > 0 ? 'LEAK' : 'NO_LEAK');
        expect(answer.restartEveryMs === null).toBe(answer.verdict === 'NO_LEAK');
      }),
    );
  });

  it('grows as before when the clock starts elsewhere and every reading is higher by as much', () => {
    fc.assert(
      fc.property(observed, fc.integer({ min: 0, max: 1e9 }), (points, more) => {
        const slope = (by: number) =>
          growth({
            limitBytes: 2 ** 38,
            observed: points.map(({ atMs, metaspaceUsedBytes }) => ({
              atMs: atMs + by,
              metaspaceUsedBytes: metaspaceUsedBytes + by,
            })),
          }).growthBytesPerSecond?.value;
        expect(slope(more)).toBe(slope(0));
      }),
    );
  });
});

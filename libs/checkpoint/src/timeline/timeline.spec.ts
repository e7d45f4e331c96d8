import { checkSteps } from '@plimsoll/testing';
import type { TimelineRequest } from './request.js';
import type { Timeline } from './result.js';
import { CoordinatorRun } from './run.js';
import { coordinatorSettings } from './settings.js';
import { checkpointTimeline } from './timeline.js';

const REQUEST: TimelineRequest = {
  flinkVersion: '1.20',
  intervalMs: 1000,
  minPauseMs: 0,
  timeoutMs: 600_000,
  maxConcurrent: 1,
  tolerableFailures: 0,
  durationsMs: [100],
  horizonMs: 5000,
  firstTriggerMs: 500,
};
const NEVER = 1e12;
const DAY = 86_400_000;

const timeline = (changes: Partial<TimelineRequest> = {}): Timeline => {
  const outcome = checkpointTimeline({ ...REQUEST, ...changes });
  if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome.rejections));
  checkSteps(outcome.value.steps, []);
  return outcome.value;
};
const triggers = (changes: Partial<TimelineRequest>) =>
  timeline(changes).checkpoints.map(({ triggerMs }) => triggerMs);
const pointers = (changes: Partial<TimelineRequest>): string[] => {
  const outcome = checkpointTimeline({ ...REQUEST, ...changes });
  return outcome.kind === 'ok' ? [] : outcome.rejections.map(({ pointer }) => pointer);
};
const rules = (changes: Partial<TimelineRequest>) => timeline(changes).findings.map(({ ruleId }) => ruleId);

describe('when Flink triggers', () => {
  it('keeps a fixed rate while checkpoints are shorter than the interval', () => {
    expect(triggers({})).toEqual([500, 1500, 2500, 3500, 4500]);
  });

  it('runs back to back, without a gap, where they are longer and there is no min pause', () => {
    expect(triggers({ durationsMs: [1200] })).toEqual([500, 1700, 2900, 4100]);
  });

  it('raises the interval to the min pause', () => {
    expect(triggers({ minPauseMs: 2000, firstTriggerMs: 0 })).toEqual([0, 2100, 4200]);
  });

  it('waits for the min pause after a completion, and keeps its fixed rate from there', () => {
    expect(
      triggers({ intervalMs: 500, minPauseMs: 300, durationsMs: [300, 50, 50], firstTriggerMs: 0 }),
    ).toEqual([0, 600, 1100, 1600, 2200, 2700, 3200, 3800, 4300, 4800]);
  });

  it('drops one request for each look into the queue within the min pause: two after the very first completion, then three', () => {
    const dropped = (durationsMs: readonly number[], horizonMs: number) =>
      timeline({ minPauseMs: 500, durationsMs, horizonMs, firstTriggerMs: 0 }).counts.dropped;
    expect(dropped([4400, NEVER], 5000)).toBe(2);
    expect(dropped([1, 4400, NEVER], 6000)).toBe(3);
  });

  it('lets a burst follow one slow checkpoint where there is no min pause', () => {
    expect(
      triggers({
        durationsMs: [2600, ...Array(20).fill(50)],
        intervalMs: 1000,
        firstTriggerMs: 0,
        horizonMs: 4500,
      }),
    ).toEqual([0, 2600, 2650, 3000, 4000]);
  });

  it('does not wait for the min pause after a checkpoint that failed', () => {
    const { checkpoints } = timeline({
      minPauseMs: 900,
      timeoutMs: 1500,
      tolerableFailures: 100,
      durationsMs: [NEVER],
      firstTriggerMs: 0,
    });
    expect(checkpoints.map(({ triggerMs }) => triggerMs)).toEqual([0, 1500, 3000, 4500]);
  });

  it('overlaps checkpoints in spite of a min pause where two may run at once', () => {
    const { checkpoints } = timeline({
      intervalMs: 500,
      minPauseMs: 300,
      maxConcurrent: 2,
      durationsMs: [2500],
      phase: 'async',
      firstTriggerMs: 400,
      horizonMs: 6000,
    });
    expect(checkpoints.slice(0, 2)).toEqual([
      { id: 1, triggerMs: 400, endMs: 2900, status: 'COMPLETED' },
      { id: 2, triggerMs: 900, endMs: 5400, status: 'COMPLETED' },
    ]);
  });

  it('holds no more than 1000 requests', () => {
    const { counts, queueGrows } = timeline({
      durationsMs: [NEVER],
      timeoutMs: DAY,
      horizonMs: 1_500_000,
      firstTriggerMs: 0,
    });
    expect(counts).toEqual({ completed: 0, failed: 0, dropped: 499 });
    expect(queueGrows).toBe(true);
  });

  it.each([
    ['1.5', 1000],
    ['1.6', 600],
    ['1.20', 600],
    ['2.2', 600],
    ['2.3', 200],
  ])('first triggers in Flink %s at %i ms on average', (flinkVersion, expected) => {
    expect(triggers({ flinkVersion, minPauseMs: 200, firstTriggerMs: undefined })[0]).toBe(expected);
  });
});

describe('a backlog', () => {
  const BACKLOG = { intervalMs: 1000, firstTriggerMs: 0, horizonMs: 20_000, durationsMs: [10] };

  it('lets the scheduled tick fire, then takes its own interval, and comes back within one interval', () => {
    expect(triggers({ ...BACKLOG, backlog: [{ fromMs: 2500, toMs: 14_500, intervalMs: 5000 }] })).toEqual([
      0, 1000, 2000, 3000, 8000, 13_000, 15_500, 16_500, 17_500, 18_500, 19_500,
    ]);
  });

  it('stops checkpoints with an interval of 0, after the scheduled tick', () => {
    expect(triggers({ ...BACKLOG, backlog: [{ fromMs: 2500, toMs: 17_200, intervalMs: 0 }] })).toEqual([
      0, 1000, 2000, 3000, 18_200, 19_200,
    ]);
  });

  it('changes nothing before Flink 1.19, and says so', () => {
    const before = {
      ...BACKLOG,
      flinkVersion: '1.18',
      backlog: [{ fromMs: 0, toMs: 20_000, intervalMs: 0 }],
    };
    expect(triggers(before)).toHaveLength(20);
    expect(rules(before)).toContain('backlog-interval-unknown');
  });
});

describe('what becomes of a checkpoint', () => {
  it('completes within the timeout, to the millisecond, and expires beyond it', () => {
    const ends = (duration: number) =>
      timeline({ timeoutMs: 800, durationsMs: [duration], tolerableFailures: 99 });
    expect(ends(800).checkpoints[0]).toEqual({ id: 1, triggerMs: 500, endMs: 1300, status: 'COMPLETED' });
    expect(ends(801).checkpoints[0]).toEqual({ id: 1, triggerMs: 500, endMs: 1300, status: 'FAILED' });
  });

  it('fails the job with one failure in a row more than is tolerated, and whatever is pending with it', () => {
    const { checkpoints, jobFailedMs } = timeline({
      timeoutMs: 1500,
      tolerableFailures: 1,
      maxConcurrent: 2,
      durationsMs: [NEVER],
      firstTriggerMs: 0,
    });
    expect(jobFailedMs).toBe(2500);
    expect(checkpoints).toEqual([
      { id: 1, triggerMs: 0, endMs: 1500, status: 'FAILED' },
      { id: 2, triggerMs: 1000, endMs: 2500, status: 'FAILED' },
      { id: 3, triggerMs: 2000, endMs: 2500, status: 'FAILED' },
    ]);
  });

  it('counts failures in a row only: a success between them starts anew', () => {
    const { jobFailedMs, counts } = timeline({
      timeoutMs: 500,
      tolerableFailures: 1,
      durationsMs: [NEVER, 100],
      horizonMs: 100_000,
    });
    expect(jobFailedMs).toBeNull();
    expect(counts).toEqual({ completed: 50, failed: 50, dropped: 0 });
  });

  it('never fails the job by expiring before Flink 1.11', () => {
    const lives = timeline({ flinkVersion: '1.10', timeoutMs: 500, durationsMs: [NEVER] });
    expect(lives.jobFailedMs).toBeNull();
    expect(lives.counts.failed).toBe(5);
  });

  it('aborts older ones that are pending when a newer one completes', () => {
    const { checkpoints } = timeline({
      maxConcurrent: 2,
      durationsMs: [NEVER, 100],
      timeoutMs: DAY,
      horizonMs: 1800,
    });
    expect(checkpoints).toEqual([
      { id: 1, triggerMs: 500, endMs: 1600, status: 'FAILED' },
      { id: 2, triggerMs: 1500, endMs: 1600, status: 'COMPLETED' },
    ]);
  });

  it('lets the upload of an expired checkpoint delay the next one, in either phase', () => {
    for (const phase of ['async', 'sync'] as const) {
      const { checkpoints } = timeline({
        phase,
        timeoutMs: 1000,
        tolerableFailures: 9,
        durationsMs: [1600, 50],
        firstTriggerMs: 0,
        horizonMs: 3000,
      });
      expect(checkpoints[1]).toEqual({ id: 2, triggerMs: 1000, endMs: 1650, status: 'COMPLETED' });
    }
  });
});

describe('Flink before 1.11', () => {
  it('keeps one request at most, so no burst follows a slow checkpoint, and its ticks begin anew with it', () => {
    expect(
      triggers({
        flinkVersion: '1.8',
        durationsMs: [2600, ...Array(20).fill(50)],
        firstTriggerMs: 0,
        horizonMs: 6000,
      }),
    ).toEqual([0, 2600, 3600, 4600, 5600]);
  });

  it('waits for the min pause after that', () => {
    expect(
      triggers({
        flinkVersion: '1.8',
        durationsMs: [2600, 50],
        minPauseMs: 300,
        firstTriggerMs: 0,
        horizonMs: 4500,
      }),
    ).toEqual([0, 2900, 3900]);
  });
});

describe('what a timeline comes to', () => {
  it('is duty, free time and the longest way back, from the first trigger on', () => {
    const { dutyRatio, checkpointFreeRatio, longestStaleMs } = timeline({
      durationsMs: [250],
      horizonMs: 8500,
    });
    expect(dutyRatio).toBe(0.25);
    expect(checkpointFreeRatio).toBe(0.75);
    expect(longestStaleMs).toBe(1250);
  });

  it('counts overlapping checkpoints each in the duty, and once in the time that is not free', () => {
    const { dutyRatio, checkpointFreeRatio } = timeline({
      maxConcurrent: 3,
      durationsMs: [2000],
      horizonMs: 200_500,
    });
    expect(dutyRatio).toBeCloseTo(2, 1);
    expect(checkpointFreeRatio).toBe(0);
  });

  it.each<[string, Timeline['regime'], Partial<TimelineRequest>]>([
    ['an upload of 24.3 s each minute', 'REGULAR', { durationsMs: [24_300] }],
    ['20 GB a minute at 333 MB/s', 'DEGRADED', { durationsMs: [60_000] }],
    ['an upload of 75 s each minute', 'DEGRADED', { durationsMs: [75_000] }],
    ['the same with a min pause', 'GUARANTEED_PROGRESS', { durationsMs: [75_000], minPauseMs: 30_000 }],
    ['a min pause that never binds', 'REGULAR', { durationsMs: [24_300], minPauseMs: 10_000 }],
    ['overlapping uploads', 'DEGRADED', { durationsMs: [75_000], minPauseMs: 30_000, maxConcurrent: 2 }],
    [
      'expired uploads',
      'DEGRADED',
      { durationsMs: [NEVER], minPauseMs: 30_000, timeoutMs: 90_000, tolerableFailures: 1000 },
    ],
  ])('%s is %s', (_what, regime, changes) => {
    expect(timeline({ intervalMs: 60_000, horizonMs: 3_600_000, ...changes }).regime).toBe(regime);
  });

  it.each([
    { interval: 10, minPause: 10, duration: 5, cycle: 15, duty: 1 / 3, stale: 20 },
    { interval: 60, minPause: 0, duration: 75, cycle: 75, duty: 1, stale: 150 },
    { interval: 60, minPause: 0, duration: 60, cycle: 60, duty: 1, stale: 120 },
    { interval: 60, minPause: 15, duration: 30, cycle: 60, duty: 1 / 2, stale: 90 },
    { interval: 60, minPause: 45, duration: 30, cycle: 75, duty: 2 / 5, stale: 105 },
  ])('every $interval s with a pause of $minPause s and $duration s each: a cycle of $cycle s', (row) => {
    const { dutyRatio, longestStaleMs, steps } = timeline({
      intervalMs: row.interval * 1000,
      minPauseMs: row.minPause * 1000,
      durationsMs: [row.duration * 1000],
      firstTriggerMs: 1000,
      horizonMs: 901_000,
    });
    expect(steps.find(({ key }) => key === 'timeline.meanCycle')?.value).toBe(row.cycle * 1000);
    expect(dutyRatio).toBeCloseTo(row.duty, 12);
    expect(longestStaleMs).toBe(row.stale * 1000);
  });

  it.each([
    [[50, 50, 50, 2500], true],
    [[50, 50, 50, 1500], false],
  ])('with durations %j each half second, a queue that grows: %s', (durationsMs, grows) => {
    expect(timeline({ intervalMs: 500, durationsMs, horizonMs: 60_000 }).queueGrows).toBe(grows);
  });

  it('lists the first 10,000 and counts all', () => {
    const { checkpoints, truncated, counts } = timeline({ horizonMs: 1000 * 12_000 + 500 });
    expect(checkpoints).toHaveLength(10_000);
    expect(truncated).toBe(true);
    expect(counts.completed).toBe(12_000);
  });

  it('is empty, and free of checkpoints, where the horizon comes first', () => {
    const empty = timeline({ firstTriggerMs: 9000 });
    expect(empty.checkpoints).toEqual([]);
    expect(empty).toMatchObject({
      dutyRatio: 0,
      checkpointFreeRatio: 1,
      longestStaleMs: 5000,
      regime: 'REGULAR',
    });
  });
});

describe('what is refused', () => {
  it.each<[string, Partial<TimelineRequest>]>([
    ['/flinkVersion', { flinkVersion: '3.0' }],
    ['/intervalMs', { intervalMs: 9 }],
    ['/intervalMs', { intervalMs: 1000.5 }],
    ['/minPauseMs', { minPauseMs: -1 }],
    ['/timeoutMs', { timeoutMs: 0 }],
    ['/maxConcurrent', { maxConcurrent: 0 }],
    ['/maxConcurrent', { maxConcurrent: 2, unaligned: true }],
    ['/tolerableFailures', { tolerableFailures: -1 }],
    ['/durationsMs', { durationsMs: [] }],
    ['/durationsMs/1', { durationsMs: [1, -1] }],
    ['/horizonMs', { horizonMs: 0 }],
    ['/horizonMs', { horizonMs: 1e12 }],
    ['/firstTriggerMs', { firstTriggerMs: Number.NaN }],
    ['/backlog/0/toMs', { backlog: [{ fromMs: 5, toMs: 5, intervalMs: 0 }] }],
    [
      '/backlog/1/fromMs',
      {
        backlog: [
          { fromMs: 0, toMs: 9, intervalMs: 0 },
          { fromMs: 8, toMs: 20, intervalMs: 0 },
        ],
      },
    ],
  ])('names %s in %j', (pointer, changes) => {
    expect(pointers(changes)).toEqual([pointer]);
  });

  it('gives up a run with more events than may be', () => {
    const settings = coordinatorSettings(REQUEST, { major: 1, minor: 20 });
    const run = (mostEvents: number) => new CoordinatorRun(settings, REQUEST, 500).toTheHorizon(mostEvents);
    expect(run(9)).toBe('events');
    expect(run(10)).not.toBe('events');
  });

  it('refuses more in progress at once than any cluster could keep', () => {
    const many = {
      intervalMs: 10,
      maxConcurrent: 2_000_000,
      timeoutMs: DAY,
      durationsMs: [NEVER],
      horizonMs: 2e6,
    };
    expect(pointers(many)).toEqual(['/maxConcurrent']);
  });

  it('takes unaligned checkpoints, one at a time', () => {
    expect(pointers({ unaligned: true })).toEqual([]);
  });
});

describe('findings', () => {
  it.each<[string, Partial<TimelineRequest>]>([
    ['constantly-checkpointing', { durationsMs: [1500], horizonMs: 60_000 }],
    ['checkpoint-requests-pile-up', { durationsMs: [1500], horizonMs: 60_000 }],
    ['checkpoint-failures-fail-the-job', { durationsMs: [NEVER], timeoutMs: 100 }],
    ['no-checkpoint-completes', { durationsMs: [NEVER], timeoutMs: 100 }],
    ['min-pause-not-between-overlapping', { maxConcurrent: 2, minPauseMs: 100 }],
    ['min-pause-not-after-failures', { minPauseMs: 100, timeoutMs: 100, durationsMs: [NEVER] }],
    ['snapshots-one-by-one', { maxConcurrent: 2, phase: 'async' }],
    ['interval-raised-to-min-pause', { minPauseMs: 2000 }],
    ['first-trigger-at-random', { firstTriggerMs: undefined }],
    ['unaligned-checkpoints-unknown', { flinkVersion: '1.10', unaligned: true }],
    ['expired-checkpoints-not-counted', { flinkVersion: '1.9', timeoutMs: 100, durationsMs: [NEVER] }],
  ])('%s', (ruleId, changes) => {
    expect(rules(changes)).toContain(ruleId);
  });

  it('stand by severity, then by name', () => {
    const { findings } = timeline({
      firstTriggerMs: undefined,
      maxConcurrent: 2,
      minPauseMs: 100,
      phase: 'async',
      timeoutMs: 100,
      durationsMs: [NEVER],
      tolerableFailures: 999,
    });
    const order = ['error', 'warning', 'info'];
    const places = findings.map(({ severity, ruleId }) => `${order.indexOf(severity)} ${ruleId}`);
    expect(places.length).toBeGreaterThan(4);
    expect(places).toEqual([...places].sort());
  });

  it('has nothing to say of regular checkpoints', () => {
    expect(rules({})).toEqual([]);
  });
});

import { checkSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import type { TimelineRequest } from './request.js';
import type { Timeline } from './result.js';
import { checkpointTimeline } from './timeline.js';

const VERSIONS = ['1.3', '1.8', '1.10', '1.11', '1.13', '1.20', '2.1', '2.3'];
const milliseconds = (least: number, most: number) => fc.integer({ min: least, max: most });

const requests: fc.Arbitrary<TimelineRequest> = fc.record(
  {
    flinkVersion: fc.constantFrom(...VERSIONS),
    intervalMs: milliseconds(10, 3000),
    minPauseMs: fc.oneof(fc.constant(0), milliseconds(0, 3000)),
    timeoutMs: fc.oneof(milliseconds(10, 3000), milliseconds(3000, 600_000)),
    maxConcurrent: milliseconds(1, 4),
    tolerableFailures: milliseconds(0, 5),
    durationsMs: fc.array(milliseconds(0, 5000), { minLength: 1, maxLength: 6 }),
    horizonMs: milliseconds(1, 60_000),
    firstTriggerMs: milliseconds(0, 3000),
    overheadMs: milliseconds(0, 20),
    phase: fc.constantFrom('async' as const, 'sync' as const),
    backlog: fc.array(
      fc.record({
        fromMs: milliseconds(0, 10_000),
        toMs: milliseconds(10_001, 60_000),
        intervalMs: milliseconds(0, 9000),
      }),
      { maxLength: 1 },
    ),
  },
  {
    requiredKeys: [
      'flinkVersion',
      'intervalMs',
      'minPauseMs',
      'timeoutMs',
      'maxConcurrent',
      'tolerableFailures',
      'durationsMs',
      'horizonMs',
    ],
  },
);

const calculated = (request: TimelineRequest): Timeline => {
  const outcome = checkpointTimeline(request);
  if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
};

/** Holds for the timeline of every request. */
const holds = (property: (timeline: Timeline, request: TimelineRequest) => void, runs = 300): void => {
  fc.assert(
    fc.property(requests, (request) => property(calculated(request), request)),
    { numRuns: runs },
  );
};

describe('every timeline', () => {
  it('is the same for the same request, and its steps give its figures', () => {
    holds((timeline, request) => {
      expect(calculated(request)).toEqual(timeline);
      checkSteps(timeline.steps, []);
    });
  });

  it('numbers checkpoints from 1 in the order of their triggers, all before the horizon', () => {
    holds(({ checkpoints }, { horizonMs }) => {
      let last = 0;
      for (const [at, { id, triggerMs, endMs }] of checkpoints.entries()) {
        expect(id).toBe(at + 1);
        expect(triggerMs).toBeGreaterThanOrEqual(last);
        expect(triggerMs).toBeLessThan(horizonMs);
        if (endMs !== null) expect(endMs).toBeGreaterThanOrEqual(triggerMs);
        last = triggerMs;
      }
    });
  });

  it('has no more in progress at once than may be', () => {
    holds(({ checkpoints }, { maxConcurrent }) => {
      for (const { id, triggerMs } of checkpoints) {
        const others = checkpoints.filter(
          (other) => other.id < id && (other.endMs === null || other.endMs > triggerMs),
        );
        expect(others.length).toBeLessThan(maxConcurrent);
      }
    });
  });

  it('triggers nothing within the min pause after a completion', () => {
    holds(({ checkpoints }, { minPauseMs }) => {
      const completions = checkpoints.flatMap(({ endMs, status }) =>
        status === 'COMPLETED' && endMs !== null ? [endMs] : [],
      );
      for (const { triggerMs } of checkpoints) {
        const inPause = completions.filter((endMs) => endMs < triggerMs && triggerMs < endMs + minPauseMs);
        expect(inPause).toEqual([]);
      }
    });
  });

  it('lets no checkpoint outlast the timeout, and counts what it lists', () => {
    holds(({ checkpoints, counts, truncated }, { timeoutMs, horizonMs }) => {
      expect(truncated).toBe(false);
      const having = (status: string) =>
        checkpoints.filter((checkpoint) => checkpoint.status === status).length;
      expect(counts.completed).toBe(having('COMPLETED'));
      expect(counts.failed).toBe(having('FAILED'));
      for (const { triggerMs, endMs } of checkpoints) {
        expect((endMs ?? horizonMs) - triggerMs).toBeLessThanOrEqual(timeoutMs);
      }
    });
  });

  it('ends with the job: nothing is in progress after it failed', () => {
    holds(({ checkpoints, jobFailedMs }) => {
      if (jobFailedMs === null) return;
      for (const { endMs } of checkpoints) expect(endMs ?? Number.NaN).toBeLessThanOrEqual(jobFailedMs);
    });
  });

  it('has shares that agree with its checkpoints', () => {
    holds(({ checkpoints, dutyRatio, checkpointFreeRatio, longestStaleMs, jobFailedMs }, request) => {
      const untilMs = jobFailedMs ?? request.horizonMs;
      const observedMs = untilMs - (checkpoints[0]?.triggerMs ?? untilMs);
      let inProgressMs = 0;
      for (const { triggerMs, endMs } of checkpoints) inProgressMs += (endMs ?? untilMs) - triggerMs;
      if (observedMs > 0) expect(dutyRatio).toBeCloseTo(inProgressMs / observedMs, 9);
      expect(checkpointFreeRatio).toBeGreaterThanOrEqual(0);
      expect(checkpointFreeRatio).toBeLessThanOrEqual(1);
      if (request.maxConcurrent === 1) expect(dutyRatio + checkpointFreeRatio).toBeCloseTo(1, 9);
      expect(longestStaleMs).toBeLessThanOrEqual(untilMs);
    });
  });

  it('is degraded only where each checkpoint of its later half follows another without a gap', () => {
    holds(({ regime, checkpoints }, { horizonMs }) => {
      const late = checkpoints.filter(({ id, triggerMs }) => id > 1 && triggerMs >= horizonMs / 2);
      if (late.length < 2) return;
      const gapless = late.every(({ id, triggerMs }) =>
        checkpoints.some((other) => other.id < id && (other.endMs === null || other.endMs >= triggerMs)),
      );
      expect(regime === 'DEGRADED').toBe(gapless);
    });
  });

  it('is guaranteed progress only by a min pause', () => {
    holds(({ regime }, { minPauseMs }) => {
      if (regime === 'GUARANTEED_PROGRESS') expect(minPauseMs).toBeGreaterThan(0);
    });
  });
});

describe('any request', () => {
  const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, 1e15, Number.MAX_VALUE));

  it('is answered or refused, never thrown at', () => {
    const wild = fc.record(
      {
        flinkVersion: fc.oneof(fc.constantFrom(...VERSIONS), fc.string()),
        intervalMs: anyNumber,
        minPauseMs: anyNumber,
        timeoutMs: anyNumber,
        maxConcurrent: anyNumber,
        tolerableFailures: anyNumber,
        durationsMs: fc.array(anyNumber, { maxLength: 3 }),
        horizonMs: fc.oneof(fc.integer({ max: 100_000 }), fc.constantFrom(Number.NaN, 1e300)),
        firstTriggerMs: anyNumber,
        overheadMs: anyNumber,
        backlog: fc.array(fc.record({ fromMs: anyNumber, toMs: anyNumber, intervalMs: anyNumber }), {
          maxLength: 2,
        }),
      },
      {
        requiredKeys: [
          'flinkVersion',
          'intervalMs',
          'minPauseMs',
          'timeoutMs',
          'maxConcurrent',
          'tolerableFailures',
          'durationsMs',
          'horizonMs',
        ],
      },
    );
    fc.assert(
      fc.property(wild, (request) => {
        const outcome = checkpointTimeline(request);
        if (outcome.kind === 'rejected') expect(outcome.rejections.length).toBeGreaterThan(0);
        else expect(JSON.stringify(outcome.value)).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 500 },
    );
  });

  it('of an hour is answered alike when its durations are written out', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const twice = { ...request, durationsMs: [...request.durationsMs, ...request.durationsMs] };
        expect(calculated(twice)).toEqual(calculated(request));
      }),
      { numRuns: 50 },
    );
  });
});

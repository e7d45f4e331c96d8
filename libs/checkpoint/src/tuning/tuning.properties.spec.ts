import { checkSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { checkpointTimeline } from '../timeline/index.js';
import { givenFacts, type PlainFacts } from './given-facts.js';
import type { CheckpointObjectives } from './request.js';
import type { CheckpointTuning } from './result.js';
import { tuneCheckpoints } from './tune.js';

const RUNS = 300;
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const size = (from: number, to: number) => between(Math.log(from), Math.log(to)).map(Math.exp);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const state = fc.record({
  id: fc.constant('users'),
  entries: size(1, 1e10),
  snapshotEntryBytes: size(1, 1e4),
  updatesPerSecond: size(0.1, 1e7),
  keys: maybe(size(1, 1e10).map(Math.ceil)),
  zipfExponent: maybe(between(0, 2)),
});

const jobs: fc.Arbitrary<PlainFacts> = fc
  .record({
    stateBackend: fc.constantFrom('hashmap' as const, 'rocksdb' as const, 'forst' as const),
    states: fc
      .array(state, { maxLength: 2 })
      .map((list) => list.map((one, at) => ({ ...one, id: `op${at}` }))),
    machines: fc.integer({ min: 1, max: 200 }),
    capacity: size(1e6, 1e11),
    load: between(0, 1.1),
    readBackRatio: maybe(between(0, 2)),
    uploadLimit: maybe(size(1e5, 1e10)),
    recordsPerSecond: fc.oneof(fc.constant(0), size(1, 1e7)),
    spare: between(0.9, 4),
    exactlyOnceSink: fc.boolean(),
    inFlight: maybe(size(1, 1e9)),
    sync: between(0, 5000),
  })
  .map(({ capacity, load, spare, inFlight, ...job }) => ({
    ...job,
    networkOut: { capacity, load: capacity * load },
    networkIn: { capacity, load: (capacity * load) / 2 },
    capacityRecordsPerSecond: Math.max(1, job.recordsPerSecond * spare),
    exchanges: inFlight === undefined ? [] : [{ id: 'hop', inFlightBytes: inFlight, bytesPerSecond: 1e7 }],
  }));

const wishes: fc.Arbitrary<CheckpointObjectives> = fc.record(
  {
    maxRecoveryMs: size(1000, 1e8),
    maxReprocessMs: size(1000, 1e8),
    maxSinkLatencyMs: size(1000, 1e8),
    maxLagMs: size(1000, 1e8),
    maxDutyRatio: between(0.05, 0.95),
    targetUtilization: between(0.1, 1),
  },
  { requiredKeys: [] },
);

const settings = fc.record({
  interval: size(10, 1e7).map(Math.ceil),
  minPause: maybe(fc.integer({ min: 0, max: 1e6 })),
  incremental: fc.boolean(),
});

function tuned(
  facts: PlainFacts,
  rest: Omit<Parameters<typeof tuneCheckpoints>[0], 'facts'> = {},
): CheckpointTuning {
  const outcome = tuneCheckpoints({ facts: givenFacts(facts), ...rest });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

describe('any tuning', () => {
  it('recommends an interval within the feasible range that it reports, which misses no objective', () => {
    fc.assert(
      fc.property(jobs, wishes, maybe(settings), (facts, objectives, checkpointing) => {
        const answer = tuned(facts, { objectives, checkpointing });
        expect(answer.feasible).toBe(answer.intervalMs !== null);
        if (answer.intervalMs === null) return;
        const { lowerMs, upperMs } = answer.feasibleInterval;
        expect(answer.intervalMs).toBeGreaterThanOrEqual(lowerMs ?? Number.NaN);
        expect(answer.intervalMs).toBeLessThanOrEqual(upperMs ?? Number.POSITIVE_INFINITY);
        expect(answer.proposal?.misses).toEqual([]);
        expect(answer.proposal?.pace?.effectiveIntervalMs).toBeLessThanOrEqual(
          answer.intervalMs * (1 + 1e-9),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('shows steps that compute what they say, each once', () => {
    fc.assert(
      fc.property(jobs, wishes, maybe(settings), (facts, objectives, checkpointing) => {
        checkSteps(tuned(facts, { objectives, checkpointing }).steps);
      }),
      { numRuns: 60 },
    );
  });

  it('with more bandwidth has no longer checkpoint and no narrower range', () => {
    fc.assert(
      fc.property(jobs, wishes, settings, between(1, 10), (facts, objectives, checkpointing, more) => {
        const wide = (way: { capacity: number; load?: number }) => ({
          ...way,
          capacity: way.capacity * more,
        });
        const wider = {
          ...facts,
          networkOut: wide(facts.networkOut),
          networkIn: wide(facts.networkIn),
          ...(facts.uploadLimit === undefined ? {} : { uploadLimit: facts.uploadLimit * more }),
        };
        const before = tuned(facts, { objectives, checkpointing });
        const after = tuned(wider, { objectives, checkpointing });
        const duration = ({ current }: CheckpointTuning): number =>
          current?.checkpoint.durationMs ?? Number.POSITIVE_INFINITY;
        expect(duration(after)).toBeLessThanOrEqual(duration(before) * (1 + 1e-9));
        if (before.feasible) expect(after.feasible).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('promises the regime that a simulated timeline shows', () => {
    fc.assert(
      fc.property(jobs, wishes, (facts, objectives) => {
        const answer = tuned(facts, { objectives });
        const { proposal, intervalMs, minPauseMs, timeoutMs } = answer;
        const durationMs = proposal?.checkpoint.durationMs ?? null;
        if (intervalMs === null || minPauseMs === null || timeoutMs === null || durationMs === null) return;
        const outcome = checkpointTimeline({
          flinkVersion: '1.20',
          intervalMs,
          minPauseMs,
          timeoutMs,
          maxConcurrent: answer.maxConcurrent,
          tolerableFailures: answer.tolerableFailures ?? 0,
          durationsMs: [durationMs],
          horizonMs: intervalMs * 20,
        });
        if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
        expect(outcome.value.regime).toBe(proposal?.pace?.regime);
        expect(outcome.value.counts.failed).toBe(0);
        expect(outcome.value.dutyRatio).toBeLessThanOrEqual((objectives.maxDutyRatio ?? 0.5) * 1.1 + 1e-9);
      }),
      { numRuns: RUNS },
    );
  });
});

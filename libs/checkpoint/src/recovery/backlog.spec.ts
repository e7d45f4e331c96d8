import { checkSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { profileBacklog } from './backlog.js';
import { sinusoidalBacklog } from './sinusoidal-day.js';

const DAY = 86_400_000;
const STEPS = 1440;

const profile = (recordsPerSecond: readonly number[], capacityRecordsPerSecond: number, stepMs = 1000) => {
  const outcome = profileBacklog({ recordsPerSecond, capacityRecordsPerSecond, stepMs });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
};

const day = (mean: number, amplitude: number, capacity: number) =>
  sinusoidalBacklog({
    meanRecordsPerSecond: mean,
    amplitudeRecordsPerSecond: amplitude,
    periodMs: DAY,
    capacityRecordsPerSecond: capacity,
  });

describe('a backlog under a changing load', () => {
  it.each([
    { rates: [50, 50], capacity: 100, max: 0, age: 0 },
    { rates: [200, 0], capacity: 100, max: 100, age: 500 },
    { rates: [100, 100], capacity: 0, max: 200, age: 2000 },
    { rates: [300, 0, 0], capacity: 100, max: 200, age: 1333.333 },
    { rates: [400, 0, 100], capacity: 100, max: 300, age: 2250 },
  ])('of $rates per second, capacity $capacity', ({ rates, capacity, max, age }) => {
    const got = profile(rates, capacity);
    expect(got.maxBacklogRecords).toBe(max);
    expect(got.maxAgeMs).toBeCloseTo(age, 2);
  });

  it('never drains without capacity', () => {
    expect(profile([1], 0).maxDrainMs).toBeNull();
  });

  it('keeps every record: what came is worked off or lies there', () => {
    const rates = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(rates, fc.integer({ min: 0, max: 1000 }), (load, capacity) => {
        const { backlogRecords } = profile(load, capacity);
        backlogRecords.forEach((backlog, at) => {
          const before = backlogRecords[at - 1] ?? 0;
          const done = before + (load[at] ?? 0) - backlog;
          expect(done).toBeGreaterThanOrEqual(0);
          expect(done).toBeLessThanOrEqual(capacity);
        });
      }),
    );
  });

  it.each([
    {
      pointer: '/recordsPerSecond',
      request: { recordsPerSecond: [], stepMs: 1, capacityRecordsPerSecond: 1 },
    },
    {
      pointer: '/recordsPerSecond/1',
      request: { recordsPerSecond: [1, -1], stepMs: 1, capacityRecordsPerSecond: 1 },
    },
    { pointer: '/stepMs', request: { recordsPerSecond: [1], stepMs: 0, capacityRecordsPerSecond: 1 } },
  ])('is refused at $pointer', ({ pointer, request }) => {
    const outcome = profileBacklog(request);
    expect(outcome).toMatchObject({ kind: 'rejected', rejections: [{ pointer }] });
  });
});

describe('a sinusoidal day', () => {
  it('needs no queue where the capacity reaches the peak', () => {
    expect(day(100, 60, 160)).toMatchObject({ value: { maxBacklogRecords: 0, overloadMs: 0 } });
  });

  it.each([
    { pointer: '/capacityRecordsPerSecond', mean: 100, amplitude: 60, capacity: 100 },
    { pointer: '/amplitudeRecordsPerSecond', mean: 100, amplitude: 101, capacity: 150 },
  ])('is refused at $pointer', ({ pointer, mean, amplitude, capacity }) => {
    expect(day(mean, amplitude, capacity)).toMatchObject({ kind: 'rejected', rejections: [{ pointer }] });
  });

  it('is the queue of the same day step by step, within 1 %', () => {
    const shares = fc.tuple(
      fc.integer({ min: 20, max: 100 }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    );
    fc.assert(
      fc.property(shares, ([amplitude, spare]) => {
        const capacity = 100 + amplitude * spare;
        const stepMs = DAY / STEPS;
        const rates = Array.from(
          { length: 2 * STEPS },
          (_, at) => 100 + amplitude * Math.cos((2 * Math.PI * (at + 0.5 - STEPS / 2)) / STEPS),
        );
        const outcome = day(100, amplitude, capacity);
        if (outcome.kind === 'rejected') throw new Error('refused');
        checkSteps(outcome.value.steps);
        const { maxBacklogRecords } = profile(rates, capacity, stepMs);
        const perStep = (amplitude * stepMs) / 1000;
        expect(Math.abs(maxBacklogRecords - outcome.value.maxBacklogRecords)).toBeLessThanOrEqual(
          0.01 * outcome.value.maxBacklogRecords + perStep,
        );
      }),
    );
  });
});

import { type Outcome, ok, rejected } from '@plimsoll/units';
import { LARGEST, ValueChecks } from '../value-checks.js';

/** A load that swings like a day (F3.1): `mean + amplitude × cos(2π × time ÷ period)`, its peak at time 0. */
export interface SinusoidalBacklogRequest {
  readonly meanRecordsPerSecond: number;
  readonly amplitudeRecordsPerSecond: number;
  readonly periodMs: number;
  readonly capacityRecordsPerSecond: number;
}

export interface SinusoidalBacklog {
  readonly maxBacklogRecords: number;
  /** How long the load exceeds the capacity in each period. */
  readonly overloadMs: number;
  /** From the peak to an empty queue. */
  readonly drainedAfterPeakMs: number;
}

/** Rejects a capacity that is not above the mean, for the backlog grows for ever, and an amplitude above the mean. */
export function sinusoidalBacklog(request: SinusoidalBacklogRequest): Outcome<SinusoidalBacklog> {
  const rejections = check(request);
  if (rejections.length > 0) return rejected(...rejections);
  const {
    meanRecordsPerSecond: mean,
    amplitudeRecordsPerSecond: amplitude,
    periodMs,
    capacityRecordsPerSecond: capacity,
  } = request;
  const spare = capacity - mean;
  if (spare >= amplitude) return ok({ maxBacklogRecords: 0, overloadMs: 0, drainedAfterPeakMs: 0 });
  const phase = Math.acos(spare / amplitude);
  const period = periodMs / 1000;
  return ok({
    maxBacklogRecords: (period / Math.PI) * (amplitude * Math.sin(phase) - spare * phase),
    overloadMs: (phase * periodMs) / Math.PI,
    drainedAfterPeakMs: (drainedAt(phase, amplitude, spare) * periodMs) / (2 * Math.PI),
  });
}

const HALVINGS = 100;

/** The angle after the peak at which as much was worked off as had piled up since the angle −phase, by bisection. */
function drainedAt(phase: number, amplitude: number, spare: number): number {
  let [low, high] = [phase, 2 * Math.PI - phase];
  for (let at = 0; at < HALVINGS; at++) {
    const angle = (low + high) / 2;
    const left = amplitude * (Math.sin(angle) + Math.sin(phase)) - spare * (angle + phase);
    if (left > 0) low = angle;
    else high = angle;
  }
  return (low + high) / 2;
}

function check(request: SinusoidalBacklogRequest) {
  const checks = new ValueChecks();
  const rate = { min: 0, max: LARGEST, remedy: 'give records per second' };
  checks.number('/meanRecordsPerSecond', request.meanRecordsPerSecond, rate);
  checks.number('/amplitudeRecordsPerSecond', request.amplitudeRecordsPerSecond, {
    min: 0,
    max: request.meanRecordsPerSecond,
    remedy: 'a load that swings further than its mean would be negative at night',
  });
  checks.number('/periodMs', request.periodMs, { min: 1, max: LARGEST, remedy: 'give the length of a day' });
  checks.number('/capacityRecordsPerSecond', request.capacityRecordsPerSecond, rate);
  if (request.capacityRecordsPerSecond <= request.meanRecordsPerSecond) {
    checks.reject(
      '/capacityRecordsPerSecond',
      `must be above the mean load of ${request.meanRecordsPerSecond} records per second, for otherwise the backlog grows for ever: give more capacity`,
      request.capacityRecordsPerSecond,
    );
  }
  return checks.rejections;
}

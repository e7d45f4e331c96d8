import { derive, flatten, formula, given, type Step } from '@plimsoll/trace';
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
  /** From the peak to an empty queue; found by bisection, so it is no step. */
  readonly drainedAfterPeakMs: number;
  readonly steps: readonly Step[];
}

/** The load exceeds the capacity from this angle before the peak to this angle after it. */
const OVERLOAD_ANGLE = formula({
  reference: 'F3.1',
  label: 'Half of the overload as an angle of the day',
  unit: 'ratio',
  inputs: { capacity: 'perSecond', meanLoad: 'perSecond', amplitude: 'perSecond' },
  text: 'arccos((capacity − meanLoad) ÷ amplitude)',
  compute: ({ capacity, meanLoad, amplitude }) => Math.acos((capacity - meanLoad) / amplitude),
});

const OVERLOAD = formula({
  reference: 'F3.1',
  label: 'Overload in each period',
  unit: 'ms',
  inputs: { angle: 'ratio', period: 'ms' },
  text: 'angle × period ÷ π',
  compute: ({ angle, period }) => (angle * period) / Math.PI,
});

const MAX_BACKLOG = formula({
  reference: 'F3.1',
  label: 'Greatest backlog',
  unit: 'count',
  inputs: {
    period: 'ms',
    amplitude: 'perSecond',
    angle: 'ratio',
    capacity: 'perSecond',
    meanLoad: 'perSecond',
  },
  text: 'period ÷ 1 s ÷ π × (amplitude × sin(angle) − (capacity − meanLoad) × angle)',
  compute: ({ period, amplitude, angle, capacity, meanLoad }) =>
    (period / 1000 / Math.PI) * (amplitude * Math.sin(angle) - (capacity - meanLoad) * angle),
});

/** Rejects a capacity that is not above the mean, for the backlog grows for ever, and an amplitude above the mean. */
export function sinusoidalBacklog(request: SinusoidalBacklogRequest): Outcome<SinusoidalBacklog> {
  const rejections = check(request);
  if (rejections.length > 0) return rejected(...rejections);
  const { amplitudeRecordsPerSecond, periodMs, meanRecordsPerSecond, capacityRecordsPerSecond } = request;
  const spare = capacityRecordsPerSecond - meanRecordsPerSecond;
  if (spare >= amplitudeRecordsPerSecond) {
    return ok({ maxBacklogRecords: 0, overloadMs: 0, drainedAfterPeakMs: 0, steps: [] });
  }
  const amplitude = given('perSecond', amplitudeRecordsPerSecond, '/amplitudeRecordsPerSecond');
  const capacity = given('perSecond', capacityRecordsPerSecond, '/capacityRecordsPerSecond');
  const meanLoad = given('perSecond', meanRecordsPerSecond, '/meanRecordsPerSecond');
  const period = given('ms', periodMs, '/periodMs');
  const angle = derive('overloadAngle', OVERLOAD_ANGLE, { capacity, meanLoad, amplitude });
  const overload = derive('overload', OVERLOAD, { angle, period });
  const backlog = derive('maxBacklog', MAX_BACKLOG, { period, amplitude, angle, capacity, meanLoad });
  const drained = drainedAt(angle.value, amplitudeRecordsPerSecond, spare);
  return ok({
    maxBacklogRecords: backlog.value,
    overloadMs: overload.value,
    drainedAfterPeakMs: (drained * periodMs) / (2 * Math.PI),
    steps: flatten([overload, backlog]),
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

export const SINUSOIDAL_DAY_FORMULAS = [OVERLOAD_ANGLE, OVERLOAD, MAX_BACKLOG];

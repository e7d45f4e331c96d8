import type { Rejection } from '@plimsoll/units';
import { type Bounds, ValueChecks } from '../value-checks.js';
import { COUNT, checkLength, checkOrder, RATE, SIZE, TIME } from './check-series.js';
import type { MetaspaceGrowthRequest, MetaspacePoint } from './request.js';

/** A JVM takes sizes of metaspace from a few megabytes up; beyond a tebibyte no process goes. */
const LIMIT: Bounds = {
  min: 1,
  max: 2 ** 40,
  remedy: 'give the limit of metaspace in bytes, such as 268435456',
};
const SAFETY: Bounds = {
  min: 0.01,
  max: 1,
  remedy: 'give a part of the time to a full metaspace, such as 0.8',
};

/** Every value that tells no growth of metaspace. */
export function checkMetaspaceGrowth(request: MetaspaceGrowthRequest): readonly Rejection[] {
  const checks = new ValueChecks();
  const { limitBytes, baseBytes, observed } = request;
  checks.number('/limitBytes', limitBytes, LIMIT);
  checks.number('/baseBytes', baseBytes, SIZE);
  checks.number('/leakBytesPerSubmission', request.leakBytesPerSubmission, SIZE);
  checks.number('/leakedClassesPerSubmission', request.leakedClassesPerSubmission, COUNT);
  checks.number('/submissionsPerSecond', request.submissionsPerSecond, RATE);
  checks.number('/safetyRatio', request.safetyRatio, SAFETY);
  if (baseBytes !== undefined && baseBytes >= limitBytes) {
    checks.reject('/baseBytes', 'must be below limitBytes: a process with more does not start', baseBytes);
  }
  checkSource(checks, request);
  if (observed !== undefined) checkPoints(checks, observed);
  return checks.rejections;
}

/** Just one of the three ways to say what grows. */
function checkSource(checks: ValueChecks, request: MetaspaceGrowthRequest): void {
  const { leakBytesPerSubmission, leakedClassesPerSubmission, observed, baseBytes } = request;
  const ways = [leakBytesPerSubmission, leakedClassesPerSubmission, observed].filter(
    (way) => way !== undefined,
  );
  if (ways.length !== 1) {
    checks.reject(
      '',
      `must have one of leakBytesPerSubmission, leakedClassesPerSubmission and observed, but has ${ways.length}: keep the one that was measured`,
    );
  }
  if (observed === undefined && baseBytes === undefined) {
    checks.reject(
      '/baseBytes',
      'must be given where no series is observed: metaspace used just after the start',
    );
  }
}

function checkPoints(checks: ValueChecks, points: readonly MetaspacePoint[]): void {
  checkLength(checks, points.length);
  points.forEach(({ atMs, submissions, metaspaceUsedBytes }, at) => {
    checks.number(`/observed/${at}/atMs`, atMs, TIME);
    checks.number(`/observed/${at}/submissions`, submissions, COUNT);
    checks.number(`/observed/${at}/metaspaceUsedBytes`, metaspaceUsedBytes, SIZE);
  });
  const times = points.map(({ atMs }) => atMs);
  const submissions = points.map((point) => point.submissions);
  const complete = (values: readonly (number | undefined)[]) => values.every((value) => value !== undefined);
  if (!complete(times) && !complete(submissions)) {
    checks.reject('/observed', 'must say atMs or submissions at every point: complete one of the two');
  }
  checkOrder(checks, 'atMs', times, 1);
  checkOrder(checks, 'submissions', submissions, 0);
  if (points.length > 0 && complete(submissions) && submissions[0] === submissions.at(-1)) {
    checks.reject(
      '/observed',
      'must have different numbers of submissions, or none: observe while jobs are submitted, or give atMs only',
    );
  }
}

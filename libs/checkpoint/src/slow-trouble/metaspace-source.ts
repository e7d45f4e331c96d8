import { derive, type Figure, given, parameter } from '@plimsoll/trace';
import {
  BASE_OF_SUBMISSIONS,
  BASE_OF_TIME,
  GROWTH,
  GROWTH_TREND,
  LEAK_OF_CLASSES,
  LEAK_TREND,
  SUBMISSION_RATE,
} from './metaspace-formulas.js';
import { BYTES_PER_CLASS, FEWEST_BYTES_PER_CLASS, MOST_BYTES_PER_CLASS } from './parameters.js';
import type { MetaspaceGrowthRequest, MetaspacePoint } from './request.js';
import type { MetaspaceGrowth } from './result.js';
import { trendOf } from './trend.js';

/** A figure with the ends of its interval; all three are one where it was given. */
export interface Ranged<U extends 'bytes' | 'bytesPerSecond'> {
  readonly value: Figure<U>;
  readonly low: Figure<U>;
  readonly high: Figure<U>;
}

/** What grows, from wherever it is known. */
export interface GrowthSource {
  readonly basis: MetaspaceGrowth['basis'];
  readonly leak: Ranged<'bytes'> | null;
  readonly growth: Ranged<'bytesPerSecond'> | null;
  readonly base: Figure<'bytes'>;
  readonly submissionsPerSecond: Figure<'perSecond'> | null;
}

export function growthSource(request: MetaspaceGrowthRequest): GrowthSource {
  const { observed } = request;
  if (observed === undefined) return ofRequest(request);
  return observed.every(({ submissions }) => submissions !== undefined)
    ? ofSubmissions(request, observed)
    : ofTime(request, observed);
}

function ofRequest(request: MetaspaceGrowthRequest): GrowthSource {
  const leak = givenLeak(request);
  const submissionsPerSecond = givenRate(request);
  const base = given('bytes', request.baseBytes ?? 0, '/baseBytes');
  const growth = growthOf(leak, submissionsPerSecond);
  return { basis: 'GIVEN', leak, growth, base, submissionsPerSecond };
}

function givenLeak({
  leakBytesPerSubmission,
  leakedClassesPerSubmission,
}: MetaspaceGrowthRequest): Ranged<'bytes'> {
  if (leakedClassesPerSubmission === undefined) {
    const value = given('bytes', leakBytesPerSubmission ?? 0, '/leakBytesPerSubmission');
    return { value, low: value, high: value };
  }
  const classes = given('count', leakedClassesPerSubmission, '/leakedClassesPerSubmission');
  const leak = (key: string, row: typeof BYTES_PER_CLASS) =>
    derive(`metaspace.leak${key}`, LEAK_OF_CLASSES, { classes, bytesPerClass: parameter(row) });
  return {
    value: leak('', BYTES_PER_CLASS),
    low: leak('.low', FEWEST_BYTES_PER_CLASS),
    high: leak('.high', MOST_BYTES_PER_CLASS),
  };
}

const givenRate = ({ submissionsPerSecond }: MetaspaceGrowthRequest): Figure<'perSecond'> | null =>
  submissionsPerSecond === undefined
    ? null
    : given('perSecond', submissionsPerSecond, '/submissionsPerSecond');

function growthOf(
  leak: Ranged<'bytes'>,
  submissionsPerSecond: Figure<'perSecond'> | null,
): Ranged<'bytesPerSecond'> | null {
  if (submissionsPerSecond === null) return null;
  const growth = (key: string, bytes: Figure<'bytes'>) =>
    derive(`metaspace.growth${key}`, GROWTH, { leak: bytes, submissionsPerSecond });
  const value = growth('', leak.value);
  return leak.low === leak.value
    ? { value, low: value, high: value }
    : { value, low: growth('.low', leak.low), high: growth('.high', leak.high) };
}

function ofSubmissions(request: MetaspaceGrowthRequest, points: readonly MetaspacePoint[]): GrowthSource {
  const series = points.map(({ submissions, metaspaceUsedBytes }) => ({
    x: submissions ?? 0,
    y: metaspaceUsedBytes,
  }));
  const trend = trendOf('metaspace.leak', LEAK_TREND, series, '/observed');
  const leak = { value: trend.slope, low: trend.low, high: trend.high };
  const base = derive('metaspace.base', BASE_OF_SUBMISSIONS, {
    meanUsed: given('bytes', trend.meanY, '/observed'),
    leak: trend.slope,
    meanSubmissions: given('count', trend.meanX, '/observed'),
  });
  const submissionsPerSecond = givenRate(request) ?? observedRate(points);
  const growth = growthOf(leak, submissionsPerSecond);
  return {
    basis: 'OBSERVED_BY_SUBMISSIONS',
    leak,
    growth,
    base: stated(request) ?? base,
    submissionsPerSecond,
  };
}

function observedRate(points: readonly MetaspacePoint[]): Figure<'perSecond'> | null {
  if (!points.every(({ atMs }) => atMs !== undefined)) return null;
  const [first, last] = [points[0], points.at(-1)];
  return derive('metaspace.submissionsPerSecond', SUBMISSION_RATE, {
    submissions: given('count', (last?.submissions ?? 0) - (first?.submissions ?? 0), '/observed'),
    time: given('ms', (last?.atMs ?? 0) - (first?.atMs ?? 0), '/observed'),
  });
}

function ofTime(request: MetaspaceGrowthRequest, points: readonly MetaspacePoint[]): GrowthSource {
  const begin = points[0]?.atMs ?? 0;
  const series = points.map(({ atMs, metaspaceUsedBytes }) => ({
    x: ((atMs ?? 0) - begin) / 1000,
    y: metaspaceUsedBytes,
  }));
  const trend = trendOf('metaspace.growth', GROWTH_TREND, series, '/observed');
  const base = derive('metaspace.base', BASE_OF_TIME, {
    meanUsed: given('bytes', trend.meanY, '/observed'),
    growth: trend.slope,
    meanTime: given('ms', trend.meanX * 1000, '/observed'),
  });
  return {
    basis: 'OBSERVED_BY_TIME',
    leak: null,
    growth: { value: trend.slope, low: trend.low, high: trend.high },
    base: stated(request) ?? base,
    submissionsPerSecond: null,
  };
}

/** What a request says of a fresh start goes before what the line says of it. */
const stated = ({ baseBytes }: MetaspaceGrowthRequest): Figure<'bytes'> | null =>
  baseBytes === undefined ? null : given('bytes', baseBytes, '/baseBytes');

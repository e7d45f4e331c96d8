import { derive, type Figure, flatten, given, parameter } from '@plimsoll/trace';
import { type Outcome, ok, rejected } from '@plimsoll/units';
import { checkMetaspaceGrowth } from './check-metaspace.js';
import { unlessEndless } from './endless.js';
import {
  RESTART_PERIOD,
  SUBMISSIONS_TO_OOM,
  TIME_OF_SUBMISSIONS,
  TIME_TO_OOM,
} from './metaspace-formulas.js';
import { metaspaceRemarks } from './metaspace-remarks.js';
import { type GrowthSource, growthSource, type Ranged } from './metaspace-source.js';
import { RESTART_SAFETY } from './parameters.js';
import type { MetaspaceGrowthRequest } from './request.js';
import type { Estimate, MetaspaceGrowth } from './result.js';

/** When a session cluster that grows at this rate is out of metaspace; null: never, or not known when. */
interface Fill {
  readonly submissions: Figure<'count'> | null;
  readonly after: Figure<'ms'> | null;
}

const NEVER: Fill = { submissions: null, after: null };

/**
 * F10.2: how many submissions a session cluster takes before its metaspace is full, and how often to restart it. Growth is given, or
 * estimated by least squares from a series; where the 95 % confidence interval holds no growth, the answer is that there is no
 * leak. Bytes, milliseconds, submissions per second. Rejected: values out of bounds, a series of fewer than three points or
 * out of order.
 */
export function metaspaceGrowth(request: MetaspaceGrowthRequest): Outcome<MetaspaceGrowth> {
  const rejections = checkMetaspaceGrowth(request);
  if (rejections.length > 0) return rejected(...rejections);
  const source = growthSource(request);
  const limit = given('bytes', request.limitBytes, '/limitBytes');
  const grows = source.leak ?? source.growth;
  const leaks = grows !== null && (source.basis === 'GIVEN' ? grows.value : grows.low).value > 0;
  const fill = leaks ? fillOf(source, limit, 'value') : NEVER;
  const soonest = fillOf(source, limit, 'high');
  const inFuture = leaks ? fromLastPoint(request, source, limit) : null;
  const safety =
    request.safetyRatio === undefined
      ? parameter(RESTART_SAFETY)
      : given('ratio', request.safetyRatio, '/safetyRatio');
  const restart =
    fill.after === null
      ? null
      : derive('metaspace.restartEvery', RESTART_PERIOD, { oomAfter: fill.after, safety });
  const ends = [source.leak, source.growth].flatMap((range) =>
    range === null ? [] : [range.value, range.low, range.high],
  );
  const others = [fill.submissions, fill.after, soonest.after, inFuture, restart].filter(
    (one) => one !== null,
  );
  const growth: Omit<MetaspaceGrowth, 'remarks'> = {
    verdict: leaks ? 'LEAK' : 'NO_LEAK',
    basis: source.basis,
    leakBytesPerSubmission: estimate(source.leak),
    growthBytesPerSecond: estimate(source.growth),
    baseBytes: source.base.value,
    submissionsToOom: fill.submissions?.value ?? null,
    oomAfterMs: fill.after?.value ?? null,
    soonestOomAfterMs: soonest.after?.value ?? null,
    oomInMs: inFuture?.value ?? null,
    restartEveryMs: restart?.value ?? null,
    steps: flatten([...ends, source.base, ...others]),
  };
  return ok({ ...growth, remarks: metaspaceRemarks(request, growth) });
}

const estimate = <U extends 'bytes' | 'bytesPerSecond'>(range: Ranged<U> | null): Estimate | null =>
  range === null ? null : { value: range.value.value, low: range.low.value, high: range.high.value };

/** From a fresh start, by the estimate or by the upper end of its interval. */
function fillOf(source: GrowthSource, limit: Figure<'bytes'>, end: 'value' | 'high'): Fill {
  const { growth, base } = source;
  const key = end === 'value' ? '' : '.soonest';
  const leak = source.leak?.[end];
  if (leak !== undefined) return leak.value > 0 ? afterSubmissions(key, source, limit, leak) : NEVER;
  const rate = growth?.[end];
  if (rate === undefined || rate.value <= 0) return NEVER;
  const after = derive(`metaspace.oomAfter${key}`, TIME_TO_OOM, { limit, used: base, growth: rate });
  return { submissions: null, after: unlessEndless(after) };
}

function afterSubmissions(
  key: string,
  { base, submissionsPerSecond }: GrowthSource,
  limit: Figure<'bytes'>,
  leak: Figure<'bytes'>,
): Fill {
  const submissions = unlessEndless(
    derive(`metaspace.submissionsToOom${key}`, SUBMISSIONS_TO_OOM, { limit, base, leak }),
  );
  if (submissions === null || submissionsPerSecond === null) return { submissions, after: null };
  const after = derive(`metaspace.oomAfter${key}`, TIME_OF_SUBMISSIONS, {
    submissions,
    submissionsPerSecond,
  });
  return { submissions, after: unlessEndless(after) };
}

function fromLastPoint(
  { observed }: MetaspaceGrowthRequest,
  { growth }: GrowthSource,
  limit: Figure<'bytes'>,
): Figure<'ms'> | null {
  const last = observed?.at(-1);
  if (observed === undefined || last === undefined || growth === null) return null;
  const pointer = `/observed/${observed.length - 1}/metaspaceUsedBytes`;
  const used = given('bytes', last.metaspaceUsedBytes, pointer);
  return unlessEndless(derive('metaspace.oomIn', TIME_TO_OOM, { limit, used, growth: growth.value }));
}

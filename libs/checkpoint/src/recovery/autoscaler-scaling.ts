import { type DerivedFigure, derive, flatten, formula, given, type Step } from '@plimsoll/trace';
import { type Outcome, ok, rejected } from '@plimsoll/units';
import { LARGEST, ValueChecks } from '../value-checks.js';
import { autoscalerSettings } from './autoscaler.js';
import { TRUE_PROCESSING_RATE } from './capacity.js';
import type { AutoscalerSettings } from './request.js';
import { givenOrFlink } from './scope.js';

/** One operator as the autoscaler sees it. */
export interface ScalingRequest extends AutoscalerSettings {
  /** That were processed. */
  readonly recordsPerSecond: number;
  /** That arrive; default: as many as were processed. */
  readonly arrivingRecordsPerSecond?: number;
  readonly busyMsPerSecond: number;
  readonly lagRecords?: number;
  readonly parallelism: number;
  /** `job.autoscaler.vertex.min-parallelism`. */
  readonly minParallelism?: number;
  /** `job.autoscaler.vertex.max-parallelism`. */
  readonly vertexMaxParallelism?: number;
  /** Of the operator. Default: no limit but the vertex's. */
  readonly maxParallelism?: number;
  readonly scaleDownMaxFactor?: number;
  readonly scaleUpMaxFactor?: number;
}

export interface Scaling {
  /** Null: without input or never busy, so without end. */
  readonly trueProcessingRate: number | null;
  readonly targetCapacityRecordsPerSecond: number;
  readonly scaleFactor: number;
  /** Before it is aligned to key groups or partitions. */
  readonly newParallelism: number;
  readonly steps: readonly Step[];
}

const TARGET_WITH_LAG = formula({
  reference: 'F2.2',
  label: 'What the autoscaler aims for, with the lag that there is',
  unit: 'perSecond',
  inputs: {
    lag: 'count',
    recordsPerSecond: 'perSecond',
    restart: 'ms',
    catchUp: 'ms',
    utilization: 'ratio',
  },
  text: 'round(lag ÷ catchUp × 1 s + recordsPerSecond × restart ÷ catchUp + recordsPerSecond ÷ utilization)',
  evidence: 'verified',
  compute: ({ lag, recordsPerSecond, restart, catchUp, utilization }) =>
    Math.round(
      (lag / catchUp) * 1000 + (recordsPerSecond * restart) / catchUp + recordsPerSecond / utilization,
    ),
});

const LEAST_SCALE_FACTOR = formula({
  reference: 'F2.2',
  label: 'Scale factor of an operator that is never busy',
  unit: 'ratio',
  inputs: { scaleDownMaxFactor: 'ratio' },
  text: '1 − scaleDownMaxFactor',
  evidence: 'verified',
  compute: ({ scaleDownMaxFactor }) => 1 - scaleDownMaxFactor,
});

const SCALE_FACTOR = formula({
  reference: 'F2.2',
  label: 'Scale factor',
  unit: 'ratio',
  inputs: {
    target: 'perSecond',
    trueProcessingRate: 'perSecond',
    scaleDownMaxFactor: 'ratio',
    scaleUpMaxFactor: 'ratio',
  },
  text: 'clamp(target ÷ trueProcessingRate, 1 − scaleDownMaxFactor, 1 + scaleUpMaxFactor)',
  evidence: 'verified',
  compute: ({ target, trueProcessingRate, scaleDownMaxFactor, scaleUpMaxFactor }) =>
    Math.min(Math.max(target / trueProcessingRate, 1 - scaleDownMaxFactor), 1 + scaleUpMaxFactor),
});

const PARALLELISM = formula({
  reference: 'F2.2',
  label: 'Parallelism that the autoscaler proposes',
  unit: 'count',
  inputs: {
    scaleFactor: 'ratio',
    parallelism: 'count',
    minParallelism: 'count',
    vertexMaxParallelism: 'count',
    maxParallelism: 'count',
  },
  text: 'clamp(⌈scaleFactor × parallelism⌉, min(parallelism, minParallelism), min(maxParallelism, max(parallelism, vertexMaxParallelism)))',
  evidence: 'verified',
  compute: ({ scaleFactor, parallelism, minParallelism, vertexMaxParallelism, maxParallelism }) =>
    Math.min(
      Math.max(Math.ceil(scaleFactor * parallelism), Math.min(parallelism, minParallelism)),
      Math.min(maxParallelism, Math.max(parallelism, vertexMaxParallelism)),
    ),
});

/**
 * What Flink's autoscaler makes of one operator (F2.2): rates in records per second, times in milliseconds.
 * Source: `JobVertexScaler`, `AutoScalerUtils` of the Flink Kubernetes operator. Rejects values that no operator has.
 */
export function autoscalerScaling(request: ScalingRequest): Outcome<Scaling> {
  const rejections = check(request);
  if (rejections.length > 0) return rejected(...rejections);
  const { utilization, catchUp, restart } = autoscalerSettings(request);
  const recordsPerSecond = given('perSecond', request.recordsPerSecond, '/recordsPerSecond');
  const target = derive('target', TARGET_WITH_LAG, {
    lag: given('count', request.lagRecords ?? 0, '/lagRecords'),
    recordsPerSecond:
      request.arrivingRecordsPerSecond === undefined
        ? recordsPerSecond
        : given('perSecond', request.arrivingRecordsPerSecond, '/arrivingRecordsPerSecond'),
    restart,
    catchUp,
    utilization,
  });
  const rate =
    request.busyMsPerSecond === 0 || request.recordsPerSecond === 0
      ? null
      : derive('trueProcessingRate', TRUE_PROCESSING_RATE, {
          recordsPerSecond,
          busyPerSecond: given('ms', request.busyMsPerSecond, '/busyMsPerSecond'),
        });
  const factor = scaleFactor(request, target, rate);
  const parallelism = derive('parallelism', PARALLELISM, {
    scaleFactor: factor,
    parallelism: given('count', request.parallelism, '/parallelism'),
    minParallelism: givenOrFlink(
      'count',
      request.minParallelism,
      '/minParallelism',
      'job.autoscaler.vertex.min-parallelism',
      1,
    ),
    vertexMaxParallelism: givenOrFlink(
      'count',
      request.vertexMaxParallelism,
      '/vertexMaxParallelism',
      'job.autoscaler.vertex.max-parallelism',
      200,
    ),
    maxParallelism: given('count', request.maxParallelism ?? MOST_KEY_GROUPS, '/maxParallelism'),
  });
  return ok({
    trueProcessingRate: rate?.value ?? null,
    targetCapacityRecordsPerSecond: target.value,
    scaleFactor: factor.value,
    newParallelism: parallelism.value,
    steps: flatten([target, parallelism]),
  });
}

const MOST_KEY_GROUPS = 32_768;

function scaleFactor(
  { scaleDownMaxFactor, scaleUpMaxFactor }: ScalingRequest,
  target: DerivedFigure<'perSecond'>,
  rate: DerivedFigure<'perSecond'> | null,
): DerivedFigure<'ratio'> {
  const down = givenOrFlink(
    'ratio',
    scaleDownMaxFactor,
    '/scaleDownMaxFactor',
    'job.autoscaler.scale-down.max-factor',
    0.6,
  );
  if (rate === null) return derive('scaleFactor', LEAST_SCALE_FACTOR, { scaleDownMaxFactor: down });
  return derive('scaleFactor', SCALE_FACTOR, {
    target,
    trueProcessingRate: rate,
    scaleDownMaxFactor: down,
    scaleUpMaxFactor: givenOrFlink(
      'ratio',
      scaleUpMaxFactor,
      '/scaleUpMaxFactor',
      'job.autoscaler.scale-up.max-factor',
      100_000,
    ),
  });
}

function check(request: ScalingRequest) {
  const checks = new ValueChecks();
  const rate = { min: 0, max: LARGEST, remedy: 'give records per second' };
  const parallelism = { min: 1, max: MOST_KEY_GROUPS, whole: true, remedy: 'give a parallelism' };
  checks.number('/recordsPerSecond', request.recordsPerSecond, rate);
  checks.number('/arrivingRecordsPerSecond', request.arrivingRecordsPerSecond, rate);
  checks.number('/busyMsPerSecond', request.busyMsPerSecond, {
    min: 0,
    max: 1000,
    remedy: 'a subtask is busy for 0 to 1000 ms of a second',
  });
  checks.number('/lagRecords', request.lagRecords, { ...rate, remedy: 'give a number of records' });
  checks.number('/parallelism', request.parallelism, parallelism);
  checks.number('/minParallelism', request.minParallelism, parallelism);
  checks.number('/vertexMaxParallelism', request.vertexMaxParallelism, parallelism);
  checks.number('/maxParallelism', request.maxParallelism, parallelism);
  checks.number('/scaleDownMaxFactor', request.scaleDownMaxFactor, {
    min: 0,
    max: 1,
    remedy: 'give a share',
  });
  checks.number('/scaleUpMaxFactor', request.scaleUpMaxFactor, {
    min: 0,
    max: LARGEST,
    remedy: 'give a factor',
  });
  checks.number('/utilizationTarget', request.utilizationTarget, {
    min: 0.01,
    max: 1,
    remedy: 'give a share of the time',
  });
  checks.number('/catchUpDuration', request.catchUpDuration, {
    min: 1,
    max: LARGEST,
    remedy: 'with 0 the autoscaler looks at neither lag nor restart',
  });
  checks.number('/restartTime', request.restartTime, { min: 0, max: LARGEST, remedy: 'give a time' });
  return checks.rejections;
}

export const AUTOSCALER_SCALING_FORMULAS = [TARGET_WITH_LAG, LEAST_SCALE_FACTOR, SCALE_FACTOR, PARALLELISM];

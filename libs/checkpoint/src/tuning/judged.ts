import { derive, type Figure, formula, given } from '@plimsoll/trace';
import type { CheckpointFigures, CheckpointModel } from '../duration/checkpoint-duration.js';
import { leastInterval } from '../duration/fixed-point.js';
import { effectiveIntervalOf, type Pace, pace } from '../duration/pace.js';
import { LONGEST_INTERVAL } from './parameters.js';
import type { BoundingObjective, CheckpointShape, JudgedCheckpointing, NetworkLeft } from './result.js';
import type { TuningScope } from './scope.js';
import { checkpointCost, costFigure } from './streaming-cost.js';

/** An interval and a pause with what they lead to, as it is answered and as figures. */
export interface Judgement {
  readonly judged: JudgedCheckpointing;
  readonly checkpoint: CheckpointFigures;
  readonly pace: Pace | null;
  /** Time that one checkpoint costs. */
  readonly cost: Figure<'ms'>;
  readonly figures: readonly Figure[];
}

export interface JudgedSettings {
  readonly interval: Figure<'ms'>;
  readonly minPause: Figure<'ms'>;
}

const LEFT = formula({
  reference: 'F1.10',
  label: 'Network that is left on average',
  unit: 'bytesPerSecond',
  inputs: {
    capacity: 'bytesPerSecond',
    load: 'bytesPerSecond',
    machineBytes: 'bytes',
    perByte: 'ratio',
    effectiveInterval: 'ms',
  },
  text: 'capacity − load − machineBytes × perByte ÷ effectiveInterval × 1 s',
  compute: ({ capacity, load, machineBytes, perByte, effectiveInterval }) =>
    capacity - load - ((machineBytes * perByte) / effectiveInterval) * 1000,
});

const RECOVERY = formula({
  reference: 'F3.2',
  label: 'From a failure at the worst moment to no lag',
  unit: 'ms',
  inputs: { downtime: 'ms', worstRewind: 'ms', recordsPerSecond: 'perSecond', capacity: 'perSecond' },
  text: 'downtime + recordsPerSecond × (downtime + worstRewind) ÷ (capacity − recordsPerSecond)',
  compute: ({ downtime, worstRewind, recordsPerSecond, capacity }) =>
    downtime + (recordsPerSecond * (downtime + worstRewind)) / (capacity - recordsPerSecond),
});

/** @param key tells apart what is judged in one trace */
export function judged(
  scope: TuningScope,
  model: CheckpointModel,
  { interval, minPause }: JudgedSettings,
  key: string,
): Judgement {
  const base = Math.max(interval.value, minPause.value);
  const effective = leastInterval(
    (at) => model.durationAt(at),
    (duration) => effectiveIntervalOf(interval.value, minPause.value, duration),
    Math.max(base, LONGEST_INTERVAL.value),
  );
  const at =
    effective === null || effective === interval.value
      ? interval
      : given('ms', effective, `fixed point of ${key}.effectiveInterval`);
  const checkpoint = model.figuresAt(at, key);
  const { duration, sync, alignment } = checkpoint;
  const cost = checkpointCost(key, { sync, alignment, slowdown: scope.slowdown, duration });
  const shape = shapeOf(model, checkpoint);
  if (effective === null) {
    const never = { pace: null, networkLeft: null, costRatio: null, recoveryMs: null };
    const misses = scope.limits.map(({ objective }) => objective);
    return {
      judged: { checkpoint: shape, ...never, misses },
      checkpoint,
      pace: null,
      cost,
      figures: [checkpoint.machineBytes, model.upload.rate],
    };
  }
  const follows = pace(key, { interval, minPause, duration });
  const { effectiveInterval, duty, free, worstRewind, meanRewind, regime } = follows;
  const left = networkLeft(scope, checkpoint, follows, key);
  const { downtime, load, mtbf } = scope;
  const unavailability = costFigure(key, {
    cost,
    interval: effectiveInterval,
    duration,
    downtime: downtime.total ?? given('ms', 0, '/failures/scenario'),
    load,
    mtbf,
  });
  const recovery = recoveryFigure(scope, worstRewind, key);
  const all: readonly (Figure | null)[] = [
    duty,
    free,
    worstRewind,
    meanRewind,
    ...left.figures,
    unavailability,
    recovery,
  ];
  return {
    judged: {
      checkpoint: shape,
      pace: {
        intervalMs: interval.value,
        minPauseMs: minPause.value,
        effectiveIntervalMs: effectiveInterval.value,
        dutyRatio: duty.value,
        checkpointFreeMs: free.value,
        regime,
        worstRewindMs: worstRewind.value,
        meanRewindMs: meanRewind.value,
      },
      networkLeft: left.left,
      costRatio: unavailability?.value ?? null,
      recoveryMs: recovery?.value ?? null,
      misses: missed(scope, follows, checkpoint),
    },
    checkpoint,
    pace: follows,
    cost,
    figures: all.filter((figure) => figure !== null),
  };
}

function shapeOf(model: CheckpointModel, figures: CheckpointFigures): CheckpointShape {
  const { kind, bytes, full, machineBytes, trigger, alignment, sync, upload, duration } = figures;
  const ends = model.uploads;
  return {
    incremental: kind.incremental,
    unaligned: kind.barriers === 'unaligned',
    bytes: bytes.value,
    fullBytes: full.value,
    machineBytes: machineBytes.value,
    durationMs: ends ? duration.value : null,
    parts: {
      triggerMs: trigger.value,
      alignmentMs: alignment.value,
      syncMs: sync.value,
      uploadMs: ends ? upload.value : null,
    },
    uploadBytesPerSecond: model.upload.rate.value,
    boundBy: model.upload.boundBy,
  };
}

function networkLeft(
  { facts, shared }: TuningScope,
  { machineBytes }: CheckpointFigures,
  { effectiveInterval }: Pace,
  key: string,
): { readonly left: NetworkLeft; readonly figures: readonly Figure[] } {
  const { networkOut, networkIn } = facts;
  const out = derive(`${key}.networkOutLeft`, LEFT, {
    ...networkOut,
    machineBytes,
    perByte: given('ratio', 1, 'each byte is uploaded once'),
    effectiveInterval,
  });
  const back = derive(`${key}.networkInLeft`, LEFT, {
    ...networkIn,
    machineBytes,
    perByte: facts.readBackRatio ?? given('ratio', 0, 'state is not read over the network'),
    effectiveInterval,
  });
  return {
    left: {
      outBytesPerSecond: out.value,
      inBytesPerSecond: back.value,
      outWhileUploadingBytesPerSecond:
        networkOut.capacity.value - networkOut.load.value - shared.upload.rate.value,
    },
    figures: [out, back],
  };
}

/** Null where the job never catches up. */
function recoveryFigure(
  { downtime, facts, capacity }: TuningScope,
  worstRewind: Figure<'ms'>,
  key: string,
): Figure<'ms'> | null {
  const { recordsPerSecond } = facts;
  if (downtime.total === null || capacity.value <= recordsPerSecond.value) return null;
  return derive(`${key}.recovery`, RECOVERY, {
    downtime: downtime.total,
    worstRewind,
    recordsPerSecond,
    capacity,
  });
}

/** Of a limit, what rounding may take. */
const ROUNDING = 1e-9;

function missed(scope: TuningScope, follows: Pace, { machineBytes }: CheckpointFigures): BoundingObjective[] {
  const { maxDuty, objectives, facts } = scope;
  const misses: BoundingObjective[] = [];
  if (follows.duty.value > maxDuty.value * (1 + ROUNDING)) misses.push('maxDutyRatio');
  const { targetUtilization } = objectives;
  if (targetUtilization !== undefined) {
    const perSecond = (machineBytes.value / follows.effectiveInterval.value) * 1000;
    const { networkOut, networkIn, readBackRatio } = facts;
    const limit = targetUtilization * (1 + ROUNDING);
    const tooFull =
      networkOut.load.value + perSecond > limit * networkOut.capacity.value ||
      (readBackRatio !== undefined &&
        readBackRatio.value > 0 &&
        networkIn.load.value + perSecond * readBackRatio.value > limit * networkIn.capacity.value);
    if (tooFull) misses.push('targetUtilization');
  }
  for (const { objective, limit } of scope.limits) {
    if (limit === null || follows.worstRewind.value > limit.value * (1 + ROUNDING)) misses.push(objective);
  }
  return misses;
}

export const JUDGED_FORMULAS = [LEFT, RECOVERY];

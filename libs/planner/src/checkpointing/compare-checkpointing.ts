import type { Unit } from '@plimsoll/units';
import type { PlanContent } from '../plan.js';

/** A figure of a plan's checkpointing: where it stands in the plan, and what it is. */
export interface CheckpointingHeadline {
  readonly key: string;
  readonly unit: Unit;
  /** Null where the plan has no such figure. */
  readonly value: number | null;
}

const SIDE = [
  'checkpoint.bytes',
  'checkpoint.durationMs',
  'checkpoint.uploadBytesPerSecond',
  'pace.effectiveIntervalMs',
  'pace.dutyRatio',
  'pace.worstRewindMs',
  'costRatio',
  'recoveryMs',
];

/** Every figure of checkpointing that is compared, in the order in which a plan states them. */
const FIGURES = [
  'intervalMs',
  'minPauseMs',
  'timeoutMs',
  'maxConcurrent',
  'tolerableFailures',
  'retainedCheckpoints',
  'feasibleInterval.lowerMs',
  'feasibleInterval.upperMs',
  'optima.streamingMs',
  'optima.costRatio',
  ...SIDE.map((figure) => `proposal.${figure}`),
  ...SIDE.map((figure) => `current.${figure}`),
  'downtimeMs',
];

const UNITS: readonly (readonly [suffix: string, unit: Unit])[] = [
  ['BytesPerSecond', 'bytesPerSecond'],
  ['bytes', 'bytes'],
  ['Ms', 'ms'],
  ['Ratio', 'ratio'],
];

/** The headline figures of a plan's checkpointing. Every plan has the same keys. */
export const checkpointingHeadlines = (
  checkpointing: PlanContent['checkpointing'],
): CheckpointingHeadline[] =>
  FIGURES.map((figure) => ({
    key: `checkpointing.${figure}`,
    unit: UNITS.find(([suffix]) => figure.endsWith(suffix))?.[1] ?? 'count',
    value: numberAt(checkpointing, figure.split('.')),
  }));

function numberAt(of: unknown, [name, ...rest]: readonly string[]): number | null {
  if (name === undefined) return typeof of === 'number' ? of : null;
  return typeof of === 'object' && of !== null ? numberAt(Reflect.get(of, name), rest) : null;
}

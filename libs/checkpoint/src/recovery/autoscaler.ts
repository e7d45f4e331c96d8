import { type DerivedFigure, derive, type Figure, formula } from '@plimsoll/trace';
import type { AutoscalerSettings } from './request.js';
import { givenOrFlink } from './scope.js';

/**
 * What Flink's autoscaler aims for: the load at its target utilization, and on top of it what makes up for a restart within the
 * catch-up duration. It knows no rewind. (It counts whole seconds; here milliseconds count.)
 */
const TARGET = formula({
  reference: 'F2.2',
  label: 'What the autoscaler aims for',
  unit: 'perSecond',
  inputs: { recordsPerSecond: 'perSecond', restart: 'ms', catchUp: 'ms', utilization: 'ratio' },
  text: 'round(recordsPerSecond × restart ÷ catchUp + recordsPerSecond ÷ utilization)',
  evidence: 'verified',
  compute: ({ recordsPerSecond, restart, catchUp, utilization }) =>
    Math.round((recordsPerSecond * restart) / catchUp + recordsPerSecond / utilization),
});

/** With a catch-up duration of 0 the autoscaler leaves lag and restart out. */
const TARGET_WITHOUT_CATCH_UP = formula({
  reference: 'F2.2',
  label: 'What the autoscaler aims for',
  unit: 'perSecond',
  inputs: { recordsPerSecond: 'perSecond', utilization: 'ratio' },
  text: 'round(recordsPerSecond ÷ utilization)',
  evidence: 'verified',
  compute: ({ recordsPerSecond, utilization }) => Math.round(recordsPerSecond / utilization),
});

export interface AutoscalerFigures {
  readonly utilization: Figure<'ratio'>;
  readonly catchUp: Figure<'ms'>;
  readonly restart: Figure<'ms'>;
}

export const autoscalerSettings = (settings: AutoscalerSettings | undefined): AutoscalerFigures => ({
  utilization: givenOrFlink(
    'ratio',
    settings?.utilizationTarget,
    '/autoscaler/utilizationTarget',
    'job.autoscaler.utilization.target',
    0.7,
  ),
  catchUp: givenOrFlink(
    'ms',
    settings?.catchUpDuration,
    '/autoscaler/catchUpDuration',
    'job.autoscaler.catch-up.duration',
    1_800_000,
  ),
  restart: givenOrFlink(
    'ms',
    settings?.restartTime,
    '/autoscaler/restartTime',
    'job.autoscaler.restart.time',
    300_000,
  ),
});

export function autoscalerTarget(
  key: string,
  recordsPerSecond: Figure<'perSecond'>,
  { utilization, catchUp, restart }: AutoscalerFigures,
): DerivedFigure<'perSecond'> {
  return catchUp.value === 0
    ? derive(key, TARGET_WITHOUT_CATCH_UP, { recordsPerSecond, utilization })
    : derive(key, TARGET, { recordsPerSecond, restart, catchUp, utilization });
}

export const AUTOSCALER_FORMULAS = [TARGET, TARGET_WITHOUT_CATCH_UP];

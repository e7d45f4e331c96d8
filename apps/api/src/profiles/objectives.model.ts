import type { Rejection } from '@plimsoll/units';
import { Count, Duration, Num, Shape } from '../fields/index.js';

/** What a cluster has to achieve. */
@Shape('Objectives', 'What a cluster has to achieve.')
export class ObjectivesModel {
  @Duration({ optional: true, description: 'The longest recovery after a failure.' })
  maxRecoveryMs?: number;

  @Duration({ optional: true, description: 'The most of the stream that may be processed again.' })
  maxReprocessMs?: number;

  @Duration({ optional: true, description: 'The longest that a result may wait for its transaction.' })
  maxSinkLatencyMs?: number;

  @Num({ optional: true, description: 'The largest share of time spent in checkpoints, up to 1.' })
  maxDutyRatio?: number;

  @Duration({ optional: true, description: 'How far the job may fall behind its source.' })
  maxLagMs?: number;

  @Num({
    optional: true,
    description: 'The load line: no resource above this share of its capacity, up to 1.',
  })
  targetUtilization?: number;

  @Count({ optional: true, description: 'How many machines may fail at once.' })
  surviveMachines?: number;

  @Num({ optional: true, description: 'The most that a cluster may cost in 730 hours.' })
  maxUsdPerMonth?: number;
}

/** What of the objectives cannot be meant, as rejections that point below `/objectives`. */
export function objectiveRejections(objectives: ObjectivesModel | undefined): Rejection[] {
  if (objectives === undefined) return [];
  const rejections: Rejection[] = [];
  const check = (name: keyof ObjectivesModel, accepts: (value: number) => boolean, message: string) => {
    const value = objectives[name];
    if (value !== undefined && !accepts(value)) rejections.push({ pointer: `/objectives/${name}`, message });
  };
  for (const name of ['maxRecoveryMs', 'maxReprocessMs', 'maxSinkLatencyMs', 'maxLagMs'] as const) {
    check(name, (value) => value > 0 && Number.isFinite(value), 'must be longer than 0 ms');
  }
  for (const name of ['maxDutyRatio', 'targetUtilization'] as const) {
    check(name, (value) => value > 0 && value <= 1, 'must be above 0 and at most 1');
  }
  check('surviveMachines', (value) => Number.isInteger(value) && value >= 0, 'must be a whole number from 0');
  check('maxUsdPerMonth', (value) => value > 0 && Number.isFinite(value), 'must be above 0');
  return rejections;
}

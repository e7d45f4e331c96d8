import { derive, type Figure, formula, given } from '@plimsoll/trace';
import type { BoundingObjective } from './result.js';
import type { TuningScope } from './scope.js';

/** What interval and duration may be together, by one objective (F5.4). */
export interface Limited {
  readonly objective: BoundingObjective;
  /** Null: no interval meets the objective. */
  readonly limit: Figure<'ms'> | null;
  readonly reason: string;
}

type WithoutLimits = Omit<TuningScope, 'limits'>;

const LAG_LIMIT = formula({
  reference: 'F5.4',
  label: 'Rewind that the lag allows',
  unit: 'ms',
  inputs: { maxLag: 'ms', downtime: 'ms' },
  text: 'maxLag − downtime',
  compute: ({ maxLag, downtime }) => maxLag - downtime,
});

const RECOVERY_LIMIT = formula({
  reference: 'F5.4',
  label: 'Rewind that the recovery allows',
  unit: 'ms',
  inputs: { maxRecovery: 'ms', downtime: 'ms', capacity: 'perSecond', recordsPerSecond: 'perSecond' },
  text: '(maxRecovery − downtime) × (capacity − recordsPerSecond) ÷ recordsPerSecond − downtime',
  compute: ({ maxRecovery, downtime, capacity, recordsPerSecond }) =>
    ((maxRecovery - downtime) * (capacity - recordsPerSecond)) / recordsPerSecond - downtime,
});

/** What interval and duration may be together: the age of a snapshot when it is needed at worst. */
export function rewindLimits(scope: WithoutLimits): Limited[] {
  const { maxReprocessMs, maxSinkLatencyMs, maxLagMs, maxRecoveryMs } = scope.objectives;
  const found: Limited[] = [];
  if (maxReprocessMs !== undefined) {
    found.push({
      objective: 'maxReprocessMs',
      limit: given('ms', maxReprocessMs, '/objectives/maxReprocessMs'),
      reason: 'a failure just before a checkpoint completes repeats an interval and a duration',
    });
  }
  if (maxSinkLatencyMs !== undefined && scope.facts.exactlyOnceSink) {
    found.push({
      objective: 'maxSinkLatencyMs',
      limit: given('ms', maxSinkLatencyMs, '/objectives/maxSinkLatencyMs'),
      reason: 'an exactly-once sink shows a record when the next checkpoint has completed',
    });
  }
  if (maxLagMs !== undefined) found.push(lagLimit(scope, maxLagMs));
  if (maxRecoveryMs !== undefined && scope.facts.recordsPerSecond.value > 0) {
    found.push(recoveryLimit(scope, maxRecoveryMs));
  }
  return found;
}

const BY_HAND = 'nothing but a person restarts the job after this failure';

function lagLimit({ downtime }: WithoutLimits, maxLagMs: number): Limited {
  const objective = 'maxLagMs';
  if (downtime.total === null) return { objective, limit: null, reason: BY_HAND };
  const maxLag = given('ms', maxLagMs, '/objectives/maxLagMs');
  return {
    objective,
    limit: derive('limit.maxLagMs', LAG_LIMIT, { maxLag, downtime: downtime.total }),
    reason: 'after the downtime the oldest record is as old as the downtime and the rewind together',
  };
}

function recoveryLimit({ downtime, capacity, facts }: WithoutLimits, maxRecoveryMs: number): Limited {
  const objective = 'maxRecoveryMs';
  const { recordsPerSecond } = facts;
  if (downtime.total === null) return { objective, limit: null, reason: BY_HAND };
  if (capacity.value <= recordsPerSecond.value) {
    return {
      objective,
      limit: null,
      reason: 'the capacity does not exceed the load, so the job never catches up',
    };
  }
  const operands = {
    maxRecovery: given('ms', maxRecoveryMs, '/objectives/maxRecoveryMs'),
    downtime: downtime.total,
    capacity,
    recordsPerSecond,
  };
  return {
    objective,
    limit: derive('limit.maxRecoveryMs', RECOVERY_LIMIT, operands),
    reason: 'what the rewind and the downtime left undone must be worked through within the objective',
  };
}

export const REWIND_LIMIT_FORMULAS = [LAG_LIMIT, RECOVERY_LIMIT];

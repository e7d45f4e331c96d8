import { derive, type Figure, formula, given } from '@plimsoll/trace';
import type { Range } from './interval-bounds.js';
import type { CapacityNeed } from './result.js';
import type { TuningScope } from './scope.js';

/** Where no interval is feasible: the capacities that would make one, each alone. */
export interface Needs {
  readonly needs: readonly CapacityNeed[];
  readonly figures: readonly Figure[];
}

const RATE_NEEDED = formula({
  reference: 'F5.4',
  label: 'Upload that makes an interval feasible',
  unit: 'bytesPerSecond',
  inputs: { machineBytes: 'bytes', longestDuration: 'ms', fixedPart: 'ms' },
  text: 'machineBytes ÷ (longestDuration − fixedPart) × 1 s',
  compute: ({ machineBytes, longestDuration, fixedPart }) =>
    (machineBytes / (longestDuration - fixedPart)) * 1000,
});

const CAPACITY_NEEDED = formula({
  reference: 'F3.2',
  label: 'Capacity that recovers in time at the shortest interval',
  unit: 'perSecond',
  inputs: {
    recordsPerSecond: 'perSecond',
    downtime: 'ms',
    interval: 'ms',
    duration: 'ms',
    maxRecovery: 'ms',
    machines: 'count',
    surviveMachines: 'count',
  },
  text: 'recordsPerSecond × (1 + (downtime + interval + duration) ÷ (maxRecovery − downtime)) × machines ÷ (machines − surviveMachines)',
  compute: ({ recordsPerSecond, downtime, interval, duration, maxRecovery, machines, surviveMachines }) =>
    (recordsPerSecond * (1 + (downtime + interval + duration) / (maxRecovery - downtime)) * machines) /
    (machines - surviveMachines),
});

const NETWORK_NEEDED = formula({
  reference: 'F1.10',
  label: 'Network that carries the checkpoints within the target',
  unit: 'bytesPerSecond',
  inputs: {
    load: 'bytesPerSecond',
    machineBytes: 'bytes',
    perByte: 'ratio',
    interval: 'ms',
    targetUtilization: 'ratio',
  },
  text: '(load + machineBytes × perByte ÷ interval × 1 s) ÷ targetUtilization',
  compute: ({ load, machineBytes, perByte, interval, targetUtilization }) =>
    (load + ((machineBytes * perByte) / interval) * 1000) / targetUtilization,
});

export function capacityNeeds(scope: TuningScope, range: Range): Needs {
  const found = [uploadNeed(scope, range), recordsNeed(scope, range), ...networkNeeds(scope, range)];
  const present = found.filter((one) => one !== null);
  return {
    needs: present.map(({ need }) => need),
    figures: present.map(({ figure }) => figure).filter((figure) => figure !== null),
  };
}

interface Need {
  readonly need: CapacityNeed;
  readonly figure: Figure | null;
}

/** The tightest of the limits on interval and duration together; null where one holds for no interval at all. */
function tightest(scope: TuningScope): number | null {
  const all = scope.limits.map(({ limit }) => limit?.value ?? null);
  return all.some((limit) => limit === null) ? null : Math.min(...all.map((limit) => limit ?? 0));
}

function uploadNeed(scope: TuningScope, { model }: Range): Need | null {
  const limit = tightest(scope);
  const have = model.upload.rate.value;
  const nothing = (reason: string): Need => ({
    need: { resource: 'uploadBytesPerSecond', have, need: null, reason },
    figure: null,
  });
  if (limit === null || limit <= 0)
    return nothing('an objective allows no interval at all, however short a checkpoint is');
  const duty = scope.maxDuty.value;
  const unbounded = Number.isFinite(limit);
  if (!unbounded) {
    return model.uploads
      ? null
      : nothing('nothing is left to upload with, and no objective says how soon it must end');
  }
  const longest = Math.min((limit * duty) / (1 + duty), (limit - scope.minPause.value) / 2);
  if (longest <= model.fixedMs) {
    return nothing('trigger, alignment and the synchronous part alone take longer than the objectives leave');
  }
  const key = 'need.upload';
  const interval = given('ms', limit - longest, `longest interval of ${key}`);
  const { machineBytes } = model.figuresAt(interval, key);
  const figure = derive(`${key}.rate`, RATE_NEEDED, {
    machineBytes,
    longestDuration: given('ms', longest, `longest duration of ${key}`),
    fixedPart: given('ms', model.fixedMs, `fixed part of ${key}`),
  });
  if (figure.value <= have) return null;
  const reason = `of one machine, ${model.upload.boundBy} binds now; a checkpoint must end so soon that duty and objectives both hold`;
  return { need: { resource: 'uploadBytesPerSecond', have, need: figure.value, reason }, figure };
}

function recordsNeed(scope: TuningScope, { model, lower, bounds }: Range): Need | null {
  const { maxRecoveryMs, surviveMachines = 0 } = scope.objectives;
  const { facts, downtime } = scope;
  const have = facts.capacityRecordsPerSecond.value;
  if (maxRecoveryMs === undefined || facts.recordsPerSecond.value === 0) return null;
  const nothing = (reason: string): Need => ({
    need: { resource: 'capacityRecordsPerSecond', have, need: null, reason },
    figure: null,
  });
  if (downtime.total === null) return nothing('no capacity restarts the job');
  if (maxRecoveryMs <= downtime.total.value)
    return nothing('the downtime alone takes as long as the recovery may');
  if (lower.value === null || !model.uploads) return null;
  const key = 'need.capacity';
  const interval = given('ms', lower.value, `shortest interval by ${lower.objective}`);
  const figure = derive(`${key}.records`, CAPACITY_NEEDED, {
    recordsPerSecond: facts.recordsPerSecond,
    downtime: downtime.total,
    interval,
    duration: model.figuresAt(interval, key).duration,
    maxRecovery: given('ms', maxRecoveryMs, '/objectives/maxRecoveryMs'),
    machines: facts.machines,
    surviveMachines: given('count', surviveMachines, '/objectives/surviveMachines'),
  });
  if (figure.value <= have) return null;
  const shortest = lower.value;
  const others = bounds.filter(
    ({ side, objective, value }) =>
      side === 'upper' && objective !== 'maxRecoveryMs' && (value === null || value < shortest),
  );
  const alone =
    others.length === 0
      ? ''
      : `; not alone, for ${others.map(({ objective }) => objective).join(' and ')} must give way too`;
  const reason = `the backlog of a failure must be worked through in time even at the shortest interval${alone}`;
  return { need: { resource: 'capacityRecordsPerSecond', have, need: figure.value, reason }, figure };
}

function networkNeeds(scope: TuningScope, { model, upper }: Range): (Need | null)[] {
  const { facts, objectives } = scope;
  const target = objectives.targetUtilization;
  if (target === undefined || upper === null || upper.value === null || upper.value <= 0) return [];
  const interval = given('ms', upper.value, `longest interval by ${upper.objective}`);
  const { machineBytes } = model.figuresAt(interval, 'need.network');
  const { readBackRatio } = facts;
  const of = (
    resource: 'networkOutBytesPerSecond' | 'networkInBytesPerSecond',
    way: typeof facts.networkOut,
    perByte: Figure<'ratio'>,
  ): Need | null => {
    const figure = derive(`need.${resource}`, NETWORK_NEEDED, {
      load: way.load,
      machineBytes,
      perByte,
      interval,
      targetUtilization: given('ratio', target, '/objectives/targetUtilization'),
    });
    const have = way.capacity.value;
    if (figure.value <= have) return null;
    const reason =
      'of one machine: uploads at the longest interval that the objectives allow, within the target';
    return { need: { resource, have, need: figure.value, reason }, figure };
  };
  return [
    of('networkOutBytesPerSecond', facts.networkOut, given('ratio', 1, 'each byte is uploaded once')),
    readBackRatio === undefined || readBackRatio.value === 0
      ? null
      : of('networkInBytesPerSecond', facts.networkIn, readBackRatio),
  ];
}

export const CAPACITY_NEED_FORMULAS = [RATE_NEEDED, CAPACITY_NEEDED, NETWORK_NEEDED];

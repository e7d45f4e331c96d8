import { derive, type Figure, flinkDefault, formula, parameter } from '@plimsoll/trace';
import { type FlinkVersion, flinkDurationText, isFrom } from '@plimsoll/units';
import { durationInWords } from '../kafka/duration-in-words.js';
import type { Choice } from './candidates.js';
import { LOCAL_RECOVERY_FROM, MOST_TOLERATED, PAUSE_SLACK, RETAINED, TIMEOUT_FACTOR } from './parameters.js';
import type { ProposedSetting } from './result.js';
import type { TuningScope } from './scope.js';
import { wholeAbove, wholeBelow } from './whole.js';

/** The settings of a feasible interval, as Flink of the given version spells them, each with its reason. */
export interface Proposal {
  readonly timeout: Figure<'ms'>;
  readonly tolerableFailures: Figure<'count'>;
  readonly localRecovery: boolean;
  readonly retained: number;
  readonly settings: readonly ProposedSetting[];
  readonly config: Readonly<Record<string, string>>;
}

const MIN_PAUSE = formula({
  reference: 'F5.2',
  label: 'Min pause',
  unit: 'ms',
  inputs: { interval: 'ms', maxDuty: 'ratio', duration: 'ms', slack: 'ratio', pauseAskedFor: 'ms' },
  text: '⌊max(pauseAskedFor, min(interval × (1 − maxDuty), (interval − duration) × slack))⌋',
  compute: ({ interval, maxDuty, duration, slack, pauseAskedFor }) =>
    wholeBelow(Math.max(pauseAskedFor, Math.min(interval * (1 - maxDuty), (interval - duration) * slack))),
});

const TIMEOUT = formula({
  reference: 'F5.3',
  label: 'Timeout',
  unit: 'ms',
  inputs: { flinks: 'ms', factor: 'ratio', duration: 'ms' },
  text: '⌈max(flinks, factor × duration)⌉',
  compute: ({ flinks, factor, duration }) => wholeAbove(Math.max(flinks, factor * duration)),
});

const TOLERATED = formula({
  reference: 'F5.2',
  label: 'Failures that keep the objectives',
  unit: 'count',
  inputs: { limit: 'ms', duration: 'ms', interval: 'ms', most: 'count' },
  text: 'clamp(⌊(limit − duration) ÷ interval⌋ − 1, 0, most)',
  compute: ({ limit, duration, interval, most }) =>
    Math.min(Math.max(wholeBelow((limit - duration) / interval) - 1, 0), most),
});

/** A pause that keeps the duty where checkpoints grow slower, and leaves those that are somewhat slower their interval. */
export const minPauseOf = (
  { maxDuty, minPause }: TuningScope,
  interval: Figure<'ms'>,
  duration: Figure<'ms'>,
): Figure<'ms'> =>
  derive('proposal.minPause', MIN_PAUSE, {
    interval,
    maxDuty,
    duration,
    slack: parameter(PAUSE_SLACK),
    pauseAskedFor: minPause,
  });

export function proposedSettings(
  scope: TuningScope,
  { chosen, whyIncremental, whyBarriers }: Choice,
  operands: {
    readonly interval: Figure<'ms'>;
    readonly minPause: Figure<'ms'>;
    readonly duration: Figure<'ms'>;
    readonly whyInterval: string;
  },
): Proposal {
  const { version, facts } = scope;
  const { interval, minPause, duration } = operands;
  const { incremental, barriers } = chosen.range.model.kind;
  const timeout = derive('proposal.timeout', TIMEOUT, {
    flinks: flinkDefault('ms', 600_000, 'execution.checkpointing.timeout'),
    factor: parameter(TIMEOUT_FACTOR),
    duration,
  });
  const tolerableFailures = tolerated(scope, interval, duration);
  const restore = scope.downtime.restore.value;
  const unaligned = barriers === 'unaligned';
  const localRecovery = !unaligned && restore >= LOCAL_RECOVERY_FROM.value;
  const retained = RETAINED.value;
  const settings: ProposedSetting[] = [];
  const set = (key: string, value: string, reason: string): void => {
    settings.push({ key, value, reason });
  };
  const option = (name: string): string => `execution.checkpointing.${name}`;
  set(option('interval'), asFlink(interval.value, version), operands.whyInterval);
  set(
    option('min-pause'),
    asFlink(minPause.value, version),
    `keeps that long free of checkpoints even where they grow slow; ${durationInWords(duration.value)} is what one takes now`,
  );
  set(
    option('timeout'),
    asFlink(timeout.value, version),
    'fails a checkpoint that takes several times its usual duration; keep it below the transaction timeout of a Kafka sink',
  );
  set(
    option('max-concurrent-checkpoints'),
    '1',
    'a subtask uploads one snapshot after another, and with more than one the pause guarantees nothing',
  );
  set(
    option('mode'),
    'EXACTLY_ONCE',
    unaligned || chosen.range.model.alignment.value === 0
      ? 'barriers wait for nothing, so AT_LEAST_ONCE would save nothing'
      : `AT_LEAST_ONCE would save at most ${durationInWords(chosen.range.model.alignment.value)} of alignment, and repeat records after a failure`,
  );
  set(
    option('tolerable-failed-checkpoints'),
    String(tolerableFailures.value),
    tolerableFailures.value === 0
      ? 'one more interval without a checkpoint would break an objective'
      : 'a failed checkpoint costs an interval of rewind, a restart costs the rewind and the downtime at once',
  );
  if (isFrom(version, 1, 11)) set(unalignedKey(version), String(unaligned), whyBarriers);
  if (barriers === 'debloated') {
    set('taskmanager.network.memory.buffer-debloat.enabled', 'true', whyBarriers);
  }
  if (facts.stateBackend !== 'hashmap') set(incrementalKey(version), String(incremental), whyIncremental);
  const whyLocal = localRecoveryReason(unaligned, restore);
  for (const key of localRecoveryKeys(version)) set(key, String(localRecovery), whyLocal);
  set(
    isFrom(version, 1, 20) ? option('num-retained') : 'state.checkpoints.num-retained',
    String(retained),
    'Flink restores from the newest; one more is there where that cannot be read',
  );
  set(
    option('externalized-checkpoint-retention'),
    'RETAIN_ON_CANCELLATION',
    'a job that is cancelled can be started again from its last checkpoint',
  );
  return {
    timeout,
    tolerableFailures,
    localRecovery,
    retained,
    settings,
    config: Object.fromEntries(settings.map(({ key, value }) => [key, value])),
  };
}

function tolerated(scope: TuningScope, interval: Figure<'ms'>, duration: Figure<'ms'>): Figure<'count'> {
  const most = parameter(MOST_TOLERATED);
  const [tightest] = scope.limits
    .map(({ limit }) => limit)
    .filter((limit) => limit !== null)
    .sort((a, b) => a.value - b.value);
  return tightest === undefined
    ? most
    : derive('proposal.tolerableFailures', TOLERATED, { limit: tightest, duration, interval, most });
}

function localRecoveryReason(unaligned: boolean, restoreMs: number): string {
  if (unaligned) return 'what unaligned checkpoints hold of records in flight has no local copy';
  const time = `reading the state from the store takes ${durationInWords(restoreMs)}`;
  return restoreMs >= LOCAL_RECOVERY_FROM.value
    ? `${time}: TaskManagers that live on need not, for the room of a copy on their disks`
    : `${time}, which a second copy on local disks is not worth`;
}

const asFlink = (ms: number, version: FlinkVersion): string => {
  const text = flinkDurationText(BigInt(ms) * 1_000_000n, version);
  return text.kind === 'value' ? text.value : `${ms} ms`;
};

const unalignedKey = (version: FlinkVersion): string =>
  isFrom(version, 1, 17) ? 'execution.checkpointing.unaligned.enabled' : 'execution.checkpointing.unaligned';

const incrementalKey = (version: FlinkVersion): string =>
  isFrom(version, 1, 20) ? 'execution.checkpointing.incremental' : 'state.backend.incremental';

/** From 1.20 on writing the copy and reading it are two options. */
const localRecoveryKeys = (version: FlinkVersion): readonly string[] =>
  isFrom(version, 1, 20)
    ? ['execution.checkpointing.local-backup.enabled', 'execution.state-recovery.from-local']
    : ['state.backend.local-recovery'];

export const PROPOSED_SETTINGS_FORMULAS = [MIN_PAUSE, TIMEOUT, TOLERATED];

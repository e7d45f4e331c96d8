import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

/** What is assumed of a job where a request says nothing of it: unit, value, reference and how firm each is. */
const row = <U extends Unit>(values: Parameter<U>): Parameter<U> => values;

export const MAX_DUTY = row({
  id: 'checkpointing.maxDuty',
  unit: 'ratio',
  value: 0.5,
  description: 'Share of the time in which a checkpoint may be in progress',
  reference: 'F5.2',
  evidence: 'heuristic',
  versions: 'all',
});

export const MACHINE_MTBF = row({
  id: 'failures.machineMtbf',
  unit: 'ms',
  value: 2_592_000_000,
  description: 'Mean time between failures of one machine: 30 days',
  reference: 'F5.1',
  evidence: 'heuristic',
  versions: 'all',
});

export const SLOWDOWN = row({
  id: 'checkpointing.slowdown',
  unit: 'ratio',
  value: 0.05,
  description: 'Share of the capacity that is lost while a checkpoint uploads',
  reference: 'F5.5',
  evidence: 'heuristic',
  versions: 'all',
});

export const SHORTEST_INTERVAL = row({
  id: 'checkpointing.shortestInterval',
  unit: 'ms',
  value: 10,
  description: 'Flink refuses a shorter interval',
  reference: 'F5.2',
  evidence: 'verified',
  versions: 'all',
});

export const LONGEST_INTERVAL = row({
  id: 'checkpointing.longestInterval',
  unit: 'ms',
  value: 31_536_000_000,
  description: 'No interval beyond a year is looked for: Flink cuts pauses there',
  reference: 'F5.2',
  evidence: 'verified',
  versions: 'all',
});

export const LONG_ENOUGH = row({
  id: 'checkpointing.longEnough',
  unit: 'ms',
  value: 3_600_000,
  description: 'No longer interval is proposed where none is asked for and it would save next to nothing',
  reference: 'F5.5',
  evidence: 'heuristic',
  versions: 'all',
});

export const NEXT_TO_NOTHING = row({
  id: 'checkpointing.nextToNothing',
  unit: 'ratio',
  value: 0.001,
  description: 'Unavailability that is worth no longer interval',
  reference: 'F5.5',
  evidence: 'heuristic',
  versions: 'all',
});

export const PAUSE_SLACK = row({
  id: 'checkpointing.pauseSlack',
  unit: 'ratio',
  value: 0.9,
  description:
    'Share of the time between checkpoints that the pause may take: slower ones still keep the interval',
  reference: 'F5.2',
  evidence: 'heuristic',
  versions: 'all',
});

export const TIMEOUT_FACTOR = row({
  id: 'checkpointing.timeoutFactor',
  unit: 'ratio',
  value: 3,
  description: 'How many times its usual duration a checkpoint may take',
  reference: 'F5.3',
  evidence: 'heuristic',
  versions: 'all',
});

export const MOST_TOLERATED = row({
  id: 'checkpointing.mostTolerableFailures',
  unit: 'count',
  value: 3,
  description: 'Failed checkpoints in a row after which something is wrong that a restart may mend',
  reference: 'F5.2',
  evidence: 'heuristic',
  versions: 'all',
});

export const RETAINED = row({
  id: 'checkpointing.retained',
  unit: 'count',
  value: 2,
  description: 'Completed checkpoints kept, so that one that cannot be read is not the only one',
  reference: 'F4.3',
  evidence: 'heuristic',
  versions: 'all',
});

export const LONG_ALIGNMENT = row({
  id: 'checkpointing.longAlignment',
  unit: 'ratio',
  value: 0.5,
  description: 'Share of a checkpoint that its alignment may take before barriers should not wait',
  reference: 'F5.3',
  evidence: 'heuristic',
  versions: 'all',
});

export const LOCAL_RECOVERY_FROM = row({
  id: 'checkpointing.localRecoveryFrom',
  unit: 'ms',
  value: 10_000,
  description: 'Restore from the store that makes a copy on local disks worth its room',
  reference: 'F4.10',
  evidence: 'heuristic',
  versions: 'all',
});

export const TUNING_PARAMETERS: readonly Parameter[] = [
  MAX_DUTY,
  MACHINE_MTBF,
  SLOWDOWN,
  SHORTEST_INTERVAL,
  LONGEST_INTERVAL,
  LONG_ENOUGH,
  NEXT_TO_NOTHING,
  PAUSE_SLACK,
  TIMEOUT_FACTOR,
  MOST_TOLERATED,
  RETAINED,
  LONG_ALIGNMENT,
  LOCAL_RECOVERY_FROM,
];

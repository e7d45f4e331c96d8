import type { PlanCheckpointing } from '@plimsoll/planner';

type Objective = PlanCheckpointing['bounds'][number]['objective'];

const WORDS: Readonly<Record<Objective, string>> = {
  maxDutyRatio: 'time in progress',
  minPause: 'min pause',
  targetUtilization: 'fullness of the network',
  flinkMinimum: 'Flink’s minimum',
  maxReprocessMs: 'reprocessing after a restore',
  maxSinkLatencyMs: 'latency of an exactly-once sink',
  maxLagMs: 'lag after a failure',
  maxRecoveryMs: 'recovery time',
};

/** What an objective is about: `recovery time`. */
export const objectiveWords = (objective: Objective): string => WORDS[objective];

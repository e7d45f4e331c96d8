import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';

/** From where on a figure of the statistics speaks for a cause. All are ratios: statistics scaled as a whole mean the same. */
const row = <U extends Unit>(values: Omit<Parameter<U>, 'reference' | 'versions'>): Parameter<U> => ({
  ...values,
  reference: 'F5.3',
  versions: 'all',
});

export const COMFORTABLE_DUTY = row({
  id: 'judge.comfortableDuty',
  unit: 'ratio',
  value: 0.5,
  description: 'Share of the time in which a checkpoint may be under way without being trouble',
  evidence: 'heuristic',
});

export const SPIKE = row({
  id: 'judge.spike',
  unit: 'ratio',
  value: 3,
  description: 'A checkpoint so many times as long as the median of the others stands out',
  evidence: 'heuristic',
});

export const SPIKE_DUTY = row({
  id: 'judge.spikeDuty',
  unit: 'ratio',
  value: 0.3,
  description:
    'Share of the interval from which on a checkpoint that stands out is trouble: the end of what is comfortable',
  evidence: 'heuristic',
});

export const SYNC_DUTY = row({
  id: 'judge.syncDuty',
  unit: 'ratio',
  value: 0.1,
  description:
    'Share of the interval from which on a synchronous part is trouble: nothing is processed in it',
  evidence: 'heuristic',
});

export const OUTLIER = row({
  id: 'judge.outlier',
  unit: 'ratio',
  value: 3,
  description: 'A subtask so many times as long as the median of its siblings is hot',
  evidence: 'heuristic',
});

export const MAIN_SHARE = row({
  id: 'judge.mainShare',
  unit: 'ratio',
  value: 0.5,
  description: 'A part with this share of the end-to-end time explains it',
  evidence: 'heuristic',
});

export const CLEAR_SHARE = row({
  id: 'judge.clearShare',
  unit: 'ratio',
  value: 0.7,
  description: 'A part with this share of the end-to-end time explains it beyond doubt',
  evidence: 'heuristic',
});

export const SIGN_SHARE = row({
  id: 'judge.signShare',
  unit: 'ratio',
  value: 0.2,
  description:
    'Of the time to the timeout: what an acknowledged subtask spent in a part is a sign of what the others are in',
  evidence: 'heuristic',
});

export const GOES_WITH_BYTES = row({
  id: 'judge.goesWithBytes',
  unit: 'ratio',
  value: 0.5,
  description:
    'Share of the asynchronous part that goes with the bytes, over subtasks that write, from which on they explain it',
  evidence: 'heuristic',
});

export const ALIKE = row({
  id: 'judge.alike',
  unit: 'ratio',
  value: 0.8,
  description: 'Values of which the least is this share of the most count as alike',
  evidence: 'heuristic',
});

export const TIMEOUT_MARGIN = row({
  id: 'judge.timeoutMargin',
  unit: 'ratio',
  value: 1.5,
  description: 'What a timeout leaves above the longest checkpoint that is to complete',
  evidence: 'heuristic',
});

export const JUDGE_PARAMETERS: readonly Parameter[] = [
  COMFORTABLE_DUTY,
  SPIKE,
  SPIKE_DUTY,
  SYNC_DUTY,
  OUTLIER,
  MAIN_SHARE,
  CLEAR_SHARE,
  SIGN_SHARE,
  GOES_WITH_BYTES,
  ALIKE,
  TIMEOUT_MARGIN,
];

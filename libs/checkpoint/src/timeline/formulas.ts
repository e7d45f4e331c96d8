import { formula } from '@plimsoll/trace';

/** What is traced of a timeline: the interval that Flink makes of the settings, and what the run comes to. */
export const RAISED_INTERVAL = formula({
  reference: 'F5.2',
  label: 'Interval between checkpoints',
  unit: 'ms',
  inputs: { interval: 'ms', minPause: 'ms' },
  text: 'max(interval, minPause)',
  evidence: 'verified',
  compute: ({ interval, minPause }) => Math.max(interval, minPause),
});

export const FIRST_TRIGGER = formula({
  reference: 'F5.2',
  label: 'First trigger, on average',
  unit: 'ms',
  inputs: { earliest: 'ms', latest: 'ms' },
  text: '(earliest + latest) ÷ 2',
  compute: ({ earliest, latest }) => (earliest + latest) / 2,
});

export const MEAN_CYCLE = formula({
  reference: 'F5.2',
  label: 'Mean time from trigger to trigger',
  unit: 'ms',
  inputs: { firstTrigger: 'ms', lastTrigger: 'ms', checkpoints: 'count' },
  text: '(lastTrigger − firstTrigger) ÷ (checkpoints − 1)',
  compute: ({ firstTrigger, lastTrigger, checkpoints }) => (lastTrigger - firstTrigger) / (checkpoints - 1),
});

export const OBSERVED = formula({
  reference: 'F5.2',
  label: 'Time since the first trigger',
  unit: 'ms',
  inputs: { end: 'ms', firstTrigger: 'ms' },
  text: 'end − firstTrigger',
  compute: ({ end, firstTrigger }) => end - firstTrigger,
});

export const DUTY = formula({
  reference: 'F5.2',
  label: 'Checkpoints in progress on average',
  unit: 'ratio',
  inputs: { checkpointTime: 'ms', observed: 'ms' },
  text: 'checkpointTime ÷ observed',
  compute: ({ checkpointTime, observed }) => checkpointTime / observed,
});

export const CHECKPOINT_FREE = formula({
  reference: 'F5.2',
  label: 'Share of the time without a checkpoint',
  unit: 'ratio',
  inputs: { freeTime: 'ms', observed: 'ms' },
  text: 'freeTime ÷ observed',
  compute: ({ freeTime, observed }) => freeTime / observed,
});

export const STALE = formula({
  reference: 'F5.2',
  label: 'Longest time back to the newest completed checkpoint',
  unit: 'ms',
  inputs: { until: 'ms', since: 'ms' },
  text: 'until − since',
  compute: ({ until, since }) => until - since,
});

export const TIMELINE_FORMULAS = [
  RAISED_INTERVAL,
  FIRST_TRIGGER,
  MEAN_CYCLE,
  OBSERVED,
  DUTY,
  CHECKPOINT_FREE,
  STALE,
];

import { type FormulaText, formula } from '@plimsoll/trace';

export const END_TO_END = formula({
  reference: 'F5.3',
  label: 'End-to-end time of the checkpoint',
  unit: 'ms',
  inputs: {
    startDelay: 'ms',
    alignment: 'ms',
    synchronous: 'ms',
    asynchronous: 'ms',
    finalisation: 'ms',
    waiting: 'ms',
  },
  text: 'startDelay + alignment + synchronous + asynchronous + finalisation + waiting',
  compute: ({ startDelay, alignment, synchronous, asynchronous, finalisation, waiting }) =>
    startDelay + alignment + synchronous + asynchronous + finalisation + waiting,
});

export const MEASURED_DUTY = formula({
  reference: 'F5.2',
  label: 'Share of the time in which a checkpoint is under way',
  unit: 'ratio',
  inputs: { duration: 'ms', interval: 'ms' },
  text: 'duration ÷ interval',
  compute: ({ duration, interval }) => duration / interval,
});

export const ROOMY_INTERVAL = formula({
  reference: 'F5.2',
  label: 'Interval at which such checkpoints are under way no more than is comfortable',
  unit: 'ms',
  inputs: { duration: 'ms', comfortableDuty: 'ratio' },
  text: 'duration ÷ comfortableDuty',
  evidence: 'heuristic',
  compute: ({ duration, comfortableDuty }) => duration / comfortableDuty,
});

export const NEEDED_TIMEOUT = formula({
  reference: 'F5.3',
  label: 'Timeout with which such checkpoints complete',
  unit: 'ms',
  inputs: { longest: 'ms', margin: 'ratio' },
  text: 'longest × margin',
  evidence: 'heuristic',
  compute: ({ longest, margin }) => longest * margin,
});

export const JUDGE_FORMULAS: readonly FormulaText[] = [
  END_TO_END,
  MEASURED_DUTY,
  ROOMY_INTERVAL,
  NEEDED_TIMEOUT,
];

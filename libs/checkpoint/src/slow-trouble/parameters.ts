import type { Parameter } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';
import { STUDENT_T } from './student-t.js';

/** What is assumed of trouble that grows slowly, each once. */
const row = <U extends Unit>(values: Parameter<U>): Parameter<U> => values;

export const RESTART_SAFETY = row({
  id: 'metaspace.restartSafety',
  unit: 'ratio',
  value: 0.8,
  description: 'Part of the time until metaspace is full after which to restart a session cluster',
  reference: 'F10.2',
  evidence: 'heuristic',
  versions: 'all',
});

export const SHARP_FALL = row({
  id: 'metaspace.sharpFall',
  unit: 'ratio',
  value: 0.2,
  description:
    'Part of used metaspace whose loss between two points looks like a restart, or like unloaded classes',
  reference: 'F10.2',
  evidence: 'heuristic',
  versions: 'all',
});

export const FEWEST_BYTES_PER_CLASS = row({
  id: 'metaspace.fewestBytesPerClass',
  unit: 'bytes',
  value: 6000,
  description: 'Metaspace of a loaded class, at least',
  reference: 'F10.2',
  evidence: 'heuristic',
  versions: 'all',
});

export const BYTES_PER_CLASS = row({
  id: 'metaspace.bytesPerClass',
  unit: 'bytes',
  value: 8000,
  description: 'Metaspace of a loaded class',
  reference: 'F10.2',
  evidence: 'heuristic',
  versions: 'all',
});

export const MOST_BYTES_PER_CLASS = row({
  id: 'metaspace.mostBytesPerClass',
  unit: 'bytes',
  value: 10_000,
  description: 'Metaspace of a loaded class, at most',
  reference: 'F10.2',
  evidence: 'heuristic',
  versions: 'all',
});

export const ONE_PANE = row({
  id: 'windowsKept.panes',
  unit: 'count',
  value: 1,
  description: 'Windows that a record belongs to, where nothing is said: one, as with tumbling windows',
  reference: 'F10.3',
  evidence: 'derived',
  versions: 'all',
});

export const LARGER_RATIO = row({
  id: 'windowsKept.largerRatio',
  unit: 'ratio',
  value: 2,
  description:
    'A checkpoint so many times its neighbours’ median is larger than theirs, if it is also far out among them',
  reference: 'F10.3',
  evidence: 'heuristic',
  versions: 'all',
});

export const FAR_OUT = row({
  id: 'windowsKept.farOut',
  unit: 'ratio',
  value: 3.5,
  description:
    'Robust standard deviations from the median that are far out (Iglewicz and Hoaglin, “How to Detect and Handle Outliers”, 1993)',
  reference: 'F10.3',
  evidence: 'heuristic',
  versions: 'all',
});

export const MAD_TO_DEVIATION = row({
  id: 'windowsKept.medianDeviationScale',
  unit: 'ratio',
  value: 1.4826,
  description: 'Standard deviation of a normal distribution ÷ its median absolute deviation',
  reference: 'F10.3',
  evidence: 'derived',
  versions: 'all',
});

export const METASPACE_PARAMETERS: readonly Parameter[] = [
  RESTART_SAFETY,
  SHARP_FALL,
  FEWEST_BYTES_PER_CLASS,
  BYTES_PER_CLASS,
  MOST_BYTES_PER_CLASS,
  STUDENT_T,
];

export const WINDOW_PARAMETERS: readonly Parameter[] = [
  ONE_PANE,
  LARGER_RATIO,
  FAR_OUT,
  MAD_TO_DEVIATION,
  STUDENT_T,
];

/** Both, each once: a series is judged alike. */
export const SLOW_TROUBLE_PARAMETERS: readonly Parameter[] = [
  ...new Set([...METASPACE_PARAMETERS, ...WINDOW_PARAMETERS]),
];

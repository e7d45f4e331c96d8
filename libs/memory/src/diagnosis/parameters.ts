import type { Parameter } from '@plimsoll/trace';

const row = <U extends Parameter['unit']>(
  id: string,
  unit: U,
  value: number,
  description: string,
): Parameter<U> => ({
  id: `diagnosis.${id}`,
  unit,
  value,
  description,
  reference: 'F8.4',
  evidence: 'heuristic',
  versions: 'all',
});

export const GROWTH = row(
  'growth',
  'ratio',
  0.25,
  'by how much a pool that ran out is made larger where its use was not observed',
);
export const LEAST_GROWTH = row(
  'leastGrowth',
  'bytes',
  64 * 2 ** 20,
  'the least by which a pool that ran out is made larger',
);
export const HEADROOM = row('headroom', 'ratio', 0.2, 'what a pool keeps free over its observed use');
export const NEAR_LIMIT = row(
  'nearLimit',
  'ratio',
  0.95,
  'share of its limit from which a resident set counts as at the limit',
);

export const MOST_CUT = row(
  'mostCut',
  'ratio',
  0.5,
  'the most by which an option is cut that is too large beside the others; beyond it the total is too small',
);
export const LEAST_HEAP = row(
  'leastHeap',
  'bytes',
  128 * 2 ** 20,
  'heap that a process is left with beside Flink’s own share where none is set: a JobManager logs a warning below it',
);

export const LEAST_OFF_HEAP = {
  ...row(
    'leastJobManagerOffHeap',
    'bytes',
    128 * 2 ** 20,
    'off-heap memory that a JobManager is left with: Flink’s default of jobmanager.memory.off-heap.size',
  ),
  evidence: 'verified' as const,
};

export const DIAGNOSIS_PARAMETERS: readonly Parameter[] = [
  GROWTH,
  LEAST_GROWTH,
  HEADROOM,
  NEAR_LIMIT,
  MOST_CUT,
  LEAST_HEAP,
  LEAST_OFF_HEAP,
];

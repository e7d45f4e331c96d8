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

export const DIAGNOSIS_PARAMETERS: readonly Parameter[] = [GROWTH, LEAST_GROWTH, HEADROOM, NEAR_LIMIT];

import type { Told } from './cluster-shape.js';
import type { LintFacts } from './facts.js';

export const MAX_PARALLELISM = 'pipeline.max-parallelism';

/** The max parallelism that the file or the code of the job sets; the code wins. Null where neither does. */
export function givenMaxParallelism({ config, job }: LintFacts): Told | null {
  if (job?.maxParallelism !== undefined) return { value: job.maxParallelism, from: '/job/maxParallelism' };
  const value = config.sets(MAX_PARALLELISM) ? config.number(MAX_PARALLELISM) : null;
  return value === null ? null : { value, from: `/config/${MAX_PARALLELISM}` };
}

/** Where a finding about it belongs. */
export const placeOf = ({ from }: Told): string => from.replace('/config/', '');

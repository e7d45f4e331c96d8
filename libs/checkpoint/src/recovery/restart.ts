import { derive, type Figure, formula, given, parameter } from '@plimsoll/trace';
import type { BlobFigures } from './blob-fetch.js';
import { DEPLOYMENT, PROCESS_START } from './parameters.js';
import type { RecoveryScenario } from './request.js';
import { givenOr } from './scope.js';

/** From knowing of the failure to tasks that read their state. A new JobManager starts the job anew: no restart strategy delays it. */
const AFTER_DELAY = formula({
  reference: 'F3.2',
  label: 'Restart of the tasks',
  unit: 'ms',
  inputs: { delay: 'ms', replacement: 'ms', blobFetch: 'ms', deployment: 'ms' },
  text: 'max(delay, replacement) + blobFetch + deployment',
  compute: ({ delay, replacement, blobFetch, deployment }) =>
    Math.max(delay, replacement) + blobFetch + deployment,
});

const AFTER_REPLACEMENT = formula({
  reference: 'F3.2',
  label: 'Restart by a new JobManager',
  unit: 'ms',
  inputs: { replacement: 'ms', blobFetch: 'ms', deployment: 'ms' },
  text: 'replacement + blobFetch + deployment',
  compute: ({ replacement, blobFetch, deployment }) => replacement + blobFetch + deployment,
});

const KEY = 'downtime.restart';

/** @param delay of the restart strategy; null where a new JobManager starts the job */
export function restart(
  scenario: RecoveryScenario,
  delay: Figure<'ms'> | null,
  blobs: BlobFigures | null,
): Figure<'ms'> {
  const replacement = givenOr(
    'ms',
    scenario.replacement,
    '/scenario/replacement',
    scenario.failure === 'TASK' ? given('ms', 0, '/scenario/failure') : parameter(PROCESS_START),
  );
  const blobFetch =
    blobs?.pressure.servedBy === 'JOB_MANAGER' ? blobs.time : given('ms', 0, '/cluster/blobs');
  const deployment = parameter(DEPLOYMENT);
  return delay === null
    ? derive(KEY, AFTER_REPLACEMENT, { replacement, blobFetch, deployment })
    : derive(KEY, AFTER_DELAY, { delay, replacement, blobFetch, deployment });
}

export const RESTART_FORMULAS = [AFTER_DELAY, AFTER_REPLACEMENT];

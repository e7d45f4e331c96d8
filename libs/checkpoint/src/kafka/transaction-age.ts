import { derive, type Figure, formula } from '@plimsoll/trace';
import type { Settings } from './settings.js';

/**
 * F6.1: how old a transaction is when it is committed at last. It opens at the barrier before its own; each tolerated failure of a
 * checkpoint leaves it open for one interval more; then its checkpoint completes, the job fails before the commit, and the
 * restored job commits it.
 */
export interface TransactionAge {
  readonly effectiveInterval: Figure<'ms'>;
  /** When the checkpoint completes. */
  readonly atCompletion: Figure<'ms'>;
  /** When the restored job commits. */
  readonly worst: Figure<'ms'>;
  readonly requiredTimeout: Figure<'ms'>;
}

const EFFECTIVE_INTERVAL = formula({
  reference: 'F5.2',
  label: 'Time between checkpoints',
  unit: 'ms',
  inputs: { interval: 'ms', minPause: 'ms', duration: 'ms', maxConcurrent: 'count' },
  text: 'max(interval, minPause, (duration + minPause) ÷ maxConcurrent)',
  compute: ({ interval, minPause, duration, maxConcurrent }) =>
    Math.max(interval, minPause, (duration + minPause) / maxConcurrent),
});

const LONGEST_GAP = formula({
  reference: 'F5.2',
  label: 'Longest time between two barriers',
  unit: 'ms',
  inputs: { interval: 'ms', minPause: 'ms', duration: 'ms' },
  text: 'max(interval, duration + minPause)',
  compute: ({ interval, minPause, duration }) => Math.max(interval, duration + minPause),
});

const AGE_AT_COMPLETION = formula({
  reference: 'F6.1',
  label: 'Age of a transaction when its checkpoint completes',
  unit: 'ms',
  inputs: { tolerableFailures: 'count', gap: 'ms', duration: 'ms' },
  text: '(tolerableFailures + 1) × gap + duration',
  compute: ({ tolerableFailures, gap, duration }) => (tolerableFailures + 1) * gap + duration,
});

const AGE_AFTER_TIMEOUTS = formula({
  reference: 'F6.1',
  label: 'Age of a transaction when its checkpoint completes, after others timed out',
  unit: 'ms',
  inputs: { gap: 'ms', tolerableFailures: 'count', checkpointTimeout: 'ms', duration: 'ms' },
  text: 'gap + tolerableFailures × max(gap, checkpointTimeout) + duration',
  compute: ({ gap, tolerableFailures, checkpointTimeout, duration }) =>
    gap + tolerableFailures * Math.max(gap, checkpointTimeout) + duration,
});

const WORST_AGE = formula({
  reference: 'F6.1',
  label: 'Worst age of a transaction at its commit',
  unit: 'ms',
  inputs: { ageAtCompletion: 'ms', downtime: 'ms' },
  text: 'ageAtCompletion + downtime',
  compute: ({ ageAtCompletion, downtime }) => ageAtCompletion + downtime,
});

const REQUIRED_TIMEOUT = formula({
  reference: 'F6.1',
  label: 'Transaction timeout that is needed',
  unit: 'ms',
  inputs: { worstAge: 'ms', safetyFactor: 'ratio' },
  text: 'worstAge × safetyFactor',
  compute: ({ worstAge, safetyFactor }) => worstAge * safetyFactor,
});

export function transactionAge(settings: Settings): TransactionAge {
  const { interval, minPause, duration, maxConcurrent } = settings;
  const effectiveInterval = derive('kafka.effectiveInterval', EFFECTIVE_INTERVAL, {
    interval,
    minPause,
    duration,
    maxConcurrent,
  });
  const gap =
    maxConcurrent.value === 1
      ? effectiveInterval
      : derive('kafka.longestGap', LONGEST_GAP, { interval, minPause, duration });
  const { tolerableFailures, checkpointTimeout } = settings;
  const key = 'kafka.ageAtCompletion';
  const atCompletion =
    checkpointTimeout === null
      ? derive(key, AGE_AT_COMPLETION, { tolerableFailures, gap, duration })
      : derive(key, AGE_AFTER_TIMEOUTS, { gap, tolerableFailures, checkpointTimeout, duration });
  const worst = derive('kafka.worstTransactionAge', WORST_AGE, {
    ageAtCompletion: atCompletion,
    downtime: settings.downtime,
  });
  const requiredTimeout = derive('kafka.requiredTimeout', REQUIRED_TIMEOUT, {
    worstAge: worst,
    safetyFactor: settings.safetyFactor,
  });
  return { effectiveInterval, atCompletion, worst, requiredTimeout };
}

export const TRANSACTION_AGE_FORMULAS = [
  EFFECTIVE_INTERVAL,
  LONGEST_GAP,
  AGE_AT_COMPLETION,
  AGE_AFTER_TIMEOUTS,
  WORST_AGE,
  REQUIRED_TIMEOUT,
];

import { type Outcome, ok, rejected } from '@plimsoll/units';
import { LARGEST, ValueChecks } from '../value-checks.js';

/** Backlog under a load that changes (F3.3): a queue that is worked off at the capacity. Computed plainly, step by step. */
export interface ProfileBacklogRequest {
  /** Records per second of each step. */
  readonly recordsPerSecond: readonly number[];
  readonly stepMs: number;
  readonly capacityRecordsPerSecond: number;
  /** Default: 0. */
  readonly initialBacklogRecords?: number;
}

export interface ProfileBacklog {
  readonly maxBacklogRecords: number;
  readonly finalBacklogRecords: number;
  /** How long the greatest backlog takes to work off without any input; null: for ever, with no capacity. */
  readonly maxDrainMs: number | null;
  /** Age of the record that is next, at most, at the ends of steps. The source must keep records that long. */
  readonly maxAgeMs: number;
  readonly stepsWithBacklog: number;
  /** At the end of each step. */
  readonly backlogRecords: readonly number[];
}

export const MOST_STEPS = 100_000;

/** Rejects an empty profile, one of more than 100,000 steps, and values that are no rates or times. */
export function profileBacklog(request: ProfileBacklogRequest): Outcome<ProfileBacklog> {
  const rejections = check(request);
  if (rejections.length > 0) return rejected(...rejections);
  const { recordsPerSecond, stepMs, capacityRecordsPerSecond, initialBacklogRecords = 0 } = request;
  const seconds = stepMs / 1000;
  const backlogRecords: number[] = [];
  let backlog = initialBacklogRecords;
  for (const rate of recordsPerSecond) {
    backlog = Math.max(0, backlog + (rate - capacityRecordsPerSecond) * seconds);
    backlogRecords.push(backlog);
  }
  const maxBacklogRecords = backlogRecords.reduce((most, one) => Math.max(most, one), initialBacklogRecords);
  const drains = capacityRecordsPerSecond > 0 || maxBacklogRecords === 0;
  return ok({
    maxBacklogRecords,
    finalBacklogRecords: backlog,
    maxDrainMs: drains ? (maxBacklogRecords / (capacityRecordsPerSecond || 1)) * 1000 : null,
    maxAgeMs: maxAge(recordsPerSecond, backlogRecords, stepMs),
    stepsWithBacklog: backlogRecords.filter((one) => one > 0).length,
    backlogRecords,
  });
}

/** Records are read in the order in which they came, so what is behind at the end of a step came last. What was there at first has no known age. */
function maxAge(rates: readonly number[], backlogs: readonly number[], stepMs: number): number {
  let most = 0;
  /** The step in which the next record came, and what came after that step, up to the end of the present one. */
  let first = 0;
  let after = 0;
  for (const [step, backlog] of backlogs.entries()) {
    if (step > first) after += came(rates, step, stepMs);
    while (first < step && after >= backlog) {
      first += 1;
      after -= came(rates, first, stepMs);
    }
    if (backlog === 0) continue;
    const inFirst = came(rates, first, stepMs);
    const share = inFirst === 0 ? 1 : Math.min(1, (backlog - after) / inFirst);
    most = Math.max(most, (step - first + share) * stepMs);
  }
  return most;
}

const came = (rates: readonly number[], step: number, stepMs: number): number =>
  ((rates[step] ?? 0) * stepMs) / 1000;

function check(request: ProfileBacklogRequest) {
  const checks = new ValueChecks();
  const rate = { min: 0, max: LARGEST, remedy: 'give records per second' };
  const { length } = request.recordsPerSecond;
  if (length === 0 || length > MOST_STEPS) {
    checks.reject('/recordsPerSecond', `must have 1 to ${MOST_STEPS} steps: take longer steps`, length);
  } else {
    request.recordsPerSecond.forEach((one, at) => {
      checks.number(`/recordsPerSecond/${at}`, one, rate);
    });
  }
  checks.number('/stepMs', request.stepMs, { min: 1, max: LARGEST, remedy: 'give the length of a step' });
  checks.number('/capacityRecordsPerSecond', request.capacityRecordsPerSecond, rate);
  checks.number('/initialBacklogRecords', request.initialBacklogRecords, {
    ...rate,
    remedy: 'give a number of records',
  });
  return checks.rejections;
}

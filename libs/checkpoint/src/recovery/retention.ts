import { type DerivedFigure, derive, type Figure, formula, given } from '@plimsoll/trace';
import type { Load } from './catch-up.js';
import type { Retention } from './result.js';

/** Whether the source still has what must be read again. With enough capacity the lag is oldest when the job runs again. */
const OLDEST = formula({
  reference: 'F3.3',
  label: 'Age of the oldest record to read again, when the job runs again',
  unit: 'ms',
  inputs: { downtime: 'ms', rewind: 'ms' },
  text: 'downtime + rewind',
  compute: ({ downtime, rewind }) => downtime + rewind,
});

const LOST_AFTER = formula({
  reference: 'F3.3',
  label: 'Until records are gone before they are read, from the job running again',
  unit: 'ms',
  inputs: { retention: 'ms', oldest: 'ms', capacity: 'perSecond', recordsPerSecond: 'perSecond' },
  text: 'max(0, retention − oldest) ÷ (1 − capacity ÷ recordsPerSecond)',
  compute: ({ retention, oldest, capacity, recordsPerSecond }) =>
    Math.max(0, retention - oldest) / (1 - capacity / recordsPerSecond),
});

export interface RetentionFigures {
  readonly retention: Retention;
  readonly given: Figure<'ms'>;
  readonly oldest: DerivedFigure<'ms'>;
  readonly lostAfter: DerivedFigure<'ms'> | null;
}

export function retention(
  retentionMs: number,
  { recordsPerSecond, capacity }: Load,
  downtime: Figure<'ms'>,
  rewind: Figure<'ms'>,
): RetentionFigures {
  const keeps = given('ms', retentionMs, '/scenario/sourceRetention');
  const oldest = derive('retention.oldest', OLDEST, { downtime, rewind });
  const lostAfter =
    capacity.value < recordsPerSecond.value
      ? derive('retention.lostAfter', LOST_AFTER, { retention: keeps, oldest, capacity, recordsPerSecond })
      : null;
  return {
    given: keeps,
    oldest,
    lostAfter,
    retention: {
      retentionMs,
      oldestRecordAgeMs: oldest.value,
      keepsAll: oldest.value <= retentionMs && lostAfter === null,
      lostAfterMs: lostAfter?.value ?? null,
    },
  };
}

export const RETENTION_FORMULAS = [OLDEST, LOST_AFTER];

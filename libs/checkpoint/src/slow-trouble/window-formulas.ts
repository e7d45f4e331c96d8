import { formula } from '@plimsoll/trace';
import { textsOf, trendFormulas } from './trend.js';

/** F10.3: what windows hold that a stalled watermark never closes. */
const reference = 'F10.3';

export const CHECKPOINT_TREND = trendFormulas(reference, 'Growth of checkpoints', 'bytesPerSecond');

/** Distinct keys that a number of uniform draws touches: −K·expm1(n·log1p(−1/K)), exact for many keys and few records. */
const distinctKeys = (keys: number, records: number): number =>
  keys === 1 ? Number(records > 0) : -keys * Math.expm1(records * Math.log1p(-1 / keys));

export const ENTRIES = formula({
  reference,
  label: 'Entries of one window',
  unit: 'count',
  inputs: { keys: 'count', recordsPerSecond: 'perSecond', size: 'ms' },
  text: 'D(keys, recordsPerSecond × size ÷ 1 s)',
  compute: ({ keys, recordsPerSecond, size }) => distinctKeys(keys, (recordsPerSecond * size) / 1000),
});

export const AGGREGATE_GROWTH = formula({
  reference,
  label: 'Growth of windows that are never closed',
  unit: 'bytesPerSecond',
  inputs: { entries: 'count', entryBytes: 'bytes', panes: 'count', size: 'ms' },
  text: 'entries × entryBytes × panes ÷ size × 1 s',
  compute: ({ entries, entryBytes, panes, size }) => ((entries * entryBytes * panes) / size) * 1000,
});

/** Windows without an incremental aggregate keep each record once for each window that it belongs to. */
export const LIST_GROWTH = formula({
  reference,
  label: 'Growth of windows that keep their records and are never closed',
  unit: 'bytesPerSecond',
  inputs: { recordsPerSecond: 'perSecond', recordBytes: 'bytes', panes: 'count' },
  text: 'recordsPerSecond × recordBytes × panes',
  compute: ({ recordsPerSecond, recordBytes, panes }) => recordsPerSecond * recordBytes * panes,
});

export const TIME_TO_FILL = formula({
  reference,
  label: 'Time until the free space is full',
  unit: 'ms',
  inputs: { freeBytes: 'bytes', growth: 'bytesPerSecond' },
  text: 'freeBytes ÷ growth × 1 s',
  compute: ({ freeBytes, growth }) => (freeBytes / growth) * 1000,
});

export const STEADY_EXTRA = formula({
  reference,
  label: 'State kept longer in steady operation',
  unit: 'bytes',
  inputs: { watermarkDelay: 'ms', allowedLateness: 'ms', growth: 'bytesPerSecond' },
  text: '(watermarkDelay + allowedLateness) × growth ÷ 1 s',
  compute: ({ watermarkDelay, allowedLateness, growth }) =>
    ((watermarkDelay + allowedLateness) * growth) / 1000,
});

export const SHARE_OF_STALLED = formula({
  reference,
  label: 'Observed growth against that of a stalled watermark',
  unit: 'ratio',
  inputs: { observed: 'bytesPerSecond', stalled: 'bytesPerSecond' },
  text: 'observed ÷ stalled',
  compute: ({ observed, stalled }) => observed / stalled,
});

export const BYTES_PER_RATE = formula({
  reference,
  label: 'Checkpoint for each record per second',
  unit: 'bytes',
  inputs: { checkpointBytes: 'bytes', recordsPerSecond: 'perSecond' },
  text: 'checkpointBytes ÷ recordsPerSecond',
  compute: ({ checkpointBytes, recordsPerSecond }) => checkpointBytes / recordsPerSecond,
});

export const RATIO_TO_MEDIAN = formula({
  reference,
  label: 'Checkpoint against the median of its neighbours',
  unit: 'ratio',
  inputs: { own: 'bytes', median: 'bytes' },
  text: 'own ÷ median',
  compute: ({ own, median }) => own / median,
});

export const DEVIATIONS = formula({
  reference,
  label: 'Distance from the median in robust standard deviations of the logarithms',
  unit: 'ratio',
  inputs: { ratio: 'ratio', medianDeviation: 'ratio', scale: 'ratio' },
  text: 'ln(ratio) ÷ (medianDeviation × scale)',
  evidence: 'heuristic',
  compute: ({ ratio, medianDeviation, scale }) => Math.log(ratio) / (medianDeviation * scale),
});

export const WINDOW_FORMULAS = [
  ...textsOf(CHECKPOINT_TREND),
  ENTRIES,
  AGGREGATE_GROWTH,
  LIST_GROWTH,
  TIME_TO_FILL,
  STEADY_EXTRA,
  SHARE_OF_STALLED,
  BYTES_PER_RATE,
  RATIO_TO_MEDIAN,
  DEVIATIONS,
];

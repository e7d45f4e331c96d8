import { formula } from '@plimsoll/trace';

/** Formulas of windows: F1.4 (windows per record), F1.5 (emission), F1.8 (sessions). Times in milliseconds, rates per second. */

/** F1.4: a record belongs to at most ⌈size ÷ slide⌉ sliding windows; that many windows are open for each key. */
export const PANES = formula({
  reference: 'F1.4',
  label: 'Panes per key',
  unit: 'count',
  inputs: { size: 'ms', slide: 'ms' },
  text: '⌈size ÷ slide⌉',
  evidence: 'verified',
  compute: ({ size, slide }) => Math.ceil(size / slide),
});

/** F1.4: the number of sliding windows of one record: `min` to `max`, `size ÷ slide` on average. */
export const windowsPerRecord = (size: number, slide: number) => ({
  min: Math.floor(size / slide),
  mean: size / slide,
  max: Math.ceil(size / slide),
});

export const WINDOW_RECORDS = formula({
  reference: 'F1.6',
  label: 'Records that a window receives',
  unit: 'count',
  inputs: { recordsPerSecond: 'perSecond', size: 'ms' },
  text: 'recordsPerSecond × size ÷ 1 s',
  compute: ({ recordsPerSecond, size }) => (recordsPerSecond * size) / 1000,
});

export const EMISSION = formula({
  reference: 'F1.5',
  label: 'Results per second',
  unit: 'perSecond',
  inputs: { keysPerFiring: 'count', slide: 'ms' },
  text: 'keysPerFiring ÷ slide × 1 s',
  evidence: 'stated',
  compute: ({ keysPerFiring, slide }) => (keysPerFiring / slide) * 1000,
});

export const DRAIN = formula({
  reference: 'F1.5',
  label: 'Drain of one firing',
  unit: 'ms',
  inputs: { usualDrain: 'ms', slide: 'ms' },
  text: 'min(usualDrain, slide)',
  compute: ({ usualDrain, slide }) => Math.min(usualDrain, slide),
});

/** All windows of one slide fire on the same watermark. */
export const BURST = formula({
  reference: 'F1.5',
  label: 'Peak over average of the output',
  unit: 'ratio',
  inputs: { slide: 'ms', drain: 'ms' },
  text: 'slide ÷ drain',
  compute: ({ slide, drain }) => slide / drain,
});

export const WINDOW_PART = formula({
  reference: 'F1.5',
  label: 'What the window adds to a flow',
  unit: 'bytesPerSecond',
  inputs: { load: 'bytesPerSecond', part: 'ratio' },
  text: 'load × part',
  compute: ({ load, part }) => load * part,
});

export const BURST_BYTES = formula({
  reference: 'F1.5',
  label: 'Bytes of one firing that leave this machine',
  unit: 'bytes',
  inputs: { emission: 'bytesPerSecond', slide: 'ms' },
  text: 'emission × slide ÷ 1 s',
  compute: ({ emission, slide }) => (emission * slide) / 1000,
});

export const HEADROOM = formula({
  reference: 'F1.5',
  label: 'Network out that is left for a firing',
  unit: 'bytesPerSecond',
  inputs: { capacity: 'bytesPerSecond', load: 'bytesPerSecond', emission: 'bytesPerSecond' },
  text: 'capacity − (load − emission)',
  compute: ({ capacity, load, emission }) => capacity - (load - emission),
});

export const MIN_DRAIN = formula({
  reference: 'F1.5',
  label: 'Shortest drain that the network out allows',
  unit: 'ms',
  inputs: { burstBytes: 'bytes', headroom: 'bytesPerSecond' },
  text: 'burstBytes ÷ headroom × 1 s',
  compute: ({ burstBytes, headroom }) => (burstBytes / headroom) * 1000,
});

/** A quotient that is whole but for rounding is not rounded up once more. */
const ROUNDING = 1e-12;

export const BURST_PARALLELISM = formula({
  reference: 'F1.5',
  label: 'Parallelism that takes the burst',
  unit: 'count',
  inputs: {
    recordsPerSecond: 'perSecond',
    peakRatio: 'ratio',
    cpuMicrosPerRecord: 'micros',
    targetUtilization: 'ratio',
  },
  text: '⌈recordsPerSecond × peakRatio × cpuMicrosPerRecord ÷ 10^6 ÷ targetUtilization⌉',
  compute: ({ recordsPerSecond, peakRatio, cpuMicrosPerRecord, targetUtilization }) => {
    const subtasks = (recordsPerSecond * peakRatio * cpuMicrosPerRecord) / 1e6 / targetUtilization;
    return Math.ceil(subtasks - subtasks * ROUNDING);
  },
});

export const SESSIONS_OPEN = formula({
  reference: 'F1.8',
  label: 'Open sessions',
  unit: 'count',
  inputs: { keys: 'count', recordsPerSecond: 'perSecond', gap: 'ms' },
  text: 'keys × (1 − exp(−(recordsPerSecond ÷ keys × gap ÷ 1 s)))',
  compute: ({ keys, recordsPerSecond, gap }) => -keys * Math.expm1((-(recordsPerSecond / keys) * gap) / 1000),
});

export const SESSIONS_CLOSED = formula({
  reference: 'F1.8',
  label: 'Sessions closed per second',
  unit: 'perSecond',
  inputs: { recordsPerSecond: 'perSecond', keys: 'count', gap: 'ms' },
  text: 'recordsPerSecond × exp(−(recordsPerSecond ÷ keys × gap ÷ 1 s))',
  compute: ({ recordsPerSecond, keys, gap }) =>
    recordsPerSecond * Math.exp((-(recordsPerSecond / keys) * gap) / 1000),
});

export const COUNT_TRIGGER = formula({
  reference: 'F1.4',
  label: 'Results per second',
  unit: 'perSecond',
  inputs: { recordsPerSecond: 'perSecond', countTrigger: 'count' },
  text: 'recordsPerSecond ÷ countTrigger',
  compute: ({ recordsPerSecond, countTrigger }) => recordsPerSecond / countTrigger,
});

export const WINDOW_FORMULAS = [
  PANES,
  WINDOW_RECORDS,
  EMISSION,
  DRAIN,
  BURST,
  WINDOW_PART,
  BURST_BYTES,
  HEADROOM,
  MIN_DRAIN,
  BURST_PARALLELISM,
  SESSIONS_OPEN,
  SESSIONS_CLOSED,
  COUNT_TRIGGER,
];

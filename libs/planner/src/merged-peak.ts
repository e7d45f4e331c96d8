import { type DerivedFigure, derive, type Figure, formula, sum } from '@plimsoll/trace';
import type { Peak, Stream } from './dataflow.js';

const PEAK_RECORDS = formula({
  reference: 'F1.5',
  label: 'Records per second at the peak',
  unit: 'perSecond',
  inputs: { recordsPerSecond: 'perSecond', peakRatio: 'ratio' },
  text: 'recordsPerSecond × peakRatio',
  compute: ({ recordsPerSecond, peakRatio }) => recordsPerSecond * peakRatio,
});

const PEAK_RATIO = formula({
  reference: 'F1.5',
  label: 'Peak over average of the input',
  unit: 'ratio',
  inputs: { peakRecordsPerSecond: 'perSecond', recordsPerSecond: 'perSecond' },
  text: 'peakRecordsPerSecond ÷ recordsPerSecond',
  compute: ({ peakRecordsPerSecond, recordsPerSecond }) => peakRecordsPerSecond / recordsPerSecond,
});

const PART_OF_STREAM = formula({
  reference: 'F1.5',
  label: 'Part of the stream that one input brings',
  unit: 'ratio',
  inputs: { arrival: 'bytesPerSecond', bytesPerSecond: 'bytesPerSecond' },
  text: 'arrival ÷ bytesPerSecond',
  compute: ({ arrival, bytesPerSecond }) => arrival / bytesPerSecond,
});

const PART_OF_PART = formula({
  reference: 'F1.5',
  label: 'Part of the stream that a window emits through one input',
  unit: 'ratio',
  inputs: { part: 'ratio', inherited: 'ratio' },
  text: 'part × inherited',
  compute: ({ part, inherited }) => part * inherited,
});

/** Windows that drain at once add up: the peak of a sum is taken as the sum of the peaks. */
export function mergedPeak(
  key: string,
  arrivals: readonly Stream[],
  records: DerivedFigure<'perSecond'>,
  bytes: DerivedFigure<'bytesPerSecond'>,
): Peak | null {
  if (records.value === 0 || bytes.value === 0 || arrivals.every((stream) => stream.peak === null))
    return null;
  const peakRecords = sum(
    `${key}.peakRecordsIn`,
    'perSecond',
    { label: 'Records received per second at the peak', reference: 'F1.5' },
    arrivals.map((stream, at) => ({
      name: `input ${at + 1}`,
      figure:
        stream.peak === null
          ? stream.records
          : derive(`${key}.peakRecordsIn.${at + 1}`, PEAK_RECORDS, {
              recordsPerSecond: stream.records,
              peakRatio: stream.peak.ratio,
            }),
    })),
  );
  const ratio = derive(`${key}.peakRatio`, PEAK_RATIO, {
    peakRecordsPerSecond: peakRecords,
    recordsPerSecond: records,
  });
  return {
    ratio,
    ms: arrivals.reduce((longest, stream) => Math.max(longest, stream.peak?.ms ?? 0), 0),
    windows: mergedWindows(key, arrivals, bytes),
  };
}

/** Which part of a merged stream stems from each window. */
function mergedWindows(
  key: string,
  arrivals: readonly Stream[],
  bytes: Figure<'bytesPerSecond'>,
): ReadonlyMap<number, Figure<'ratio'>> {
  const parts = new Map<number, Figure<'ratio'>[]>();
  arrivals.forEach(({ bytes: arrival, peak }, at) => {
    for (const [window, part] of peak?.windows ?? []) {
      const name = `${key}.windowPart.${window + 1}.${at + 1}`;
      const whole = derive(name, PART_OF_STREAM, { arrival, bytesPerSecond: bytes });
      const figure =
        part === null ? whole : derive(`${name}.inherited`, PART_OF_PART, { part: whole, inherited: part });
      parts.set(window, [...(parts.get(window) ?? []), figure]);
    }
  });
  const about = { label: 'Part of the stream that a window emits', reference: 'F1.5' };
  return new Map(
    [...parts].map(([window, figures]) => [
      window,
      sum(
        `${key}.windowPart.${window + 1}`,
        'ratio',
        about,
        figures.map((figure, at) => ({ name: `input ${at + 1}`, figure })),
      ),
    ]),
  );
}

export const MERGED_PEAK_FORMULAS = [PEAK_RECORDS, PEAK_RATIO, PART_OF_STREAM, PART_OF_PART];

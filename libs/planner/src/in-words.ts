/** Figures as findings say them. Decimal units; rounded for show only. */
const scaled = (value: number, steps: readonly (readonly [number, string])[]): string => {
  const [factor, unit] = steps.find(([least]) => Math.abs(value) >= least) ?? steps.at(-1) ?? [1, ''];
  return `${trimmed(value / factor)} ${unit}`.trimEnd();
};

const trimmed = (value: number): string => String(Math.round(value * 100) / 100);

export const rateInWords = (bytesPerSecond: number): string =>
  scaled(bytesPerSecond, [
    [1e6, 'MB/s'],
    [1e3, 'kB/s'],
    [1, 'B/s'],
  ]);

export const sizeInWords = (bytes: number): string =>
  scaled(bytes, [
    [1e12, 'TB'],
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
    [1, 'B'],
  ]);

export const countInWords = (count: number): string =>
  scaled(count, [
    [1e9, 'G'],
    [1e6, 'M'],
    [1e4, 'k'],
    [1, ''],
  ]);

export const timeInWords = (ms: number): string =>
  scaled(ms, [
    [3.6e6, 'h'],
    [6e4, 'min'],
    [1e3, 's'],
    [1, 'ms'],
  ]);

export const percentInWords = (ratio: number): string => `${Number((ratio * 100).toFixed(1))} %`;

export const machinesInWords = (machines: number): string =>
  `${machines} ${machines === 1 ? 'machine' : 'machines'}`;

/** Figures as findings say them. Decimal units; rounded for show only. */
/** `from`: the least value that is said in this unit. */
type Scale = readonly { readonly factor: number; readonly unit: string; readonly from: number }[];

const scale = (...steps: readonly (readonly [number, string, from?: number])[]): Scale =>
  steps.map(([factor, unit, from = factor]) => ({ factor, unit, from }));

const RATES = scale([1e6, ' MB/s'], [1e3, ' kB/s'], [1, ' B/s']);
const SIZES = scale([1e12, ' TB'], [1e9, ' GB'], [1e6, ' MB'], [1e3, ' kB'], [1, ' B']);
const COUNTS = scale([1e9, ' G'], [1e6, ' M'], [1e3, ' k', 1e4], [1, '']);
const TIMES = scale([3.6e6, ' h'], [6e4, ' min'], [1e3, ' s'], [1, ' ms']);

/** In the largest unit that leaves at least 1; in the smallest where none does. */
function scaled(value: number, steps: Scale): string {
  let at = 0;
  while (at < steps.length - 1 && Math.abs(value) < (steps[at]?.from ?? 0)) at += 1;
  const { factor = 1, unit = '' } = steps[at] ?? {};
  return `${Math.round((value / factor) * 100) / 100}${unit}`;
}

export const rateInWords = (bytesPerSecond: number): string => scaled(bytesPerSecond, RATES);

export const sizeInWords = (bytes: number): string => scaled(bytes, SIZES);

export const countInWords = (count: number): string => scaled(count, COUNTS);

export const timeInWords = (ms: number): string => scaled(ms, TIMES);

export const percentInWords = (ratio: number): string => `${Math.round(ratio * 1000) / 10} %`;

export const machinesInWords = (machines: number): string =>
  `${machines} ${machines === 1 ? 'machine' : 'machines'}`;

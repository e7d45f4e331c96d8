import fc from 'fast-check';
import { arithmeticFigure, duration, figure, listed, spelledDuration } from './figures.js';
import { NARROW } from './numbers.js';

const read = (text: string): string => text.replaceAll(NARROW, '_');

describe('a figure', () => {
  it.each([
    ['bytesPerSecond', 192_880_000, '192.88_MB/s'],
    ['bytesPerSecond', 10_335_000_000, '10_335_MB/s'],
    ['bytesPerSecond', 10, '10_B/s'],
    ['bytesPerSecond', 999_999, '1_MB/s'],
    ['bytes', 2000, '2_kB'],
    ['bytes', 57_860_000_000, '57.86_GB'],
    ['bytes', 4e15, '4000_TB'],
    ['count', 730_590_175, '730.6_M'],
    ['count', 999_999.9, '1_M'],
    ['count', 5, '5'],
    ['perSecond', 1_000_000, '1_000_000/s'],
    ['perSecond', 3_759_903.04, '3_759_903/s'],
    ['perSecond', 250e6, '250_M/s'],
    ['ratio', 1.98, '1.98'],
    ['cores', 3.2, '3.2_cores'],
    ['operationsPerSecond', 100_000, '100_000_IOPS'],
    ['ms', 300_000, '5_min'],
  ] as const)('of %s: %d is %s', (unit, value, text) => expect(read(figure(unit, value))).toBe(text));

  it.each([
    [60_000, '1_min'],
    [90_000, '90_s'],
    [23_617, '23.6_s'],
    [500, '500_ms'],
    [7_200_000, '2_h'],
    [-300_000, '−5_min'],
    [0, '0_ms'],
  ])('of time: %d is %s', (ms, text) => expect(read(duration(ms))).toBe(text));

  it('is written in seconds and in full within an arithmetic', () => {
    expect(read(arithmeticFigure('ms', 300_000))).toBe('300_s');
    expect(read(arithmeticFigure('count', 730_590_175.4))).toBe('730_590_175');
  });

  it.each([
    [60_000, 'one minute'],
    [300_000, 'five minutes'],
    [90_000, '90 seconds'],
    [3_600_000, 'one hour'],
    [250, '250 milliseconds'],
  ])('of %d ms is spelled %s', (ms, text) => expect(spelledDuration(ms)).toBe(text));

  it('is never 0 unless it is zero', () => {
    const value = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
    const unit = fc.constantFrom(
      'bytes',
      'bytesPerSecond',
      'count',
      'perSecond',
      'ratio',
      'cores',
      'ms',
      'micros',
    );
    fc.assert(fc.property(unit, value, (of, size) => !/^0([^.\d]|$)/.test(figure(of, size))));
  });

  it('stands in a list with commas and an and', () => expect(listed(['a', 'b', 'c'])).toBe('a, b and c'));
});

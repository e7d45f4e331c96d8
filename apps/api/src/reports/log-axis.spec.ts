import fc from 'fast-check';
import { logAxis } from './log-axis.js';

const textsOf = (times: readonly number[]): string[] =>
  logAxis(times).ticks.map(({ text }) => text.replaceAll('\u202f', ' '));

describe('an axis of intervals', () => {
  it('gives each tenfold the same width', () => {
    const { at } = logAxis([1000, 100_000]);
    expect(at(10_000)).toBeCloseTo(0.5, 12);
    expect(at(100_000) - at(10_000)).toBeCloseTo(at(10_000) - at(1000), 12);
  });

  it.each<[readonly number[], string[]]>([
    [
      [60_000, 215_000],
      ['1 min', '2 min', '5 min'],
    ],
    [
      [1200, 600_000],
      ['1 s', '10 s', '1 min', '10 min'],
    ],
    [
      [1200, 31_536_000_000],
      ['1 s', '1 min', '1 h', '1 d', '100 d'],
    ],
    [[], ['1 s', '10 s', '1 min']],
  ])('marks round times within %j', (times, texts) => {
    expect(textsOf(times)).toEqual(texts);
  });

  it('keeps every time that it holds within its ends, in their order, and what is none at the beginning', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-3, max: 1e14, noNaN: true }), { minLength: 1, maxLength: 9 }),
        (times) => {
          const { at, ticks } = logAxis([...times, 0, -5]);
          const places = [...times].sort((a, b) => a - b).map(at);
          expect(
            places.every((place, nth) => place > 0 && place < 1 && place >= (places[nth - 1] ?? 0)),
          ).toBe(true);
          expect(at(-5)).toBe(0);
          expect(ticks.length).toBeLessThanOrEqual(6);
        },
      ),
      { numRuns: 100 },
    );
  });
});

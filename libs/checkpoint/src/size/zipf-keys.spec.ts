import fc from 'fast-check';
import { distinctKeys } from './distinct-keys.js';
import { ZipfKeys } from './zipf-keys.js';

/** Over every key, smallest first, with what rounding drops carried along. */
function oneByOne(keys: number, exponent: number, draws: number): { harmonic: number; touched: number } {
  const sum = (term: (key: number) => number): number => {
    let total = 0;
    let lost = 0;
    for (let key = keys; key >= 1; key--) {
      const value = term(key) - lost;
      const next = total + value;
      lost = next - total - value;
      total = next;
    }
    return total;
  };
  const harmonic = sum((key) => key ** -exponent);
  return {
    harmonic,
    touched: sum((key) => -Math.expm1(draws * Math.log1p(-(key ** -exponent) / harmonic))),
  };
}

const relative = (got: number, want: number): number => Math.abs(got - want) / want;

describe('keys drawn by Zipf’s law', () => {
  it.each([
    [1001, 1],
    [20_000, 0.3],
    [100_000, 1],
    [1_000_000, 0.7],
    [200_000, 2],
  ])('%d keys, exponent %d: touched as the sum over every key says, to 2e-14', (keys, exponent) => {
    const zipf = new ZipfKeys(keys, exponent);
    for (const draws of [1, keys / 3, 100 * keys]) {
      const exact = oneByOne(keys, exponent, draws);
      expect(relative(zipf.harmonic, exact.harmonic)).toBeLessThan(2e-14);
      expect(relative(zipf.touched(draws), exact.touched)).toBeLessThan(2e-14);
    }
  });

  it('up to 1000 keys are summed one by one', () => {
    const exact = oneByOne(1000, 1.3, 5000);
    expect(relative(new ZipfKeys(1000, 1.3).touched(5000), exact.touched)).toBeLessThan(1e-14);
  });

  it('without skew are touched as uniform draws touch them', () => {
    expect(new ZipfKeys(1_000_000, 0).touched(300_000)).toBe(distinctKeys(1_000_000, 300_000));
    expect(
      relative(new ZipfKeys(1_000_000, 1e-9).touched(300_000), distinctKeys(1_000_000, 300_000)),
    ).toBeLessThan(1e-8);
  });

  it('are fewer than the keys and the draws, and grow with the draws', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 1e15, noNaN: true }),
        (keys, exponent, draws) => {
          const zipf = new ZipfKeys(keys, exponent);
          const touched = zipf.touched(draws);
          expect(touched).toBeGreaterThanOrEqual(0);
          expect(touched).toBeLessThanOrEqual(keys);
          if (draws >= 1) expect(touched).toBeLessThanOrEqual(draws);
          expect(zipf.touched(draws * 2)).toBeGreaterThanOrEqual(touched * (1 - 1e-12));
        },
      ),
    );
  });
});

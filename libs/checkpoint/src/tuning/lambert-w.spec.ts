import fc from 'fast-check';
import { lambertWAboveBranch } from './lambert-w.js';

describe('Lambert’s W above its branch point', () => {
  it('satisfies W·exp(W) = −exp(−1 − x)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 20, noNaN: true }), (x) => {
        const w = lambertWAboveBranch(x) - 1;
        const ratio = (w * Math.exp(w)) / -Math.exp(-1 - x);
        expect(Math.abs(ratio - 1)).toBeLessThan(1e-14 * Math.exp(x));
      }),
    );
  });

  it('is √(2x) − 2x/3 + … next to the branch, to the last digits', () => {
    for (const x of [1e-18, 1e-14, 1e-10, 1e-7]) {
      const root = Math.sqrt(2 * x);
      const series = root - (2 * x) / 3 + (root * x) / 18 + (2 * x * x) / 135;
      expect(Math.abs(lambertWAboveBranch(x) / series - 1)).toBeLessThan(1e-14);
    }
  });

  it.each([
    [1, 1 - 0.158594339563039],
    [Math.LN2 - 0.5 - Math.log(1), 0.5],
    [-0.9 - Math.log(0.1), 0.9],
    [-0.1 - Math.log(0.9), 0.1],
  ])('of %d is %d', (x, w) => {
    expect(lambertWAboveBranch(x)).toBeCloseTo(w, 13);
  });

  it('grows, from 0 towards 1', () => {
    expect(lambertWAboveBranch(0)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), (x) => {
        const u = lambertWAboveBranch(x);
        expect(u).toBeGreaterThanOrEqual(0);
        expect(u).toBeLessThanOrEqual(1);
        expect(lambertWAboveBranch(x * 1.01 + 1e-9)).toBeGreaterThanOrEqual(u * (1 - 1e-14));
      }),
    );
  });
});

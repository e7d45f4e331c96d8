import fc from 'fast-check';
import { studentT } from './student-t.js';

describe('the 97.5 % quantile of Student’s t distribution', () => {
  // Printed tables, and the inverse of the incomplete beta function to 30 digits.
  it.each([
    [1, 12.70620473617],
    [2, 4.302652729749],
    [3, 3.182446305284],
    [8, 2.306004135204],
    [30, 2.042272456301],
    [31, 2.039513446396],
    [40, 2.021075390306],
    [60, 2.000297822014],
    [100, 1.983971518524],
    [120, 1.979930405082],
    [1000, 1.962339080826],
    [10_000, 1.960201239891],
  ])('with %d degrees of freedom is %d', (degrees, quantile) => {
    expect(Math.abs(studentT(degrees) - quantile)).toBeLessThan(1e-7);
  });

  /** The distribution’s own mass between −t and t, by Simpson’s rule over its density. */
  function massWithin(t: number, degrees: number): number {
    const steps = 2000;
    const density = (x: number) => (1 + (x * x) / degrees) ** (-(degrees + 1) / 2);
    const half = (from: number, to: number) => {
      const h = (to - from) / steps;
      let sum = density(from) + density(to);
      for (let i = 1; i < steps; i++) sum += density(from + i * h) * (i % 2 === 0 ? 2 : 4);
      return (sum * h) / 3;
    };
    return half(0, t) / (half(0, 20) + half(20, 2000));
  }

  it('leaves 95 % of the distribution between its two tails', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 500 }), (degrees) => {
        expect(massWithin(studentT(degrees), degrees)).toBeCloseTo(0.95, 5);
      }),
    );
  });

  it('shrinks with each degree of freedom, also where table and expansion meet', () => {
    for (let degrees = 1; degrees < 200; degrees++) {
      expect(studentT(degrees + 1)).toBeLessThan(studentT(degrees));
    }
  });
});

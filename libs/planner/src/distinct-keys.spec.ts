import fc from 'fast-check';
import { distinctKeys, openEntries } from './distinct-keys.js';

const keys = fc.integer({ min: 1, max: 2 ** 53 - 1 });
const records = fc.double({ min: 0, max: 1e15, noNaN: true });

describe('distinct keys touched', () => {
  it('are never more than the keys or the records', () => {
    fc.assert(
      fc.property(keys, records, (k, n) => {
        const touched = distinctKeys(k, n);
        expect(touched).toBeGreaterThanOrEqual(0);
        expect(touched).toBeLessThanOrEqual(k);
        if (n >= 1) expect(touched).toBeLessThanOrEqual(n * (1 + 1e-9));
      }),
    );
  });

  it('grow with the records', () => {
    fc.assert(
      fc.property(keys, records, records, (k, a, b) => {
        expect(distinctKeys(k, Math.max(a, b))).toBeGreaterThanOrEqual(
          distinctKeys(k, Math.min(a, b)) * (1 - 1e-12),
        );
      }),
    );
  });

  it('are what drawing one by one gives: 3 of 10 keys in 3 draws touch 2.71 on average', () => {
    expect(distinctKeys(10, 3)).toBeCloseTo(10 * (1 - 0.9 ** 3), 12);
    expect([distinctKeys(1, 0), distinctKeys(1, 5)]).toEqual([0, 1]);
  });
});

describe('open entries', () => {
  it('come out the same in closed form as added up one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1e9 }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.integer({ min: 65, max: 3000 }),
        fc.double({ min: 1, max: 1000, noNaN: true }),
        (k, rate, panes, slide) => {
          const size = slide * (panes - 0.5);
          let sum = 0;
          for (let pane = 0; pane < panes; pane++) sum += distinctKeys(k, rate * (size - pane * slide));
          expect(Math.abs(openEntries(k, rate, size, slide, panes) - sum)).toBeLessThanOrEqual(1e-8 * sum);
        },
      ),
    );
  });
});

import { inNumbers } from './arithmetic.js';
import { NARROW } from './numbers.js';

const read = (text: string): string => text.replaceAll(NARROW, '_');
const input = (name: string, value: number, unit: 'bytes' | 'count' | 'bytesPerSecond' | 'ms' | 'ratio') => ({
  name,
  value,
  unit,
  from: '/',
});

describe('a formula in numbers', () => {
  it('has figures where the names were, the longest name first', () => {
    const formula = 'entries × entry bytes × snapshot entry bytes ÷ interval × 1 s';
    const inputs = [
      input('entries', 730_590_175, 'count'),
      input('entry bytes', 40, 'bytes'),
      input('snapshot entry bytes', 80, 'bytes'),
      input('interval', 60_000, 'ms'),
    ];
    expect(read(inNumbers({ formula, inputs }))).toBe('730_590_175 × 40_B × 80_B ÷ 60_s × 1 s');
  });

  it('names the unit of a sum once, at its result', () => {
    const inputs = [
      input('shuffle in 1', 4e8, 'bytesPerSecond'),
      input('shuffle in 10', 192_880_000, 'bytesPerSecond'),
    ];
    expect(read(inNumbers({ formula: 'shuffle in 1 + shuffle in 10', inputs }))).toBe('400 + 192.88');
  });

  it('keeps the units of a sum where they differ', () => {
    const inputs = [input('large', 4e8, 'bytesPerSecond'), input('small', 3000, 'bytesPerSecond')];
    expect(read(inNumbers({ formula: 'large + small', inputs }))).toBe('400_MB/s + 3_kB/s');
  });

  it('replaces whole names only, and no figure a second time', () => {
    const inputs = [input('K', 5, 'count'), input('MB', 2, 'ratio')];
    expect(inNumbers({ formula: 'K × MB + Kafka', inputs })).toBe('5 × 2 + Kafka');
  });

  it('takes names that mean something else in a pattern', () => {
    expect(
      inNumbers({ formula: 'a(b)* × [c', inputs: [input('a(b)*', 2, 'ratio'), input('[c', 3, 'ratio')] }),
    ).toBe('2 × 3');
  });
});

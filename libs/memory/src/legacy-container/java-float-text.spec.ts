import { javaFloatText } from './java-float-text.js';

describe('a float is written as Java up to 18 writes it', () => {
  it.each([
    [0, '0.0'],
    [-0, '-0.0'],
    [1, '1.0'],
    [0.1, '0.1'],
    [0.7, '0.7'],
    [1.2, '1.2'],
    [-0.0021834134, '-0.0021834134'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [9_999_999, '9999999.0'],
    [10_000_000, '1.0E7'],
    [16_777_216, '1.6777216E7'],
    [1.12589991e15, '1.12589991E15'],
    [0.9999999, '0.9999999'],
    [2 ** -149, '1.4E-45'],
    [3.4028234663852886e38, '3.4028235E38'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
  ])('%d as %s', (value, text) => {
    expect(javaFloatText(Math.fround(value))).toBe(text);
  });

  it('more digits than are needed included', () => {
    expect(javaFloatText(2 ** 26)).toBe('6.7108864E7');
    expect(javaFloatText(2 ** 50)).toBe('1.12589991E15');
  });
});

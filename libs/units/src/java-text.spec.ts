import { inHashOrder, javaDoubleText, javaHash } from './java-text.js';

describe('texts as Java writes them', () => {
  it.each([
    [1, '1.0'],
    [0.10000000149011612, '0.10000000149011612'],
    [99999997952, '9.9999997952E10'],
    [-9.999999747378752e-5, '-9.999999747378752E-5'],
    [1e7, '1.0E7'],
    [0.001, '0.001'],
    [-0, '-0.0'],
    [Number.NaN, 'NaN'],
  ])('%p is %s', (value, text) => {
    expect(javaDoubleText(value)).toBe(text);
  });

  it('hashes as Java does', () => {
    expect([javaHash(''), javaHash('gpu'), javaHash('Hello, World')]).toEqual([0, 102572, -505841268]);
  });

  it('orders by the buckets of a hash map', () => {
    expect(inHashOrder(['gpu', 'fpga', 'gpu', 'a', 'b'])).toEqual(['a', 'b', 'fpga', 'gpu']);
  });
});

import { allBytes, binaryScale, binarySize, exact } from './binary-sizes.js';
import { NARROW } from './numbers.js';

const read = (text: string): string => text.replaceAll(NARROW, '_');

describe('a size of memory', () => {
  it.each<[bigint | number | string, string]>([
    [8_589_934_592n, '8_GiB'],
    [8_589_934_592, '8_GiB'],
    ['8589934592', '8_GiB'],
    [6_081_740_800n, '5800_MiB'],
    [1_610_612_736n, '1.5_GiB'],
    [824_879_800n, '786.67_MiB'],
    [28_766_208n, '27.43_MiB'],
    [32_768n, '32_KiB'],
    [1000n, '1000_B'],
    [0n, '0_MiB'],
    [9_223_372_036_854_775_807n, '8_EiB'],
  ])('of %s bytes is %s, however the plan has it', (size, text) => expect(read(binarySize(size))).toBe(text));

  it('has all its digits, above 2^53 too', () => {
    expect(read(allBytes('9223372036854775807'))).toBe('9_223_372_036_854_775_807_B');
    expect(read(allBytes(-5_000n))).toBe('−5_000_B');
    expect(exact('9223372036854775807')).toBe(2n ** 63n - 1n);
  });

  it('stays in MiB up to 100 GiB, as its options are written', () => {
    expect(binaryScale(64n * 2n ** 30n).name).toBe('MiB');
    expect(binaryScale(200n * 2n ** 30n).name).toBe('GiB');
  });
});

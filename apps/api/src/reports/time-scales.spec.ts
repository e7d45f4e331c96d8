import { comparedTime, timeScale } from './time-scales.js';

describe('a time that is compared with others', () => {
  it.each([
    [981.67, '981.67 ms'],
    [1475.2, '1.5 s'],
    [60_000, '1 min'],
    [84_218.9, '84.2 s'],
    [215_323.8, '215.3 s'],
    [359_089.6, '359.1 s'],
    [1_070_000, '1070 s'],
    [5_207_107.3, '86.8 min'],
    [31_536_000_000, '365 d'],
    [31_536_000_500, '365 d'],
  ])('of %f ms is %s', (ms, text) => {
    expect(comparedTime(ms).replaceAll('\u202f', ' ')).toBe(text);
  });
});

describe('the unit of a table of times', () => {
  it.each([
    [0, 'ms'],
    [999, 'ms'],
    [359_089, 's'],
    [10_386_684, 'min'],
    [604_800_000, 'h'],
    [31_536_000_000, 'd'],
  ])('whose longest is %i ms is %s', (longest, unit) => {
    expect(timeScale(longest).name).toBe(unit);
  });
});

import { fixed, NARROW, percent, percentBeside, percentPlain, plain } from './numbers.js';

/** Narrow spaces, so that they can be read here. */
const read = (text: string): string => text.replaceAll(NARROW, '_');

describe('a number for people', () => {
  it.each([
    [400, '400.00'],
    [952.88, '952.88'],
    [10_335, '10_335.00'],
    [1250, '1250.00'],
    [0, '0.00'],
    [0.004, '<0.01'],
    [-12_345.678, '−12_345.68'],
    [-0.001, '<0.01'],
    [1.5e30, '1.5_×_10³⁰'],
    [9.9e-320, '<0.01'],
  ])('%d stands in a column as %s', (value, text) => expect(read(fixed(value))).toBe(text));

  it.each([
    [400, '400'],
    [192.88, '192.88'],
    [30.1, '30.1'],
    [1_000_000, '1_000_000'],
    [1250, '1250'],
    [100, '100'],
    [0, '0'],
    [0.0023, '0.0023'],
    [0.00012345, '0.00012'],
    [1e-9, '1_×_10⁻⁹'],
    [-3, '−3'],
    [1e21, '1_×_10²¹'],
  ])('%d stands in a sentence as %s', (value, text) => expect(read(plain(value))).toBe(text));

  it.each([
    [0.762, '76.2_%'],
    [0.8, '80.0_%'],
    [0, '0.0_%'],
    [0.0001, '<0.1_%'],
    [1.199, '119.9_%'],
    [34.7, '3470_%'],
    [1.592e12, '1.59_×_10¹⁴_%'],
  ])('%d as a share is %s', (ratio, text) => expect(read(percent(ratio))).toBe(text));

  it('writes a load line without trailing zeros', () => expect(read(percentPlain(0.8))).toBe('80_%'));

  it.each([
    [0.7623, '76_%'],
    [0.804, '80.4_%'],
    [0.8, '80_%'],
    [0.79996, '79.996_%'],
    [0.9996, '99.96_%'],
    [1.0004, '100.04_%'],
  ])('%d beside a line of 80 %% and a capacity of 100 %% is %s', (ratio, text) =>
    expect(read(percentBeside(ratio, [0.8, 1]))).toBe(text),
  );
});

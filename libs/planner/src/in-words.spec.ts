import {
  countInWords,
  machinesInWords,
  percentInWords,
  rateInWords,
  sizeInWords,
  timeInWords,
} from './in-words.js';

describe('figures in words', () => {
  it.each([
    [rateInWords(952_875_806), '952.88 MB/s'],
    [rateInWords(1500), '1.5 kB/s'],
    [rateInWords(0), '0 B/s'],
    [sizeInWords(57_862_741_837), '57.86 GB'],
    [sizeInWords(79.2), '79.2 B'],
    [countInWords(225_594_182), '225.59 M'],
    [countInWords(9999), '9999'],
    [countInWords(10_000), '10 k'],
    [timeInWords(60_000), '1 min'],
    [timeInWords(23_617), '23.62 s'],
    [percentInWords(0.9329), '93.3 %'],
    [machinesInWords(1), '1 machine'],
    [machinesInWords(5), '5 machines'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});

import { NARROW } from './numbers.js';
import { axisTicks } from './time-axis.js';

const texts = (span: number): string =>
  axisTicks(span)
    .map(({ text }) => text.replace(NARROW, ' '))
    .join(', ');

describe('a time axis', () => {
  it.each([
    [60_000, '0 s, 10, 20, 30, 40, 50, 60 s'],
    [300_000, '0 min, 1, 2, 3, 4, 5 min'],
    [3_600_000, '0 min, 10, 20, 30, 40, 50, 60 min'],
    [90_000, '0 s, 15, 30, 45, 60, 75, 90 s'],
    [500, '0 ms, 100, 200, 300, 400, 500 ms'],
    [70_001, '0 s, 15, 30, 45, 60, 70 s'],
  ])('of %d ms is marked %s', (span, marks) => expect(texts(span)).toBe(marks));
});

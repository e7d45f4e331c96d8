import { flinkDurationMs } from './flink-duration.js';

describe('durations of a Flink configuration', () => {
  it.each([
    ['1 min', 60_000],
    ['1min', 60_000],
    ['60 s', 60_000],
    ['500', 500],
    ['500 ms', 500],
    ['1 MINUTES', 60_000],
    ['\t2 h\n', 7_200_000],
    ['1351NS', 1351e-6],
    ['80  micro', 0.08],
    ['3600days', 311_040_000_000],
    ['00452secs', 452_000],
  ])('%p is %p ms', (text, ms) => {
    expect(flinkDurationMs(text)).toBeCloseTo(ms, 9);
  });

  it.each(['', ' ', '1.5s', 'MS', '1 week', '-1 s', '1081m s', '1356 h\u2003'])(
    '%p is refused by Flink',
    (text) => {
      expect(flinkDurationMs(text)).toBeUndefined();
    },
  );
});

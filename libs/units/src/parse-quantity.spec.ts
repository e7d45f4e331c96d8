import fc from 'fast-check';
import { parseQuantity } from './parse-quantity.js';
import { type Dimension, UNITS } from './spelling.js';

const value = (dimension: Dimension, input: unknown): number | string => {
  const read = parseQuantity(dimension, input);
  return read.kind === 'ok' ? read.value : read.kind;
};
const message = (dimension: Dimension, input: unknown): string => {
  const read = parseQuantity(dimension, input);
  return read.kind === 'ok' ? '' : read.message;
};

describe('quantities as people write them', () => {
  it.each([
    ['bytes', '2 kB', 2000],
    ['bytes', '2kB', 2000],
    ['bytes', '2 KB', 2000],
    ['bytes', '2 KiB', 2048],
    ['bytes', '0.1 kB', 100],
    ['bytes', '1.5 GiB', 1_610_612_736],
    ['bytes', ' 64 B ', 64],
    ['bytes', '1e3 B', 1000],
    ['bytes', '4096', 4096],
    ['bytes', 2000, 2000],
    ['bytes', '9223372036854775807', 2 ** 63],
    ['bytesPerSecond', '10 Gbit/s', 1.25e9],
    ['bytesPerSecond', '1 bit/s', 0.125],
    ['bytesPerSecond', '500 MB/s', 5e8],
    ['bytesPerSecond', '1 MiB/s', 1_048_576],
    ['perSecond', '1M/s', 1e6],
    ['perSecond', '60k/min', 1000],
    ['perSecond', '3/min', 0.05],
    ['perSecond', '3.6M/h', 1000],
    ['perSecond', 0.5, 0.5],
    ['ms', '1 min', 60_000],
    ['ms', '500 ms', 500],
    ['ms', '-60 s', -60_000],
    ['ms', '2 h', 7_200_000],
    ['ms', '1 d', 86_400_000],
    ['count', '500M', 5e8],
    ['count', '10k', 10_000],
    ['count', '7', 7],
  ] as const)('%s: %p is %p in base units', (dimension, input, expected) => {
    expect(value(dimension, input)).toBe(expected);
  });

  it.each([
    ['bytes', '2 kb', '2 kB'],
    ['bytes', '2 mb', '2 MB'],
    ['bytes', '2 Mb', '2 MB'],
    ['bytes', '2 m', '2 MB'],
    ['bytes', '2 gib', '2 GiB'],
    ['bytesPerSecond', '10 Gbps', '10 Gbit/s'],
    ['bytesPerSecond', '10 Mb/s', '10 Mbit/s'],
    ['perSecond', '1m/s', '1 M/s'],
    ['ms', '5 m', '5 min'],
    ['ms', '5 minutes', '5 min'],
    ['count', '5m', '5 M'],
  ] as const)('%s: %p is refused with what was probably meant, %p', (dimension, input, meant) => {
    expect(value(dimension, input)).toBe('unreadable');
    expect(message(dimension, input)).toContain(`"${meant}"`);
  });

  it('has no guess for a unit that is called like what every object has', () => {
    expect(message('count', '5 constructor')).not.toContain('probably');
  });

  it.each([
    ['bytes', ''],
    ['bytes', 'GB'],
    ['bytes', '1,5 GB'],
    ['bytes', '2 kB/s'],
    ['bytes', '1_000 B'],
    ['bytes', '0x10 B'],
    ['bytes', null],
    ['bytes', []],
    ['bytes', true],
    ['ms', '60'],
    ['perSecond', '1000'],
    ['bytesPerSecond', '1000'],
    ['bytes', '1 constructor'],
    ['bytes', `${'1'.repeat(70)} B`],
  ] as const)('%s: %p is unreadable', (dimension, input) => {
    expect(value(dimension, input)).toBe('unreadable');
  });

  it.each([
    ['bytes', 2 ** 53],
    ['bytes', Number.NaN],
    ['ms', Number.POSITIVE_INFINITY],
    ['perSecond', '1e999/s'],
  ] as const)('%s: %p can be read, but no plan can use it', (dimension, input) => {
    expect(value(dimension, input)).toBe('unusable');
  });

  it('never throw, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(UNITS) as Dimension[])),
        fc.anything(),
        (dimension, input) => {
          expect(['ok', 'unreadable', 'unusable']).toContain(parseQuantity(dimension, input).kind);
        },
      ),
    );
  });

  it('mean the same in every unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(UNITS) as Dimension[])),
        fc.integer({ min: 0, max: 1e6 }),
        fc.nat(),
        (dimension, amount, pick) => {
          const units = Object.entries(UNITS[dimension]);
          const [unit, factor] = units[pick % units.length] ?? ['', 1];
          const read = value(dimension, `${amount} ${unit}`.trim());
          if (unit === '' && dimension !== 'count') return;
          expect(Math.abs(Number(read) - amount * factor)).toBeLessThanOrEqual(1e-12 * amount * factor);
        },
      ),
    );
  });
});

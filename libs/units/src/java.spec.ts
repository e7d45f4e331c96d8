import { parseFlinkBoolean, parseJavaInt, parseJavaLong } from './java.js';
import { parseJavaDouble, parseJavaFloat } from './java-decimal.js';

const refused = (message: string) => ({ kind: 'thrown', exception: 'NumberFormatException', message });
const value = (of: unknown) => ({ kind: 'value', value: of });

describe('numbers are read as Java reads them', () => {
  it.each([
    ['4', value(4)],
    ['+4', value(4)],
    ['-4', value(-4)],
    ['٤٢', value(42)],
    ['2147483647', value(2147483647)],
    ['2147483648', refused('For input string: "2147483648"')],
    [' 4', refused('For input string: " 4"')],
    ['', refused('For input string: ""')],
    ['4.0', refused('For input string: "4.0"')],
    ['1'.repeat(10_000), refused(`For input string: "${'1'.repeat(10_000)}"`)],
  ])('int %j', (text, want) => {
    expect(parseJavaInt(text)).toEqual(want);
  });

  it('takes a long up to 2^63 − 1', () => {
    expect(parseJavaLong('9223372036854775807')).toEqual(value(9223372036854775807n));
    expect(parseJavaLong('-9223372036854775808')).toEqual(value(-9223372036854775808n));
    expect(parseJavaLong('9223372036854775808')).toMatchObject({ exception: 'NumberFormatException' });
  });

  it.each([
    ['0.1', value(0.10000000149011612)],
    [' .2\n', value(0.20000000298023224)],
    ['1e-1f', value(0.10000000149011612)],
    ['1d', value(1)],
    ['0x1p-2', value(0.25)],
    ['-Infinity', value(Number.NEGATIVE_INFINITY)],
    ['1e40', value(Number.POSITIVE_INFINITY)],
    ['NaN', value(Number.NaN)],
    ['', refused('empty String')],
    ['1.2.3', refused('multiple points')],
    ['0,1', refused('For input string: "0,1"')],
    ['infinity', refused('For input string: "infinity"')],
    ['1e', refused('For input string: "1e"')],
    ['.', refused('For input string: "."')],
  ])('float %j', (text, want) => {
    expect(parseJavaFloat(text)).toEqual(want);
  });

  it('rounds a text to the nearest float at once, not to a double first', () => {
    const half = 1 + 2 ** -24;
    expect(parseJavaFloat('1.00000005960464477539062500000000001')).toEqual(value(1 + 2 ** -23));
    expect(parseJavaFloat('1.000000059604644775390625')).toEqual(value(1));
    expect(parseJavaFloat('1.00000005960464477539062499999999999')).toEqual(value(1));
    expect(parseJavaFloat('-1.00000017881393432617187499999999')).toEqual(value(-(1 + 2 ** -23)));
    expect(Math.fround(half)).toBe(1);
  });

  it('refuses a long text that is no number as fast as it reads one', () => {
    for (const start of ['1', '0x1']) {
      expect(parseJavaFloat(`${start.padEnd(1_000_000, '1')}_`)).toMatchObject({ kind: 'thrown' });
    }
  });

  it('keeps a double as it is', () => {
    expect(parseJavaDouble('0.1')).toEqual(value(0.1));
  });

  it('takes true and false in any case, and nothing else', () => {
    expect([parseFlinkBoolean('True'), parseFlinkBoolean('FALSE')]).toEqual([value(true), value(false)]);
    expect(parseFlinkBoolean('yes')).toMatchObject({ exception: 'IllegalArgumentException' });
  });
});

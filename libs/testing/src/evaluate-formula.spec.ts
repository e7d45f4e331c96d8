import { evaluateFormula } from './evaluate-formula.js';

const over = (values: Record<string, number>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

describe('evaluateFormula', () => {
  const readings: [string, Record<string, number>, number][] = [
    [
      'records per second × record bytes ÷ machines',
      { 'records per second': 1e6, 'record bytes': 2000, machines: 5 },
      4e8,
    ],
    [
      'bytes × receiver share × (1 − sender share)',
      { bytes: 2e9, 'receiver share': 0.2, 'sender share': 0.2 },
      3.2e8,
    ],
    ['⌈size ÷ slide⌉', { size: 300_000, slide: 70_000 }, 5],
    ['⌊size ÷ slide⌋', { size: 300_000, slide: 70_000 }, 4],
    ['min(a, b) + max(a, b, 7)', { a: 3, b: 5 }, 10],
    ['exp(−x) × x ^ y', { x: 2, y: 3 }, Math.exp(-2) * 8],
    ['records per second × size ÷ 1 s', { 'records per second': 10, size: 60_000 }, 600],
    ['blocks × 4 KiB', { blocks: 2 }, 8192],
    ['round(rate ÷ 10^6) × 10^6', { rate: 66_666_666.7 }, 67_000_000],
    ['max(0, −lower)', { lower: -60 }, 60],
    [
      'records per second × peak records per second',
      { 'records per second': 2, 'peak records per second': 5 },
      10,
    ],
    ['source-read:events + shuffle-in:a->b', { 'source-read:events': 4, 'shuffle-in:a->b': 3 }, 7],
    ['Source read + Source read (replayed)', { 'Source read': 4, 'Source read (replayed)': 3 }, 7],
    ['0', {}, 0],
  ];
  it.each(readings)('reads %s', (text, values, expected) => {
    expect(evaluateFormula(text, over(values))).toBeCloseTo(expected, 9);
  });

  it('counts distinct keys, also of a single key', () => {
    const text = 'D(keys, records)';
    expect(evaluateFormula(text, over({ keys: 500e6, records: 300e6 }))).toBeCloseTo(225_594_182.11763, 4);
    expect(evaluateFormula(text, over({ keys: 1, records: 0 }))).toBe(0);
    expect(evaluateFormula(text, over({ keys: 1, records: 9 }))).toBe(1);
  });

  it('adds up a series', () => {
    const text = 'Σ(i = 0 … panes − 1: D(keys, rate × (size − i × slide) ÷ 1 s))';
    const values = { panes: 5, keys: 500e6, rate: 1e6, size: 300_000, slide: 60_000 };
    expect(evaluateFormula(text, over(values))).toBeCloseTo(730_590_174.7088891, 4);
  });

  it('gives a series that is empty the value 0', () => {
    expect(evaluateFormula('Σ(i = 0 … n − 1: i × 2)', over({ n: 0 }))).toBe(0);
    expect(evaluateFormula('Σ(i = 1 … n: i × 2) + n', over({ n: 3 }))).toBe(15);
  });

  it('does not round a quotient up that is whole but for rounding', () => {
    expect(evaluateFormula('⌈a × b⌉', over({ a: 0.1, b: 30 }))).toBe(3);
  });

  it('names what it does not know, and the inputs there are', () => {
    expect(() => evaluateFormula('bytes × nodes', over({ bytes: 1, machines: 2 }))).toThrow(
      '"bytes × nodes" speaks of "nodes", which is none of its inputs ("machines", "bytes")',
    );
  });

  it.each(['import(1)', 'evaluate("1")', 'pi', 'record', 'x = 3'])(
    'reaches nothing of the library: %s',
    (text) => {
      expect(() => evaluateFormula(text, over({ 'record bytes': 1 }))).toThrow('speaks of');
    },
  );

  it('says which text is broken', () => {
    expect(() => evaluateFormula('bytes × (1 −', over({ bytes: 1 }))).toThrow(
      '"bytes × (1 −" cannot be read',
    );
  });

  it('refuses two inputs of one name with different values', () => {
    const twice = [
      { name: 'input', value: 1 },
      { name: 'input', value: 2 },
    ];
    expect(() => evaluateFormula('input + input', twice)).toThrow('two inputs named "input": 1 and 2');
  });
});

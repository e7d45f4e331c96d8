import { differences, ExampleInputs, examplesIn, runExamples } from './worked-examples.js';

describe('differences', () => {
  it('allows numbers to miss by the tolerance, relative to what is wanted', () => {
    expect(differences({ rate: 100.00000009 }, { rate: 100 }, 1e-9)).toEqual([]);
    expect(differences({ rate: 100.0000002 }, { rate: 100 }, 1e-9)).toEqual([
      '/rate: got 100.0000002, want 100',
    ]);
    expect(differences(1e-22, 0, 1e-9)).toEqual([]);
    expect(differences(1e-20, 0, 1e-9)).toHaveLength(1);
  });

  it('compares text, booleans and null exactly', () => {
    expect(differences({ a: 'in', b: null, c: true }, { a: 'in', b: null, c: true }, 1)).toEqual([]);
    expect(differences({ a: 'out', b: 0, c: 1 }, { a: 'in', b: null, c: true }, 1)).toHaveLength(3);
  });

  it('looks into lists and objects, and at what is wanted only', () => {
    expect(differences({ egress: [1, 2], more: 3 }, { egress: [1, 2] }, 0)).toEqual([]);
    expect(differences({ egress: [1, 5] }, { egress: [1, 2] }, 0)).toEqual(['/egress/1: got 5, want 2']);
    expect(differences({ egress: [1] }, { egress: [1, 2] }, 0)).toHaveLength(1);
  });

  it('does not take NaN for a number that is wanted', () => {
    expect(differences(Number.NaN, 1, 1)).toHaveLength(1);
  });
});

describe('ExampleInputs', () => {
  const inputs = new ExampleInputs('F1.2-1', {
    kind: 'hash',
    senders: [4, 4, 0],
    edges: [{ share: 1 }],
    size: null,
  });

  it('reads inputs by name and type', () => {
    expect(inputs.text('kind')).toBe('hash');
    expect(inputs.numbers('senders')).toEqual([4, 4, 0]);
    expect(inputs.rows('edges').map((edge) => edge.number('share'))).toEqual([1]);
    expect(inputs.has('size')).toBe(false);
  });

  it('says which example lacks what', () => {
    expect(() => inputs.number('kind')).toThrow(
      'F1.2-1 has no number "kind" among kind, senders, edges, size',
    );
  });
});

describe('examplesIn', () => {
  it('reads the planner’s table', () => {
    const ids = examplesIn(new URL('../../planner/src/worked-examples.json', import.meta.url)).map(
      ({ id }) => id,
    );
    expect(ids).toContain('F1.3-1');
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('runExamples', () => {
  runExamples(
    [
      {
        id: 'F1.4-1',
        inputs: { sizeMs: 300_000, slideMs: 60_000 },
        expected: { maxPanes: 5 },
        tolerance: 1e-12,
      },
    ],
    {
      'F1.4': (inputs) => ({ maxPanes: Math.ceil(inputs.number('sizeMs') / inputs.number('slideMs')) }),
    },
  );
});

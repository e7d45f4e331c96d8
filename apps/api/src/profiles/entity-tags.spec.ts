import { etag, hasAlready, readCondition, versionsIn } from './entity-tags.js';

const versions = (header: string) => {
  const condition = readCondition(header);
  return condition.kind === 'tags' ? versionsIn(condition.tags) : condition.kind;
};

describe('If-Match', () => {
  it.each([
    ['"3"', [3]],
    [' "3" ', [3]],
    ['"1", "22"', [1, 22]],
    ['"1","2",', [1, 2]],
    [', "1"', [1]],
    ['W/"3"', []],
    ['W/"3", "4"', [4]],
    ['"abc"', []],
    ['"0"', []],
    ['"03"', []],
    ['""', []],
    ['"99999999999999999999"', []],
    ['*', 'any'],
    [' * ', 'any'],
    ['', 'malformed'],
    [',', 'malformed'],
    ['3', 'malformed'],
    ['"3', 'malformed'],
    ['"1" "2"', 'malformed'],
    ['"1", *', 'malformed'],
    ['w/"3"', 'malformed'],
    ['"a b"', 'malformed'],
  ])('%j allows %j', (header, allowed) => {
    expect(versions(header)).toEqual(allowed);
  });

  it('is missing where no header came', () => {
    expect(readCondition(undefined)).toEqual({ kind: 'missing' });
  });

  it('reads a header of many blanks in no time', () => {
    const started = performance.now();
    expect(versions(`${'\t, '.repeat(5000)}x`)).toBe('malformed');
    expect(versions(`"1"${' '.repeat(16_000)}x`)).toBe('malformed');
    expect(versions(`${' '.repeat(16_000)}x`)).toBe('malformed');
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('If-None-Match', () => {
  it.each([
    ['"3"', true],
    ['W/"3"', true],
    ['*', true],
    ['"2"', false],
    ['nonsense', false],
  ])('%s holds version 3: %s', (header, held) => {
    expect(hasAlready(readCondition(header), 3)).toBe(held);
    expect(etag(3)).toBe('"3"');
  });
});

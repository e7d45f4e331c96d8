import { DEEPEST, parseJson } from './json-body.js';
import { ProblemException } from './problem-exception.js';

function codeOf(body: Buffer | string): string {
  try {
    parseJson(Buffer.from(body));
    return 'read';
  } catch (error) {
    return error instanceof ProblemException ? error.problem.code : String(error);
  }
}

describe('a body as JSON', () => {
  it.each([
    ['{"a":', 'MALFORMED_JSON'],
    ['{a:1}', 'MALFORMED_JSON'],
    ['NaN', 'MALFORMED_JSON'],
    ['{"a":1}}', 'MALFORMED_JSON'],
    ['\u0000', 'MALFORMED_JSON'],
    [Buffer.from([0x22, 0xff, 0x22]), 'MALFORMED_JSON'],
    ['['.repeat(500_000), 'TOO_DEEP'],
    [`${'['.repeat(DEEPEST + 1)}${']'.repeat(DEEPEST + 1)}`, 'TOO_DEEP'],
    [`${'['.repeat(DEEPEST)}${']'.repeat(DEEPEST)}`, 'read'],
    [JSON.stringify({ text: '[[[['.repeat(100), quoted: '\\"[{'.repeat(100) }), 'read'],
    [JSON.stringify(new Array(1000).fill([])), 'read'],
  ])('%.40s is %s', (body, code) => {
    expect(codeOf(body)).toBe(code);
  });

  it('never repeats the text, for it may hold secrets', () => {
    expect(() => parseJson(Buffer.from('{"a": 1,}'))).toThrow(/breaks off at character 8/);
    expect(() => parseJson(Buffer.from('{"password": hunter2}'))).not.toThrow(/hunter2/);
  });

  it('keeps __proto__ an ordinary member', () => {
    const body = parseJson(Buffer.from('{"__proto__": {"polluted": true}}'));
    expect(Object.keys(Object(body))).toEqual(['__proto__']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

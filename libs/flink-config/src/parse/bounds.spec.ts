import { PARSED_FORMATS } from './answer.js';
import { type ParseRequest, parseConfig } from './parse.js';

const MEBI = 1024 * 1024;
const repeated = (unit: string, characters: number): string =>
  unit.repeat(Math.floor(characters / unit.length));

/** Reads a text, and writes the answer as a door would. */
function answered(request: ParseRequest): string {
  const answer = parseConfig(request);
  JSON.stringify(answer);
  return answer.kind;
}

const levels = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const BOMBS: readonly (readonly [string, string])[] = [
  [
    'lists of lists of lists',
    levels(12, (at) => `a${at}: &a${at} [${at === 0 ? 'x, x' : `*a${at - 1}, *a${at - 1}`}]`),
  ],
  [
    'maps of maps of maps',
    levels(
      25,
      (at) => `a${at}: &a${at} {p: ${at === 0 ? 'x' : `*a${at - 1}`}, q: ${at === 0 ? 'x' : `*a${at - 1}`}}`,
    ),
  ],
  [
    'a key of lists of lists',
    `${levels(12, (at) => `a${at}: &a${at} [${at === 0 ? 'x, x' : `*a${at - 1}, *a${at - 1}`}]`)}\n? *a11\n: b`,
  ],
  ['a long text many times', `a: &x ${'y'.repeat(MEBI)}\n${levels(1000, (at) => `k${at}: *x`)}`],
  ['a long text many times in a list', `a: &x ${'y'.repeat(MEBI)}\nb: [${repeated('*x ,', 4000)}]`],
  ['a list in itself', 'a: &x [*x]'],
  ['a map in itself', 'a: &x {b: *x}'],
  ['a key in itself', '? &x [*x]\n: b'],
];

describe.each(PARSED_FORMATS)('a text as %s is answered in bounded time and memory', (format) => {
  const flinkVersion = format === 'config.yaml' ? '2.3' : '1.18';
  const kinds = ['ok', 'rejected', 'refused'];

  it.each(BOMBS)('with %s', (_name, text) => {
    const whole = format === 'flinkdeployment' ? `kind: FlinkDeployment\nspec: {}\n${text}` : text;
    expect(kinds).toContain(answered({ flinkVersion, format, text: whole }));
  });

  it.each([
    ['brackets', 'a: ', '['],
    ['braces', 'a: ', '{a: '],
    ['hyphens', 'a:\n', '- '],
    ['question marks', '', '? '],
    ['quotes', 'a: ', '"'],
    ['keys', '', 'a:1\n'],
    ['exclamation marks', 'a: ', '!'],
  ])('with nothing but %s', (_name, before, unit) => {
    const text = before + repeated(unit, MEBI / 4);
    expect(kinds).toContain(answered({ flinkVersion, format, text }));
  });
});

describe('many problems', () => {
  it('are the first thousand, and how many there are more', () => {
    const answer = parseConfig({
      flinkVersion: '1.18',
      format: 'flink-conf.yaml',
      text: 'a:1\n'.repeat(1500),
    });
    if (answer.kind !== 'ok') throw new Error('was read');
    expect(answer.value.problems).toHaveLength(1001);
    expect(answer.value.problems.at(-1)).toMatchObject({ code: 'more-problems', line: 1000 });
    expect(answer.value.problems.at(-1)?.message).toContain('500 more');
  });
});

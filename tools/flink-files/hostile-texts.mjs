import { randomFrom } from './random.mjs';

/** Files as nobody should write them, each about one thing. */
export const NAMED = {
  'tag-of-its-own': 'a: !foo b\n',
  'tag-undeclared': 'a: !x!y b\n',
  'tag-declared': '%TAG !x! tag:yaml.org,2002:\n---\na: !x!str 5\n',
  'tag-int-of-text': 'a: !!int x\n',
  'tag-bool-of-yes': 'a: !!bool yes\n',
  'tag-str-of-list': 'a: !!str [1]\n',
  'tag-binary': 'a: !!binary aGk=\n',
  'tag-set': 'a: !!set {x, y}\n',
  'alias-of-list': 'a: &x [1, 2]\nb: *x\n',
  'alias-twice-in-list': 'a: &x [1]\nb: [*x, *x]\n',
  'alias-of-itself-in-list': 'a: &x [*x]\n',
  'alias-of-itself-in-map': 'a: &x {b: *x}\n',
  'alias-undefined': 'a: *x\n',
  'aliases-fifty-one': `a: &x [1]\nb: [${Array(51).fill('*x').join(', ')}]\n`,
  'billion-laughs':
    'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: &e [*d, *d]\nf: &f [*e, *e]\ng: [*f, *f]\n',
  'merge-key': 'a: &x {b: c}\nd:\n  <<: *x\n',
  'key-of-number': '1: a\n',
  'key-of-boolean': 'a:\n  true: b\n',
  'key-of-null': '~: a\n',
  'key-of-list': '? [a]\n: b\n',
  'keys-equal-numbers': '1: a\n0x1: b\n',
  'key-of-1024': `${'k'.repeat(1024)}: v\n`,
  'key-of-1025': `${'k'.repeat(1025)}: v\n`,
  'only-text': 'taskmanager.numberOfTaskSlots:4\n',
  'only-list': '- a\n- b\n',
  'two-documents': 'a: b\n---\nc: d\n',
  'document-end': 'a: b\n...\n',
  'yaml-1.1': '%YAML 1.1\n---\na: yes\n',
  'yaml-2': '%YAML 2.0\n---\na: b\n',
  'byte-order-mark': '\ufeffa: b\n',
  bell: 'a: \u0007\n',
  'bell-after-1024': `# ${'x'.repeat(1100)}\n: a\nb: \u0007\n`,
  separators: 'a: b\u2028c: d\ne: [x\u2028y, \u0085]\n',
  emoji: '😀: 😀 # 😀\nb: [😀, é]\n',
  'list-of-all': "a: [1, [2], {x: y}, ~, true, 1.50, '1', '', ' x', \"a\\nb\", it's, 'a: b', -, yes, 0x1F]\n",
  'list-with-long-key': `a: [{${'k'.repeat(130)}: v}]\n`,
  'numbers-large':
    'a: 99999999999999999999\nb: -9223372036854775809\nc: 1e400\nd: 1e-400\ne: 123456789012.5\n',
  'numbers-odd':
    'a: 5.\nb: .5\nc: +.5e+3\nd: 0o8\ne: -0x1F\nf: 0x\ng: -0\nh: -0.0\ni: .inf\nj: -.INF\nk: .nan\n',
  environment: 'a: \u0024{HOME}\nb: \u0024{HOME:-x}\n',
  'block-chomped': 'a: |-\n  x\n\nb: >+\n  y\n  z\n\nc: |2\n   w\n',
  'block-too-far': 'a: |\n     \n  x\n',
  'quote-open': 'a: "b\n',
  'quote-escapes': 'a: "\\x41\\u00e9\\U0001F600\\/\\e\\_\\N"\n',
  'quote-escape-unknown': 'a: "\\q"\n',
  'quote-folded': 'a: "b\n\n  c\\\n  d"\n',
  'empty-maps': 'a: {}\nb: {c: {}}\nd: []\n',
  'flow-without-comma': 'a: [b c, d\n  e: f]\n',
  'flow-unclosed': 'a: [b, {c: d}\n',
  percent: 'a: %b\n',
  backtick: 'a: `b`\n',
};

const BITS = [
  ...[
    ': ',
    ':',
    '\n',
    '\n  ',
    '\n    ',
    ' ',
    '  ',
    '\t',
    '#',
    ' # c',
    '- ',
    '-',
    '? ',
    '?',
    '"',
    "'",
    '\\',
    '|',
    '>',
  ],
  ...[
    '|-',
    '>+',
    '|2',
    '>1-',
    '&a ',
    '*a',
    '&b',
    '*b ',
    '!',
    '!!str ',
    '!!float ',
    '!<x> ',
    '!a!b ',
    '{',
    '}',
    '[',
  ],
  ...[
    ']',
    ',',
    ', ',
    '---',
    '---\n',
    '...',
    '\n...\n',
    '%YAML 1.2\n---\n',
    '%TAG ! tag:x,2000:\n',
    '%',
    '@',
    '`',
  ],
  ...[
    '~',
    'null',
    'true',
    'False',
    '1.20',
    '0x1F',
    '1e3',
    '0o17',
    '-.inf',
    '12:30',
    '0042',
    '+5',
    'a',
    'b',
    'key',
  ],
  ...[
    'é',
    '😀',
    '\u2028',
    '\u0085',
    '\r\n',
    '\r',
    '\ufeff',
    '\u0000',
    '<<',
    '=',
    '\u0024{X}',
    'a: b\n',
    'x.y: 1\n',
  ],
  ...[
    'x:\n  y: 2\n',
    '- i\n',
    '[a, b]',
    '{a: b}',
    '{a: 1, b: [c]}',
    "'it''s'",
    '"q\\tz"',
    '--- a',
    '\n\n',
    ' :',
    '::',
  ],
];
const WHOLE = [
  'taskmanager:\n  memory:\n    process:\n      size: 4g\n  numberOfTaskSlots: 2\n',
  'pipeline.jars:\n  - file:///a.jar\n  - file:///b.jar\n',
  'kubernetes.jobmanager.labels: {app: flink, tier: jm}\n',
  'env.java.opts.all: |\n  -Xa\n  -Xb\nparallelism.default: 2\n',
  "state.checkpoints.dir: \"s3://bucket\"\nenv.java.opts.all: '-Dx=it''s'\n",
];

/** Texts made by chance, the same in every run: whole files with something thrown in, or nothing but what may confuse. */
export function chanceTexts(count) {
  const random = randomFrom(1202);
  const bits = (most) => Array.from({ length: 1 + random.below(most) }, () => random.pick(BITS)).join('');
  const disturbed = (text) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(BITS) + text.slice(at + random.below(3));
  };
  const made = () => {
    const way = random.below(4);
    if (way === 0) return bits(10);
    if (way === 1) return `a: ${bits(5)}\nb: ${bits(3)}\n`;
    return way === 2 ? disturbed(random.pick(WHOLE)) : disturbed(disturbed(random.pick(WHOLE)));
  };
  return Array.from({ length: count }, () => made().toWellFormed());
}

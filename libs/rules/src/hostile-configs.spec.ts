import { catalogueOf } from '@plimsoll/flink-config';
import { parseFlinkVersion } from '@plimsoll/units';
import fc from 'fast-check';
import { fixed } from './fixes.js';
import { type Lint, type LintRequest, lint } from './lint.js';
import { lintConfig } from './lint-config.js';
import { RULE_SETS } from './rule.js';

const VERSIONS = ['1.3', '1.9', '1.10', '1.13', '1.17', '1.18', '1.19', '1.20', '2.0', '2.3'];

const keysOf = (flinkVersion: string): string[] => {
  const version = parseFlinkVersion(flinkVersion);
  return version === undefined ? [] : [...catalogueOf(version).options.keys()];
};
const KEYS = [...new Set(VERSIONS.flatMap(keysOf))];
const ODD_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  '',
  '.',
  '\ud800',
  'taskmanager.process.size',
  'metrics.reporter..x',
  'metrics.reporter.a.b.c',
  'metrics.reporters',
  'transaction.timeout.ms',
];
const VALUES = [
  '',
  ' ',
  '0',
  '-1',
  '1',
  '128',
  '2147483648',
  '9223372036854775808',
  '1e400',
  'NaN',
  'Infinity',
  '0.5',
  'true',
  'maybe',
  '1 min',
  '-1 s',
  '106751 d',
  '5 constructor',
  '8g',
  '8589934592g',
  'rocksdb',
  'zookeeper',
  's3://bucket/x',
  '/tmp',
  'a;b;c',
  'a,b,c',
  "'quoted'",
  '"',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  '-Xmx4g -XX:+UseConcMarkSweepGC -Dpassword=hunter2',
  'https://user:hunter2@host/path',
];

const configs = fc
  .array(
    fc.tuple(fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom(...ODD_KEYS)), fc.constantFrom(...VALUES)),
    {
      maxLength: 25,
    },
  )
  .map((entries): Record<string, string> => Object.fromEntries(entries));

const requests: fc.Arbitrary<LintRequest> = fc.record({
  flinkVersion: fc.constantFrom(...VERSIONS),
  config: configs,
  rules: fc.record({ set: fc.constantFrom(...RULE_SETS) }),
});

function linted(request: LintRequest): Lint {
  const outcome = lint(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

const textOf = (value: unknown): string => JSON.stringify(value);

describe('any configuration', () => {
  it('is judged the same whatever the order of its keys, in finite numbers and without a password', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { findings } = linted(request);
        const config = Object.fromEntries(Object.entries(request.config).reverse());
        expect(linted({ ...request, config }).findings).toEqual(findings);
        expect(textOf(findings)).not.toContain('hunter2');
        for (const { evidence, fix } of findings) {
          for (const { value } of evidence)
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
          for (const value of Object.values(fix?.set ?? {})) expect(typeof value).toBe('string');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('needs no more mending after a few times', () => {
    fc.assert(
      fc.property(requests, (request) => {
        let { config } = request;
        for (let round = 0; round < 6; round++) config = linted({ ...request, config }).config;
        expect(linted({ ...request, config }).config).toEqual(config);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a value that is called like what every object has', () => {
  it.each([
    ['constructor', '1.20', 'state.changelog.enabled'],
    ['__proto__', '1.20', 'state.changelog.enabled'],
    ['5 constructor', '1.20', 'heartbeat.timeout'],
  ])('%s is not mended', (value, flinkVersion, key) => {
    const { findings } = linted({ flinkVersion, config: { [key]: value } });
    const found = findings.find(({ ruleId }) => ruleId === 'value-not-readable');
    expect(found?.path).toBe(key);
    expect(found?.fix).toBeUndefined();
  });

  it('constructor is no strategy', () => {
    const config = { 'restart-strategy.type': 'constructor' };
    const { findings } = linted({ flinkVersion: '1.20', config });
    expect(findings.map(({ ruleId }) => ruleId)).toContain('restart-strategy-unknown');
  });
});

describe('a password among other things', () => {
  const address = 'https://user:hunter2@host/path';

  it.each([
    ['a value that Flink cannot read', '2.0', 'state.changelog.enabled', address],
    ['a key of a later version', '1.11', 'env.java.opts.all', '-Xmx4g -Dpassword=hunter2'],
    ['a name that Flink does not know', '1.20', 'high-availability.type', address],
  ])('is not repeated where it is in %s', (_what, flinkVersion, key, value) => {
    const { findings } = linted({ flinkVersion, config: { [key]: value } });
    expect(findings.filter(({ path }) => path === key)).not.toEqual([]);
    expect(textOf(findings)).not.toContain('hunter2');
  });

  it('stays in the configuration, and no fix moves it', () => {
    const config = { 'execution.checkpointing.savepoint-dir': address };
    const { findings, config: mended } = linted({ flinkVersion: '1.15', config });
    for (const { fix } of findings)
      if (fix !== undefined) expect(fixed({}, fix)).not.toHaveProperty('state.savepoints.dir');
    expect(mended).toMatchObject(config);
  });
});

describe('many unknown keys', () => {
  const keys = Array.from({ length: 1200 }, (_, at) => `key.number.n${at}`);

  it('are named up to a thousand, and the others counted', () => {
    const config = Object.fromEntries(keys.map((key) => [key, 'x']));
    const found = linted({ flinkVersion: '1.20', config }).findings.filter(
      ({ ruleId }) => ruleId === 'unknown-key',
    );
    expect(found).toHaveLength(1001);
    expect(found.find(({ path }) => path === '/config')?.evidence[0]?.value).toBe(200);
  });

  it('are compared with known ones up to 500 in all documents together', () => {
    const document = (slips: readonly string[]): string =>
      [
        'apiVersion: flink.apache.org/v1beta1',
        'kind: FlinkDeployment',
        'spec:',
        '  flinkVersion: v1_20',
        '  flinkConfiguration:',
        ...slips.map((slip) => `    ${slip}: 8g`),
        '',
      ].join('\n');
    const slip = 'taskmanager.process.size';
    const messageAfter = (others: number): string | undefined => {
      const text = [keys.slice(0, others), [slip]].map(document).join('---\n');
      const answer = lintConfig({ flinkVersion: '1.20', format: 'flinkdeployment', text });
      if (answer.kind !== 'ok') throw new Error(textOf(answer));
      return answer.value.documents[1]?.findings.find(({ ruleId }) => ruleId === 'unknown-key')?.message;
    };
    expect(messageAfter(499)).toContain('taskmanager.memory.process.size');
    expect(messageAfter(500)).toContain('so many keys are unknown');
  });
});

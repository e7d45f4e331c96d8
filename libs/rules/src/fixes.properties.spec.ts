import { optionsOf } from '@plimsoll/flink-config';
import { parseFlinkVersion } from '@plimsoll/units';
import fc from 'fast-check';
import { AVAILABILITY_RULES } from './families/availability.js';
import { FILE_RULES } from './families/file.js';
import { SECURITY_RULES } from './families/security.js';
import { WORK_DISTRIBUTION_RULES } from './families/work-distribution.js';
import { fixed } from './fixes.js';
import { type Lint, type LintRequest, lint } from './lint.js';

const RULES = [...AVAILABILITY_RULES, ...FILE_RULES, ...SECURITY_RULES, ...WORK_DISTRIBUTION_RULES];
const VERSIONS = ['1.11', '1.13', '1.15', '1.18', '1.19', '1.20', '2.0', '2.3'];
const TEXTS = [
  ...[
    '1',
    '0',
    '-1',
    '99999',
    '2147483647',
    'true',
    'false',
    'yes',
    '10 s',
    'PT1M',
    '10 mins',
    '1 gb',
    '8Gi',
    '1.5g',
  ],
  ...[
    '0.3',
    '40%',
    'a;b',
    '[a, b]',
    'k:v',
    '',
    ' ',
    '"5 s"',
    '***',
    'rocksdb',
    'none',
    'fixed-delay',
    'FIXED_DELAY',
  ],
  ...['failure-rate', 'zookeeper', 'kubernetes', 'exactly once', 'LoadBalancer', 'https://a:b@c', 'x'],
];

const everyKey = VERSIONS.flatMap((text) => {
  const version = parseFlinkVersion(text);
  return version === undefined ? [] : optionsOf(version);
}).flatMap(({ key, deprecatedKeys, fallbackKeys }) => [
  key.replaceAll(/<[^>]+>/g, 'x'),
  ...deprecatedKeys,
  ...fallbackKeys,
]);
const KEYS = [...new Set(everyKey)];
const OURS = KEYS.filter((key) =>
  /ssl|restart-s|high-av|heartbeat|slots|parallelism|chaining|web\.|rest\.|reporter|recovery|kerberos|state\.backend$/.test(
    key,
  ),
);

const request: fc.Arbitrary<LintRequest> = fc.record(
  {
    flinkVersion: fc.constantFrom(...VERSIONS),
    config: fc.dictionary(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...OURS) },
        { weight: 6, arbitrary: fc.constantFrom(...KEYS) },
        { weight: 1, arbitrary: fc.constantFrom(...KEYS).map((key) => key.slice(0, -1)) },
      ),
      fc.constantFrom(...TEXTS),
      { maxKeys: 14, noNullPrototype: true },
    ),
    environment: fc.constantFrom(
      { restReachable: true, taskManagers: 400, jobs: 3 },
      { yarnVersion: '2.4.1' },
    ),
    deployment: fc.constantFrom(
      { kind: 'Standalone', taskManager: { replicas: 3, cores: 2 } } as const,
      { kind: 'FlinkDeployment', upgradeMode: 'last-state' } as const,
      { kind: 'FlinkSessionJob' } as const,
      { kind: 'Yarn', parallelism: 100 } as const,
    ),
    rules: fc.constantFrom({ set: 'production' } as const, { set: 'development' } as const),
  },
  { requiredKeys: ['flinkVersion', 'config'] },
);

function linted(asked: LintRequest): Lint {
  const outcome = lint(asked, RULES);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

/** Of settings, by rule: a key that is spelled anew has its errors there. What surrounds the cluster is as it is, whatever is set. */
const errorsOf = ({ findings }: Lint): string[] =>
  findings
    .filter(({ severity, path }) => severity === 'error' && !path.startsWith('/'))
    .map(({ ruleId }) => ruleId);

/** Their fixes make a setting count that Flink ignored or refused: what it then does is judged anew. */
const REVIVING = new Set(['unknown-key', 'key-of-other-version', 'removed-key', 'value-not-readable']);

const RUNS = { numRuns: 80 };

describe('of any configuration', () => {
  it('each fix ends its finding and makes no error', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const before = linted(asked);
        const known = new Set(errorsOf(before));
        for (const { fix, ruleId, path } of before.findings) {
          if (fix === undefined) continue;
          const after = linted({ ...asked, config: fixed(asked.config, fix) });
          expect(after.findings.filter((one) => one.ruleId === ruleId && one.path === path)).toEqual([]);
          if (REVIVING.has(ruleId)) continue;
          expect(errorsOf(after).filter((error) => !known.has(error))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('all fixes together make no error', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const before = linted(asked);
        if (before.findings.some(({ ruleId, fix }) => fix !== undefined && REVIVING.has(ruleId))) return;
        const known = new Set(errorsOf(before));
        const after = linted({ ...asked, config: before.config });
        expect(errorsOf(after).filter((error) => !known.has(error))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('no finding shows a secret', () => {
    const secrets = [
      's3.secret-key',
      'security.ssl.rest.key-password',
      'security.delegation.tokens.enabled',
      'acme.password',
    ];
    fc.assert(
      fc.property(request, fc.subarray(secrets), fc.boolean(), (asked, keys, within) => {
        const own = Object.fromEntries(keys.map((key) => [key, 'hunter2']));
        const config = {
          ...asked.config,
          ...own,
          ...(within && {
            'env.java.opts.all': '-XX:HeapDumpPath=/d -Djavax.net.ssl.keyStorePassword=hunter2',
            'rest.url-prefix': 'https://me:hunter2@host/',
          }),
        };
        const { findings } = linted({ ...asked, config });
        expect(JSON.stringify(findings)).not.toContain('hunter2');
      }),
      RUNS,
    );
  });
});

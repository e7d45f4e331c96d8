import { type FlinkVersion, parseFlinkVersion } from '@plimsoll/units';
import fc from 'fast-check';
import { flinkOption, optionsOf } from '../catalogue/index.js';
import { readKnown } from '../reading/read-option.js';
import { type Migration, migrate } from './index.js';
import { successionOf } from './succession.js';
import { usedOptions } from './used-options.js';
import { sameMeaning } from './value-text.js';

const VERSIONS = ['1.11', '1.13', '1.15', '1.17', '1.18', '1.19', '1.20', '2.0', '2.1', '2.2', '2.3'];
const of = (text: string): FlinkVersion => parseFlinkVersion(text) ?? { major: 0, minor: 0 };

function done(flinkVersion: string, targetVersion: string, config: Record<string, string>): Migration {
  const outcome = migrate({ flinkVersion, targetVersion, config });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

/** Every key that any version knows, old ones included. */
const KEYS = [
  ...new Set(
    VERSIONS.flatMap((text) =>
      optionsOf(of(text)).flatMap(({ key, fallbackKeys, deprecatedKeys }) => [
        key.replaceAll(/<[^>]+>/g, 'x'),
        ...fallbackKeys,
        ...deprecatedKeys,
      ]),
    ),
  ),
];
const TEXTS = [
  '1',
  'true',
  '10 s',
  'PT1M',
  '1 gb',
  '64m',
  '0.3',
  'a;b',
  '[a, b]',
  'k:v',
  '{k: v}',
  'rocksdb',
  'NONE',
  '',
  '-1',
  'ng',
  'filesystem',
  "'a;b'",
];
const config = fc.dictionary(
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...KEYS) },
    { weight: 1, arbitrary: fc.constantFrom('my.own', 'taskmanager.process.size') },
  ),
  fc.constantFrom(...TEXTS),
  { maxKeys: 12, noNullPrototype: true },
);
const cases = fc.record({
  from: fc.constantFrom(...VERSIONS),
  to: fc.constantFrom(...VERSIONS),
  config,
});
const RUNS = { numRuns: 60 };

describe('a migration', () => {
  it('to the same version changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VERSIONS), config, (version, before) => {
        expect(done(version, version, before)).toEqual({ config: before, changes: [], findings: [] });
      }),
      RUNS,
    );
  });

  it('is told by its changes: all of them together make the one configuration the other', () => {
    fc.assert(
      fc.property(cases, ({ from, to, config: before }) => {
        const { config: after, changes } = done(from, to, before);
        const made: Record<string, string> = { ...before };
        for (const change of changes) {
          expect(made[change.key] ?? null).toBe(change.from);
          expect(change.reason).not.toBe('');
          if (change.to === null) delete made[change.key];
          else made[change.key] = change.to;
        }
        expect(after).toEqual(made);
      }),
      RUNS,
    );
  });

  it('leaves only keys that the target knows, and those that the older version did not know either', () => {
    fc.assert(
      fc.property(cases, ({ from, to, config: before }) => {
        if (from === to) return;
        const { config: after } = done(from, to, before);
        for (const key of Object.keys(after)) {
          if (flinkOption(of(to), key) !== undefined) continue;
          expect([key, flinkOption(of(from), key)]).toEqual([key, undefined]);
        }
      }),
      RUNS,
    );
  });

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(cases, ({ from, to, config: before }) => {
        const once = done(from, to, before).config;
        expect(done(from, to, once).config).toEqual(once);
      }),
      RUNS,
    );
  });

  it('keeps what every option comes to, or says that it does not', () => {
    fc.assert(
      fc.property(cases, ({ from, to, config: before }) => {
        if (from === to) return;
        const { config: after, findings } = done(from, to, before);
        const told = new Set(findings.map(({ path }) => path));
        for (const used of usedOptions(before, of(from))) {
          const targets = used.option.pattern ? [used.key] : successionOf(used.option, of(from), of(to)).keys;
          for (const target of targets) {
            const option = flinkOption(of(to), target)?.option;
            if (used.reading.kind !== 'ok' || option === undefined || option === null) continue;
            if ([target, used.key, used.from.key].some((path) => told.has(path))) continue;
            if (['jobmanager.scheduler', 'state.backend.type'].includes(target)) continue;
            const read = readKnown(after, of(to), option, target);
            const { value, text } = used.reading.value;
            const same = read.kind === 'ok' && sameMeaning(value, read.value.value, text);
            expect([target, same]).toEqual([target, true]);
          }
        }
      }),
      RUNS,
    );
  });
});

import { readFileSync } from 'node:fs';
import { type FlinkVersion, parseFlinkVersion } from '@plimsoll/units';
import { flinkOption, nearestKeys, optionsOf, searchOptions } from './index.js';

const of = (text: string): FlinkVersion => parseFlinkVersion(text) ?? { major: 0, minor: 0 };
const FACTS = JSON.parse(readFileSync('libs/flink-config/facts/options.json', 'utf8'));
const SAMPLED: readonly string[] = FACTS.flinkVersions;
const declared = (version: string): string[] =>
  Object.entries<{ in: string[] }>(FACTS.options).flatMap(([key, option]) =>
    option.in.includes(version) ? [key] : [],
  );

describe('the catalogue', () => {
  it.each(SAMPLED)('has every option that Flink %s declares', (version) => {
    const known = new Set(optionsOf(of(version)).map(({ key }) => key));
    expect(declared(version).filter((key) => !known.has(key))).toEqual([]);
  });

  it.each(SAMPLED)(
    'has nothing in Flink %s that is not there, but where its artifact was not to be had',
    (version) => {
      const there = new Set(declared(version));
      const others = optionsOf(of(version)).filter(
        ({ key, artifact }) => !there.has(key) && !artifact.match(/operator|autoscaler/),
      );
      expect(others.filter(({ notSampled }) => notSampled === null)).toEqual([]);
    },
  );

  it.each([
    ['1.16', 'taskmanager.memory.network.max', '1 gb'],
    ['1.17', 'taskmanager.memory.network.max', '9223372036854775807 bytes'],
    ['1.18', 'state.backend.type', null],
    ['1.19', 'state.backend.type', 'hashmap'],
    ['1.19', 'heartbeat.timeout', 50_000],
    ['1.20', 'heartbeat.timeout', '50 s'],
    ['2.2', 'security.ssl.verify-hostname', true],
    ['2.3', 'security.ssl.verify-hostname', false],
    ['2.3', 'execution.checkpointing.tolerable-failed-checkpoints', 0],
  ])('in %s has the default of %s', (version, key, value) => {
    expect(flinkOption(of(version), key)?.option?.defaultValue).toEqual(value);
  });
});

describe('a key', () => {
  it.each([
    ['1.20', 'state.backend.local-recovery', 'own', 'state.backend.local-recovery'],
    ['2.0', 'state.backend.local-recovery', 'old-key', undefined],
    ['1.20', 'metrics.reporter.prom.factory.class', 'pattern', 'metrics.reporter.<name>.factory.class'],
    ['1.20', 'metrics.reporter.prom.bucket', 'pattern', 'metrics.reporter.<name>.<parameter>'],
    ['1.20', 'kubernetes.taskmanager.labels.team', 'prefix-map', 'kubernetes.taskmanager.labels'],
    ['1.20', 's3.path.style.access', 'prefix', undefined],
    ['2.3', 'job.autoscaler.enabled', 'own', 'job.autoscaler.enabled'],
  ])('of %s: %s is known by %s', (version, key, by, option) => {
    const known = flinkOption(of(version), key);
    expect([known?.by, known?.option?.key]).toEqual([by, option]);
  });

  it.each([
    'taskmanager.process.size',
    'constructor',
    '__proto__',
    'toString',
    '',
    'state.backend.',
    'metrics.reporter',
  ])('is unknown: %s', (key) => expect(flinkOption(of('1.20'), key)).toBeUndefined());

  it('may feed several options', () => {
    const known = flinkOption(of('2.0'), 'state.backend.local-recovery');
    expect(known?.readBy.map(({ option, kind }) => [option.key, kind])).toEqual([
      ['execution.checkpointing.local-backup.enabled', 'deprecated'],
      ['execution.state-recovery.from-local', 'deprecated'],
    ]);
  });

  it('below a map is not read before 1.14', () => {
    expect(flinkOption(of('1.13'), 'kubernetes.taskmanager.labels.team')).toBeUndefined();
  });
});

describe('a version between two samples', () => {
  it('says where the two sides differ', () => {
    expect(flinkOption(of('1.15'), 'taskmanager.memory.network.max')?.option?.notSampled).toBe(
      'its default changed between 1.13 and 1.17',
    );
    expect(flinkOption(of('1.15'), 'state.backend.type')?.option?.notSampled).toBe(
      'not known in 1.13, known in 1.17',
    );
    expect(flinkOption(of('1.15'), 'state.backend')?.option?.notSampled).toBe(
      'known in 1.13 and no longer in 1.17',
    );
    expect(flinkOption(of('1.15'), 'parallelism.default')?.option?.notSampled).toBeNull();
  });

  it('before the first sample has what that has', () => {
    expect(flinkOption(of('1.11'), 'parallelism.default')?.option?.notSampled).toBe(
      '1.11 was not sampled; 1.13 has the option',
    );
  });
});

describe('the nearest key', () => {
  it.each([
    ['taskmanager.process.size', 'taskmanager.memory.process.size'],
    ['taskmanager.memory.size.process', 'taskmanager.memory.process.size'],
    ['process.memory.taskmanager.size', 'taskmanager.memory.process.size'],
    ['paralelism.defualt', 'parallelism.default'],
    ['taskmanager.number-of-task-slots', 'taskmanager.numberOfTaskSlots'],
    ['execution.checkpoint.interval', 'execution.checkpointing.interval'],
    ['state.checkpoint.dir', 'state.checkpoints.dir'],
    ['TASKMANAGER.MEMORY.PROCESS.SIZE', 'taskmanager.memory.process.size'],
  ])('to %s is %s', (unknown, meant) => {
    expect(nearestKeys(of('1.19'), unknown)[0]?.key).toBe(meant);
  });

  it('is told as another version’s where it is that', () => {
    expect(nearestKeys(of('2.3'), 'taskmanager.heap.size')[0]).toEqual({
      key: 'taskmanager.heap.size',
      kind: 'other-version',
      versions: ['1.13', '1.17', '1.18', '1.19', '1.20'],
    });
  });

  it('is none where nothing resembles it, and of texts without end', () => {
    expect(nearestKeys(of('2.3'), 'zzz.qqq')).toEqual([]);
    expect(nearestKeys(of('2.3'), 'a.'.repeat(100_000))).toEqual([]);
  });
});

describe('a search', () => {
  const keys = (q: string): string[] => searchOptions({ flinkVersion: of('2.3'), q }).map(({ key }) => key);

  it('finds keys by all words, the key itself first', () => {
    expect(keys('parallelism.default')[0]).toBe('parallelism.default');
    expect(
      keys('network MEMORY')
        .slice(0, 3)
        .every((key) => /network.*memory|memory.*network/.test(key)),
    ).toBe(true);
  });

  it('finds options by their old keys', () => {
    expect(keys('state.checkpoints.dir')).toContain('execution.checkpointing.dir');
  });

  it('finds everything without words', () => {
    expect(keys(' ')).toHaveLength(optionsOf(of('2.3')).length);
  });
});

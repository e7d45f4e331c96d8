import { parseFlinkVersion } from '@plimsoll/units';
import type { Finding } from '../result.js';
import { type ConfigAdvice, planConfig } from './plan-config.js';

const configOf = (
  config: Record<string, string> | undefined,
  advice: Partial<ConfigAdvice>,
  flinkVersion = '1.20',
) =>
  planConfig(config, flinkVersion, parseFlinkVersion(flinkVersion) ?? { major: 2, minor: 3 }, {
    stateBackend: 'hashmap',
    tuning: null,
    findings: [],
    ...advice,
  });

const settings = [{ key: 'execution.checkpointing.interval', value: '2 min', reason: 'cheapest' }];

const finding = (set: Record<string, string>, unset: string[] = []): Finding => ({
  ruleId: 'some-rule',
  severity: 'warning',
  title: 'Something is wrong',
  message: '',
  path: '',
  evidence: [],
  fix: { set, unset },
  reference: 'F1.1',
});

describe('the configuration that a plan recommends', () => {
  it('is nothing where the profile has none and nothing is proposed', () => {
    expect(configOf(undefined, {})).toBeNull();
  });

  it('is that of the profile with what is proposed, each change with its reason', () => {
    expect(configOf({ a: '1' }, { tuning: { settings } })).toEqual({
      flinkVersion: '1.20',
      config: { a: '1', 'execution.checkpointing.interval': '2 min' },
      changes: [{ key: 'execution.checkpointing.interval', from: null, to: '2 min', reason: 'cheapest' }],
    });
  });

  it.each([
    ['the same value in another unit', { 'execution.checkpointing.interval': '120 s' }, settings],
    [
      'the same by an older key',
      { 'state.backend.incremental': 'true' },
      [{ key: 'execution.checkpointing.incremental', value: 'true', reason: '' }],
    ],
  ])('changes nothing where the profile says %s', (_what, config, same) => {
    expect(configOf(config, { tuning: { settings: same } })?.changes).toEqual([]);
  });

  it('takes out the older key that said something else', () => {
    const proposed = [{ key: 'execution.checkpointing.incremental', value: 'true', reason: 'small' }];
    const { config, changes } =
      configOf({ 'state.backend.incremental': 'false' }, { tuning: { settings: proposed } }) ?? {};
    expect(config).toEqual({ 'execution.checkpointing.incremental': 'true' });
    expect(changes?.map(({ key, to }) => [key, to])).toEqual([
      ['state.backend.incremental', null],
      ['execution.checkpointing.incremental', 'true'],
    ]);
  });

  it.each<[string, Record<string, string>, 'hashmap' | 'rocksdb', object]>([
    ['is not set', {}, 'rocksdb', { 'state.backend.type': 'rocksdb' }],
    ['is another', { 'state.backend': 'hashmap' }, 'rocksdb', { 'state.backend.type': 'rocksdb' }],
    [
      'is the same by another name',
      { 'state.backend': 'filesystem' },
      'hashmap',
      { 'state.backend': 'filesystem' },
    ],
    ['is what Flink takes of itself', {}, 'hashmap', {}],
  ])(
    'has the state backend that the plan counts with where it %s',
    (_what, config, stateBackend, expected) => {
      expect(configOf(config, { stateBackend })?.config).toEqual(expected);
    },
  );

  it('applies fixes, but none of a key that has its value already', () => {
    const findings = [
      finding({ b: '2' }, ['c']),
      finding({ b: '3' }),
      finding({ 'execution.checkpointing.interval': '1 s' }),
    ];
    const { config } = configOf({ c: '1' }, { tuning: { settings }, findings }) ?? {};
    expect(config).toEqual({ b: '2', 'execution.checkpointing.interval': '2 min' });
  });

  it('becomes the configuration when its changes are made in their order', () => {
    const start = { 'state.backend.incremental': 'false', c: '1', 'execution.checkpointing.interval': '1 s' };
    const plan = configOf(start, { tuning: { settings }, findings: [finding({ d: '4' }, ['c'])] });
    const made = plan?.changes.reduce<Record<string, string>>((config, { key, to }) => {
      const { [key]: _, ...others } = config;
      return to === null ? others : { ...others, [key]: to };
    }, start);
    expect(made).toEqual(plan?.config);
  });
});

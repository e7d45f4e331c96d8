import { readFileSync } from 'node:fs';
import { type Migration, migrate, removalOf } from './index.js';

function done(flinkVersion: string, targetVersion: string, config: Record<string, string>): Migration {
  const outcome = migrate({ flinkVersion, targetVersion, config });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}
const rules = ({ findings }: Migration): string[] => findings.map(({ ruleId, path }) => `${ruleId} ${path}`);

type Row = readonly [from: string, to: string, before: Record<string, string>, after: Record<string, string>];

describe('a configuration that moves up', () => {
  it.each<Row>([
    ['1.18', '2.3', { 'state.backend': 'rocksdb' }, { 'state.backend.type': 'rocksdb' }],
    ['1.13', '2.0', { 'state.checkpoints.dir': 's3://a' }, { 'execution.checkpointing.dir': 's3://a' }],
    [
      '1.18',
      '2.0',
      { 'state.backend.local-recovery': 'true', 'parallelism.default': '4' },
      {
        'execution.checkpointing.local-backup.enabled': 'true',
        'execution.state-recovery.from-local': 'true',
        'parallelism.default': '4',
      },
    ],
    ['1.17', '1.18', { 'akka.framesize': '10m' }, { 'pekko.framesize': '10m' }],
    ['1.19', '1.20', { 'heartbeat.timeout': '50000' }, { 'heartbeat.timeout': '50000' }],
    ['1.13', '1.17', { 'jobmanager.scheduler': 'ng' }, { 'jobmanager.scheduler': 'Default' }],
    [
      '1.20',
      '2.0',
      { 'state.backend.type': 'filesystem', 'state.checkpoints.dir': 's3://a' },
      {
        'state.backend.type': 'hashmap',
        'execution.checkpointing.storage': 'filesystem',
        'execution.checkpointing.dir': 's3://a',
      },
    ],
    [
      '1.20',
      '2.0',
      { 'state.backend.type': 'org.apache.flink.contrib.streaming.state.EmbeddedRocksDBStateBackendFactory' },
      { 'state.backend.type': 'org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackendFactory' },
    ],
    [
      '1.20',
      '2.0',
      { 'cluster.evenly-spread-out-slots': 'true' },
      { 'taskmanager.load-balance.mode': 'SLOTS' },
    ],
    ['1.20', '2.0', { 'cluster.evenly-spread-out-slots': 'false' }, {}],
    [
      '1.20',
      '2.0',
      { 'security.ssl.enabled': 'true', 'security.ssl.rest.enabled': 'false' },
      { 'security.ssl.internal.enabled': 'true', 'security.ssl.rest.enabled': 'false' },
    ],
    [
      '1.20',
      '2.0',
      { 'taskmanager.network.numberOfBuffers': '2048', 'taskmanager.memory.segment-size': '64kb' },
      {
        'taskmanager.memory.network.min': '128 mb',
        'taskmanager.memory.network.max': '128 mb',
        'taskmanager.memory.segment-size': '64kb',
      },
    ],
    [
      '1.20',
      '2.0',
      { 'taskmanager.network.numberOfBuffers': '2048', 'taskmanager.network.memory.max': '1g' },
      { 'taskmanager.memory.network.max': '1g' },
    ],
    [
      '1.20',
      '2.0',
      { 'metrics.reporter.p.class': 'org.apache.flink.metrics.prometheus.PrometheusReporter' },
      { 'metrics.reporter.p.factory.class': 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory' },
    ],
    ['1.19', '1.20', { 'resourcemanager.standalone.start-up-time': '-1' }, {}],
    ['1.18', '1.19', { 'pipeline.jars': '[a]' }, { 'pipeline.jars': "'[a]'" }],
  ])('from %s to %s: %j is %j', (from, to, before, after) => {
    expect(done(from, to, before).config).toEqual(after);
  });
});

describe('a configuration that moves down', () => {
  it.each<Row>([
    ['2.0', '1.18', { 'state.backend.type': 'rocksdb' }, { 'state.backend.type': 'rocksdb' }],
    ['2.0', '1.15', { 'state.backend.type': 'rocksdb' }, { 'state.backend': 'rocksdb' }],
    ['2.3', '1.19', { 'execution.checkpointing.dir': 's3://a' }, { 'state.checkpoints.dir': 's3://a' }],
    ['2.3', '1.19', { 'heartbeat.timeout': 'PT50S' }, { 'heartbeat.timeout': '50000' }],
    [
      '2.1',
      '2.0',
      { 'execution.checkpointing.interval': 'PT1M' },
      { 'execution.checkpointing.interval': '1 min' },
    ],
    [
      '1.20',
      '1.18',
      { 'pipeline.jars': '[file:///a, file:///b]' },
      { 'pipeline.jars': 'file:///a;file:///b' },
    ],
    ['1.17', '1.13', { 'task.cancellation.timeout': '5000' }, { 'task.cancellation.timeout': '5000' }],
    [
      '1.20',
      '1.13',
      { 'taskmanager.memory.managed.consumer-weights.OPERATOR': '70' },
      { 'taskmanager.memory.managed.consumer-weights': 'OPERATOR:70' },
    ],
  ])('from %s to %s: %j is %j', (from, to, before, after) => {
    expect(done(from, to, before).config).toEqual(after);
  });

  it('loses what two options say where they are one', () => {
    const moved = done('1.20', '1.18', {
      'execution.state-recovery.from-local': 'true',
      'execution.checkpointing.local-backup.enabled': 'false',
    });
    expect(moved.config).toEqual({ 'state.backend.local-recovery': 'true' });
    expect(rules(moved)).toContain('options-merged execution.checkpointing.local-backup.enabled');
  });

  it('leaves out what the older version has not', () => {
    const moved = done('2.3', '1.18', { 'taskmanager.load-balance.mode': 'TASKS' });
    expect(moved.config).toEqual({});
    expect(rules(moved)).toContain('option-unknown-to-target taskmanager.load-balance.mode');
  });
});

describe('what is told', () => {
  it('the key that wins where several set an option', () => {
    const moved = done('1.18', '2.0', { 'state.backend': 'rocksdb', 'state.backend.type': 'hashmap' });
    expect(moved.config).toEqual({ 'state.backend.type': 'hashmap' });
    expect(rules(moved)).toContain('conflicting-keys state.backend');
  });

  it.each([
    ['1.13', '1.17', {}, 'default-changed taskmanager.memory.network.max'],
    [
      '1.18',
      '1.19',
      { 'restart-strategy.type': 'exponential-delay' },
      'default-changed restart-strategy.exponential-delay.max-backoff',
    ],
    ['1.18', '1.19', {}, 'restart-strategy-default-changed restart-strategy.type'],
    [
      '2.2',
      '2.3',
      { 'security.ssl.internal.enabled': 'true' },
      'default-changed security.ssl.verify-hostname',
    ],
    ['1.20', '2.0', { 'taskmanager.heap.size': '4g' }, 'option-removed taskmanager.heap.size'],
    ['1.18', '2.0', { 'taskmanager.process.size': '4g' }, 'unknown-key taskmanager.process.size'],
    ['1.19', '2.0', { 'heartbeat.timeout': '50 s' }, 'value-refused-by-source heartbeat.timeout'],
    ['1.13', '2.0', { 'state.backend.type': 'rocksdb' }, 'key-new-to-target state.backend.type'],
    [
      '2.2',
      '1.20',
      { 'taskmanager.load-balance.mode': 'TASKS' },
      'value-refused-by-target taskmanager.load-balance.mode',
    ],
    ['1.20', '1.15', { 'state.backend.type': 'rocksdb' }, 'option-not-sampled state.backend.type'],
    ['1.11', '1.20', {}, 'option-not-sampled /flinkVersion'],
  ])('from %s to %s with %j: %s', (from, to, config: Record<string, string>, told) => {
    expect(rules(done(from, to, config))).toContain(told);
  });

  it.each([
    ['1.18', '1.19', {}, 'default-changed execution.checkpointing.tolerable-failed-checkpoints'],
    ['1.18', '1.19', {}, 'default-changed restart-strategy.exponential-delay.max-backoff'],
    [
      '1.13',
      '1.17',
      { 'taskmanager.memory.network.max': '2g' },
      'default-changed taskmanager.memory.network.max',
    ],
    ['1.19', '1.20', {}, 'default-changed heartbeat.timeout'],
    ['2.2', '2.3', {}, 'default-changed security.ssl.verify-hostname'],
  ])('not from %s to %s with %j: %s', (from, to, config: Record<string, string>, told) => {
    expect(rules(done(from, to, config))).not.toContain(told);
  });

  it('repeats no secret', () => {
    const config = { 'security.delegation.tokens.renewal.time-ratio': 'hunter2', 's3.secret-key': 'hunter3' };
    const { config: after, findings } = done('1.20', '2.3', config);
    expect(after).toEqual(config);
    expect(JSON.stringify(findings)).not.toMatch(/hunter/);
  });

  it('a fix puts the older default back, and is not told again', () => {
    const { findings } = done('1.13', '2.3', { 'execution.checkpointing.interval': '1 min' });
    const fixes = Object.assign({}, ...findings.map(({ fix }) => fix?.set ?? {}));
    expect(fixes).toMatchObject({ 'taskmanager.memory.network.max': '1 gb' });
    const again = done('1.13', '2.3', { 'execution.checkpointing.interval': '1 min', ...fixes });
    const left = again.findings.filter(
      ({ ruleId, fix }) => ruleId === 'default-changed' && fix !== undefined,
    );
    expect(left).toEqual([]);
  });

  it('names every wrong version at once', () => {
    expect(migrate({ flinkVersion: '1.9', targetVersion: 'next', config: {} })).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/flinkVersion' }, { pointer: '/targetVersion' }],
    });
  });
});

describe('a value that is called like what every object has', () => {
  it.each(['constructor', '__proto__'])('%s is a text like any other', (text) => {
    const { config } = done('1.18', '2.3', { 'state.backend': text });
    expect(config).toEqual({ 'state.backend.type': text });
  });
});

describe('a configuration of very many keys', () => {
  it('is refused', () => {
    const config = Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`a.${at}`, 'x']));
    expect(migrate({ flinkVersion: '1.18', targetVersion: '2.0', config })).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/config', message: 'has 20001 keys; at most 20000 can be moved' }],
    });
  });
});

describe('every option that a newer Flink has no longer', () => {
  const { options } = JSON.parse(readFileSync('libs/flink-config/facts/options.json', 'utf8'));
  const removed = Object.keys(options).filter((key) => options[key].status2x === 'removed');

  it('comes with what to do about it', () => {
    expect(removed.length).toBeGreaterThan(70);
    expect(removed.filter((key) => removalOf(key) === undefined)).toEqual([]);
  });
});

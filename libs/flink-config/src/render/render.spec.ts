import { renderConfig } from './render.js';
import type { RenderRequest } from './request.js';

const CONFIG = {
  'taskmanager.numberOfTaskSlots': '4',
  'state.backend.incremental': 'true',
  'state.backend': 'rocksdb',
  'env.java.opts.all': '-Da="b" -Dc=d',
};

function lines(request: Partial<RenderRequest>): string[] {
  const rendered = renderConfig({ flinkVersion: '1.20', format: 'config.yaml', config: CONFIG, ...request });
  if (rendered.kind === 'rejected') throw new Error(JSON.stringify(rendered.rejections));
  return rendered.value.text.split('\n').slice(0, -1);
}

describe('a configuration is written', () => {
  it('with whole keys in alphabetical order, and why', () => {
    expect(lines({ reasons: { 'state.backend': 'State is larger\nthan the heap.', unknown: 'x' } })).toEqual([
      `env.java.opts.all: '-Da="b" -Dc=d'`,
      '# State is larger',
      '# than the heap.',
      'state.backend: rocksdb',
      'state.backend.incremental: true',
      'taskmanager.numberOfTaskSlots: 4',
    ]);
  });

  it('in mappings within each other, where no key is the beginning of another', () => {
    expect(lines({ layout: 'nested', reasons: { 'state.backend.incremental': 'Less to upload.' } })).toEqual([
      'env:',
      '  java:',
      '    opts:',
      `      all: '-Da="b" -Dc=d'`,
      'state:',
      '  backend: rocksdb',
      '  # Less to upload.',
      '  backend.incremental: true',
      'taskmanager:',
      '  numberOfTaskSlots: 4',
    ]);
  });

  it('for the flat parser without quotes', () => {
    expect(lines({ format: 'flink-conf.yaml' })[0]).toBe('env.java.opts.all: -Da="b" -Dc=d');
  });

  it('as a FlinkDeployment, all values in quotes', () => {
    expect(
      lines({ format: 'flinkdeployment', name: 'orders', config: { 'parallelism.default': '4' } }),
    ).toEqual([
      'apiVersion: flink.apache.org/v1beta1',
      'kind: FlinkDeployment',
      'metadata:',
      '  name: orders',
      'spec:',
      '  flinkVersion: v1_20',
      '  # Where job.parallelism is set it overrides parallelism.default.',
      '  flinkConfiguration:',
      "    parallelism.default: '4'",
    ]);
  });

  it('as options for a shell', () => {
    expect(lines({ format: 'dynamic-properties' })).toEqual([
      `'-Denv.java.opts.all=-Da="b" -Dc=d' \\`,
      '-Dstate.backend=rocksdb \\',
      '-Dstate.backend.incremental=true \\',
      '-Dtaskmanager.numberOfTaskSlots=4',
    ]);
  });

  it('as values of a chart', () => {
    expect(lines({ format: 'helm-values', config: { a: 'on' } })).toEqual([
      "flinkVersion: '1.20'",
      'flinkConfiguration:',
      "  a: 'on'",
    ]);
    expect(lines({ format: 'helm-values', config: {} })).toEqual([
      "flinkVersion: '1.20'",
      'flinkConfiguration: {}',
    ]);
  });

  it.each([
    ['flink-conf.yaml', '1.18', { a: 'b#c' }],
    ['flink-conf.yaml', '1.20', { a: 'b\nc' }],
    ['flink-conf.yaml', '1.20', { a: ' b' }],
    ['flink-conf.yaml', '1.20', { 'a: b': 'c' }],
    ['flink-conf.yaml', '1.20', { a: '' }],
    ['flink-properties', '1.20', { a: 'b c' }],
    ['flink-properties', '1.18', { a: '\u0024{HOME}' }],
    ['dynamic-properties', '1.20', { 'a=b': 'c' }],
    ['flinkdeployment', '1.18', { a: 'b#c' }],
  ] as const)('as %s for %s unless it could not be read back: %j', (format, flinkVersion, config) => {
    const rendered = renderConfig({ flinkVersion, format, config });
    const [key] = Object.keys(config);
    expect(rendered).toMatchObject({ kind: 'rejected', rejections: [{ pointer: `/config/${key}` }] });
  });
});

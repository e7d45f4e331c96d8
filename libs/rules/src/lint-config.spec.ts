import { type LintConfigRequest, type LintedConfig, lintConfig } from './lint-config.js';

function lintedOf(request: LintConfigRequest): LintedConfig {
  const answer = lintConfig(request);
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
}

const found = ({ findings }: LintedConfig) => findings.map(({ ruleId, path }) => `${ruleId} at ${path}`);

describe('linting a text', () => {
  const text = 'taskmanager.process.size: 8g\nstate.backend: rocksdb\n';

  it('finds in a file what it finds in its configuration, and knows where each key stands', () => {
    const ofFile = lintedOf({ flinkVersion: '1.18', format: 'flink-conf.yaml', text });
    const config = { 'taskmanager.process.size': '8g', 'state.backend': 'rocksdb' };
    expect(found(ofFile)).toEqual(found(lintedOf({ flinkVersion: '1.18', config })));
    expect(ofFile.documents[0]?.positions['state.backend']).toEqual({ line: 2, column: 1 });
  });

  it('judges each document of a text by its own version', () => {
    const deployment = (name: string, version: string) =>
      `apiVersion: flink.apache.org/v1beta1\nkind: FlinkDeployment\nmetadata:\n  name: ${name}\nspec:\n  flinkVersion: ${version}\n  flinkConfiguration:\n    taskmanager.process.size: "8g"\n`;
    const { documents, findings } = lintedOf({
      flinkVersion: '1.20',
      format: 'flinkdeployment',
      text: `${deployment('a', 'v1_20')}---\n${deployment('b', 'v2_0')}`,
    });
    expect(documents.map(({ name, flinkVersion }) => [name, flinkVersion])).toEqual([
      ['a', '1.20'],
      ['b', '2.0'],
    ]);
    expect(findings.filter(({ ruleId }) => ruleId === 'unknown-key')).toHaveLength(2);
  });

  it('tells what the parser drops in silence, at its line', () => {
    const { findings } = lintedOf({
      flinkVersion: '1.18',
      format: 'flink-conf.yaml',
      text: 'a: 1\ntaskmanager.numberOfTaskSlots:4\n',
    });
    const misread = findings.find(({ ruleId }) => ruleId === 'file-misread');
    expect(misread?.message).toContain('line 2');
  });

  it('knows of a FlinkDeployment what it says beside its configuration', () => {
    const text = `apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: { name: a }
spec:
  flinkVersion: v1_20
  flinkConfiguration:
    taskmanager.memory.process.size: 8g
  taskManager: { resource: { memory: 4g, cpu: 1 } }
  job: { jarURI: local:///a.jar, parallelism: 2, upgradeMode: last-state }
`;
    const ids = found(lintedOf({ flinkVersion: '1.20', format: 'flinkdeployment', text }));
    expect(ids).toEqual(expect.arrayContaining([expect.stringContaining('last-state-without-ha')]));
    expect(ids).toEqual(expect.arrayContaining([expect.stringContaining('file-misread')]));
  });

  it('takes the limit of a pod as Kubernetes writes it', () => {
    const config = { 'taskmanager.memory.process.size': '8g' };
    const deployment = { kind: 'Kubernetes', taskManager: { podLimit: '4Gi' } } as const;
    expect(found(lintedOf({ flinkVersion: '1.20', config, deployment }))).toContain(
      'tm-process-exceeds-pod-limit at taskmanager.memory.process.size',
    );
  });

  it('says what Flink throws where it would not load the text', () => {
    const answer = lintConfig({ flinkVersion: '2.0', format: 'config.yaml', text: 'a: [1' });
    expect(answer.kind).toBe('refused');
  });

  it.each<[string, Partial<LintConfigRequest>, string]>([
    ['neither a configuration nor a text', {}, ''],
    ['both', { config: {}, format: 'config.yaml', text: '' }, '/config'],
    ['a text without its format', { text: 'a: b' }, ''],
    [
      'a limit that Kubernetes does not read',
      { config: {}, deployment: { kind: 'Kubernetes', taskManager: { podLimit: '8 GB' } } },
      '/deployment/taskManager/podLimit',
    ],
    ['a version that is not known', { config: {}, flinkVersion: '3.7' }, '/flinkVersion'],
  ])('refuses %s', (_what, changes, pointer) => {
    const answer = lintConfig({ flinkVersion: '1.20', ...changes });
    expect(answer.kind === 'rejected' && answer.rejections[0]?.pointer).toBe(pointer);
  });
});

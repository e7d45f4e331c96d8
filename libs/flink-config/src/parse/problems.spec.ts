import { type ParseRequest, parseConfig } from './parse.js';

function read(request: ParseRequest) {
  const answer = parseConfig(request);
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
}

const found = (request: ParseRequest): string[] =>
  read(request).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

const flat = (text: string) => ({ flinkVersion: '1.18', format: 'flink-conf.yaml', text }) as const;
const standard = (text: string) => ({ flinkVersion: '2.0', format: 'config.yaml', text }) as const;
const properties = (text: string) => ({ flinkVersion: '1.20', format: 'flink-properties', text }) as const;
const options = (text: string) => ({ flinkVersion: '1.20', format: 'dynamic-properties', text }) as const;
const resource = (spec: string, kind = 'FlinkDeployment') =>
  ({ flinkVersion: '1.20', format: 'flinkdeployment', text: `kind: ${kind}\nspec:\n${spec}` }) as const;

describe('what is dropped or misread in silence is a problem with its place', () => {
  it.each([
    ['taskmanager.numberOfTaskSlots:4', ['1:30 missing-space-after-colon']],
    ['a.b:\t4', ['1:5 tab-after-colon']],
    ['a.b:', ['1:4 value-missing']],
    ['a.b: # none', ['1:4 value-missing']],
    [': 4', ['1:1 key-missing']],
    ['- a', ['1:1 list-item-dropped']],
    ['some words', ['1:1 line-dropped']],
    ['a: host#1', ['1:8 text-after-hash-dropped']],
    ['a: "b # c"', ['1:7 text-after-hash-dropped']],
    ['a: "b"', ['1:4 quotes-kept']],
    ["'a': b", ['1:1 quotes-kept']],
    ['a: [b, c]', ['1:4 yaml-value-kept-as-text']],
    ['a: |\n  b', ['1:4 yaml-value-kept-as-text', '2:3 line-dropped']],
    ['a: b\na: c', ['2:1 duplicate-key']],
    ['a: é', ['1:4 platform-encoding']],
    [
      'a:\n  b:\n    c: d\n  e: f\ng: h',
      ['1:2 value-missing', '2:4 value-missing', '3:5 nesting-lost', '4:3 nesting-lost'],
    ],
    ['a: b # four\n# c\n\n---\nc: d', []],
  ])('of a flat file: %j', (text, problems) => {
    expect(found(flat(text))).toEqual(problems);
  });

  it('names the whole key that nested lines were meant for', () => {
    const { problems } = read(flat('taskmanager:\n  memory:\n    process:\n      size: 4g'));
    expect(problems.at(-1)?.message).toContain('"taskmanager.memory.process.size: …"');
  });

  it.each([
    ['a: 1.20', ['1:4 spelling-changed']],
    ['a: 0042', ['1:4 spelling-changed']],
    ['a: [1.5, 1e3]', ['1:10 spelling-changed']],
    ['a:\n  b:4', ['2:3 missing-space-after-colon']],
    ['a: b\n  c.d:4', ['1:4 missing-space-after-colon']],
    ['a.b: 1\na: { b: 2 }', ['2:6 duplicate-key']],
    ['a: {}', ['1:1 empty-mapping-dropped']],
    ['<<: { a: b }', ['1:7 merge-key-not-applied']],
    ["a: '1.20'\nb: 4\nc: hdfs://h:1/x\nd: True\ne: yes", []],
  ])('of a standard file: %j', (text, problems) => {
    expect(found(standard(text))).toEqual(problems);
  });

  it.each([
    ['a: b c', ['1:1 spaces-removed']],
    ['# c', ['1:1 comment-not-understood']],
    ['a: b # c', ['1:1 spaces-removed', '1:1 comment-not-understood']],
    ['a', ['1:1 value-missing']],
    ['a: $HOME/x', ['1:1 variable-expanded']],
    ['a: b\na: c', ['2:1 duplicate-key']],
    ['a:4\nb: c', []],
  ])('of FLINK_PROPERTIES: %j', (text, problems) => {
    expect(found(properties(text))).toEqual(problems);
  });

  it.each([
    ['-Da=b;c', ['1:6 shell-ends-command']],
    ['-Da=$HOME', ['1:1 variable-expanded']],
    ['-Da="`date`"', ['1:1 variable-expanded']],
    ['-Da', ['1:1 value-missing']],
    ['-Da=b -Da=c', ['1:7 duplicate-key']],
    ['flink run -D a=\'b;c$d\' \\\n  -Db="x \\"y\\"" -yDc=d job.jar # -De=f', []],
  ])('of a command line: %j', (text, problems) => {
    expect(found(options(text))).toEqual(problems);
  });

  it.each([
    ['  flinkConfiguration: { a: 1.20 }', ['3:28 spelling-changed']],
    ['  flinkConfiguration: { a: on }', ['3:28 spelling-changed']],
    ['  flinkConfiguration: { kubernetes.cluster-id: x }', ['3:25 set-by-operator']],
    ['  taskmanagers: 4', ['3:3 field-ignored']],
    ['  flinkVersion: v1_21', ['3:17 version-not-supported']],
    ['  flinkVersion: v2_3', ['3:17 version-not-supported', '3:17 version-differs']],
    ['  flinkVersion: v1_19', ['3:17 version-differs']],
    ['  taskManager: { resource: { memory: 1.5Gi } }', ['3:38 resource-memory-unreadable']],
    [
      '  taskManager: { resource: { memory: 2Gi } }\n  flinkConfiguration: { taskmanager.memory.process.size: 1g }',
      ['4:25 overridden-by-resource'],
    ],
    ['  job: { parallelism: 4 }\n  taskManager: { replicas: 2 }', ['3:23 field-ignored']],
    [
      '  flinkVersion: v1_18\n  flinkConfiguration: { a: "b#c" }',
      ['3:17 version-differs', '4:25 text-after-hash-dropped'],
    ],
    ['  flinkConfiguration:\n    a: b\n    a: c', ['5:5 duplicate-key']],
  ])('of a resource: %j', (spec, problems) => {
    expect(found(resource(spec))).toEqual(problems);
  });

  it('depends on the operator', () => {
    const spec = '  flinkConfiguration: { a: { b: 1 } }\n  taskManager: { resource: { memory: 2Gi } }';
    const old = found({ ...resource(spec), operatorVersion: '1.6' });
    expect(old).toEqual([
      '3:25 nested-for-old-operator',
      '3:33 value-not-a-text',
      '4:38 resource-memory-unreadable',
    ]);
    expect(found({ ...resource(spec), operatorVersion: '1.13' })).toEqual([]);
  });
});

describe('a FlinkDeployment', () => {
  it('is flattened, with what the operator makes of its fields', () => {
    const spec = [
      '  flinkConfiguration:',
      '    taskmanager: { numberOfTaskSlots: 2 }',
      '    pipeline.jars: [a.jar, b.jar]',
      '    web.cancel.enable: "yes"',
      '  jobManager: { replicas: 2, resource: { memory: 2048m, cpu: 0.5 } }',
      '  taskManager: { replicas: 3, resource: { memory: 2Gi, cpu: 4 } }',
      '  job: { jarURI: "local:///x.jar" }',
    ];
    expect(read(resource(spec.join('\n'))).config).toEqual({
      'taskmanager.numberOfTaskSlots': '2',
      'pipeline.jars': 'a.jar;b.jar',
      'web.cancel.enable': 'yes',
      'jobmanager.memory.process.size': '2 gb',
      'kubernetes.jobmanager.cpu.amount': '0.5',
      'taskmanager.memory.process.size': '2147483648',
      'kubernetes.taskmanager.cpu.amount': '4.0',
      'kubernetes.jobmanager.replicas': '2',
      'parallelism.default': '6',
    });
  });

  it('says the limits of its pods and the options that their environment gives to the JVM', () => {
    const container = [
      '          - name: flink-main-container',
      '            env: [{ name: JAVA_TOOL_OPTIONS, value: -Xmx1g }, { name: OTHER, value: x }]',
      '            resources: { limits: { memory: 4Gi } }',
    ].join('\n');
    const spec = `  taskManager:\n    podTemplate:\n      spec:\n        containers:\n${container}`;
    const [document] = read(resource(spec)).documents;
    expect(document?.pods?.taskManager).toMatchObject({
      memoryLimit: { text: '4Gi', at: { line: 9, column: 44 } },
      cpuLimit: undefined,
      javaOptions: [{ name: 'JAVA_TOOL_OPTIONS', text: '-Xmx1g' }],
    });
    expect(document?.pods?.jobManager.memoryLimit).toBeUndefined();
    expect(document?.problems.map(({ code }) => code)).toEqual(['field-ignored']);
  });

  it('stands among others, each with its own version, and with its keys at their places', () => {
    const job = 'kind: FlinkSessionJob\nmetadata: { name: late }\nspec: { flinkConfiguration: { a: b } }';
    const request = resource('  flinkVersion: v1_19\n  flinkConfiguration: { c: d }');
    const { config, documents } = read({
      ...request,
      text: `${request.text}\n---\nkind: Pod\n---\n${job}\n`,
    });
    expect(config).toEqual({ c: 'd' });
    expect(documents.map(({ kind, name, flinkVersion }) => [kind, name, flinkVersion])).toEqual([
      ['FlinkDeployment', null, '1.19'],
      ['FlinkSessionJob', 'late', '1.20'],
    ]);
    expect(documents[1]?.positions).toEqual({ a: { line: 10, column: 31 } });
  });
});

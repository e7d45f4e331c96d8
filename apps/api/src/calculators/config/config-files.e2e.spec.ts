import { askBoth, wholeQuery } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { FLAT_FILE, FLINK_DEPLOYMENT, STANDARD_FILE, TO_WRITE } from './file-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const parse = (body: object) => askBoth(client, 'parseConfig', '/v1/config/parse', body);
const render = (body: object) => askBoth(client, 'renderConfig', '/v1/config/render', body);
const codes = ({ problems }: { problems: { line: number; column: number; code: string }[] }) =>
  problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

describe('a file', () => {
  it('is read as the flat parser reads it, with what it drops and misreads', async () => {
    const { status, body } = await parse(FLAT_FILE);
    expect(status).toBe(200);
    expect(body.config).toEqual({
      'taskmanager.memory.process.size': '4g',
      'env.java.opts.all': '"-Dpattern=',
      backend: 'rocksdb',
    });
    expect(codes(body)).toEqual([
      '2:30 missing-space-after-colon',
      '3:31 text-after-hash-dropped',
      '4:6 value-missing',
      '5:3 nesting-lost',
    ]);
    expect(body.documents).toEqual([
      {
        kind: 'flink-conf.yaml',
        name: null,
        flinkVersion: '1.18',
        config: body.config,
        problems: body.problems,
      },
    ]);
  });

  it('is read as YAML where Flink does', async () => {
    const { body } = await parse(STANDARD_FILE);
    expect(body.config).toEqual({
      'taskmanager.memory.process.size': '4g',
      'taskmanager.numberOfTaskSlots': '4',
      'metrics.scope.tag': '1.2',
    });
    expect(codes(body)).toEqual(['6:20 spelling-changed']);
  });

  it('may be resources of the operator', async () => {
    const second = 'kind: FlinkSessionJob\nmetadata: { name: late }\nspec: { job: { parallelism: 3 } }\n';
    const { body } = await parse({ ...FLINK_DEPLOYMENT, text: `${FLINK_DEPLOYMENT.text}---\n${second}` });
    expect(body.config).toEqual({
      'taskmanager.numberOfTaskSlots': '2',
      'jobmanager.memory.process.size': '2 gb',
      'kubernetes.jobmanager.cpu.amount': '1.0',
      'taskmanager.memory.process.size': '1610612736.0',
      'kubernetes.taskmanager.cpu.amount': '2.0',
      'parallelism.default': '4',
    });
    expect(codes(body)).toEqual(['12:25 resource-memory-unreadable']);
    expect(body.documents[1]).toMatchObject({
      kind: 'FlinkSessionJob',
      name: 'late',
      config: { 'parallelism.default': '3' },
    });
  });

  it('that Flink would not load is refused with its exception', async () => {
    const { status, body } = await parse({ ...STANDARD_FILE, text: 'a: 1\na: 2\n' });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'FLINK_REJECTS_CONFIG',
      flinkException: 'RuntimeException',
      flinkCause: { exception: 'YamlEngineException' },
      line: 2,
      column: 1,
    });
    expect(body.flinkMessage).toContain('found duplicate key a\n in reader, line 2, column 1');
  });

  it.each([
    ['/format', { ...STANDARD_FILE, flinkVersion: '1.18' }, 422],
    ['/format', { ...FLAT_FILE, flinkVersion: '2.0' }, 422],
    ['/format', { ...FLAT_FILE, format: 'helm-values' }, 400],
    ['/flinkVersion', { ...FLAT_FILE, flinkVersion: '3.0' }, 422],
    ['/flinkVersion', { ...FLAT_FILE, flinkVersion: 1.18 }, 400],
    ['/text', { ...FLAT_FILE, text: null }, 400],
    ['/text', { ...FLAT_FILE, text: ['a: b'] }, 400],
    ['/text', { ...FLINK_DEPLOYMENT, text: 'kind: Pod' }, 422],
    ['/text', { ...FLINK_DEPLOYMENT, text: 'kind: [' }, 422],
    ['/text', { ...STANDARD_FILE, text: '['.repeat(100_000) }, 422],
    ['/operatorVersion', { ...FLINK_DEPLOYMENT, operatorVersion: '2.0' }, 422],
    ['/config', { ...FLAT_FILE, config: {} }, 400],
  ])('names %s where it cannot be: %#', async (pointer, body, status) => {
    const answer = await client.post('/v1/config/parse', body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });

  it('may have 4 MiB and not a byte more, by either door, where others may have 1 MiB', async () => {
    const padded = (length: number) => ({ ...FLAT_FILE, text: `${'#'.repeat(length)}\na: b\n` });
    const rest = 4 * 1024 * 1024 - JSON.stringify(padded(0)).length;
    const { body } = await client.post('/v1/config/parse', padded(rest)).expect(200);
    expect(body.config).toEqual({ a: 'b' });
    await client.post('/v1/config/parse', padded(rest + 1)).expect(413);
    const query = wholeQuery('parseConfig');
    const format = 'FLINK_CONF_YAML';
    const large = await client.graphql(query, { input: { ...padded(3_000_000), format } });
    expect(large.body.data.parseConfig.config).toEqual({ a: 'b' });
    const other = await client.graphql(wholeQuery('taskManagerMemory'), {
      input: { flinkVersion: '1.20', config: { a: 'x'.repeat(1024 * 1024) } },
    });
    expect(other.status).toBe(413);
    expect(other.body.errors[0].extensions.code).toBe('BODY_TOO_LARGE');
  });
});

describe('a configuration', () => {
  it('is written as a file, with its reasons', async () => {
    const { status, body } = await render(TO_WRITE);
    expect(status).toBe(200);
    expect(body).toEqual({
      mediaType: 'application/yaml',
      text: [
        "env.java.opts.all: '-Dpattern=#,##0'",
        'taskmanager.memory.process.size: 4g',
        '# One for each core.',
        'taskmanager.numberOfTaskSlots: 4',
        '',
      ].join('\n'),
    });
  });

  it('is refused by name where the file cannot hold a value', async () => {
    const { status, body } = await render({ ...TO_WRITE, flinkVersion: '1.18', format: 'flink-conf.yaml' });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([
      { pointer: '/config/env.java.opts.all', received: '-Dpattern=#,##0' },
    ]);
    expect(body.errors[0].message).toContain('"#"');
  });

  it.each([
    ['/config/a', { ...TO_WRITE, config: { a: 4 } }, 400],
    ['/layout', { ...TO_WRITE, layout: 'flat' }, 400],
    ['/format', { ...TO_WRITE, format: 'json' }, 400],
    ['/format', { ...TO_WRITE, flinkVersion: '1.17' }, 422],
    ['/config', { flinkVersion: '1.20', format: 'config.yaml' }, 400],
  ])('names %s where it cannot be: %#', async (pointer, body, status) => {
    const answer = await client.post('/v1/config/render', body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });
});

describe('a secret', () => {
  it('is given back in the configuration that it came in', async () => {
    const config = { 's3.secret-key': 'hunter2' };
    const written = await render({ flinkVersion: '2.0', format: 'config.yaml', config });
    expect(written.body.text).toBe('s3.secret-key: hunter2\n');
    const read = await parse({ flinkVersion: '2.0', format: 'config.yaml', text: written.body.text });
    expect(read.body.config).toEqual(config);
  });

  it.each([
    ['config.yaml', 's3.secret-key: 0x1F'],
    ['flink-conf.yaml', "s3.secret-key: '0x1F'"],
    ['flink-conf.yaml', 's3.secret-key:0x1F'],
    ['flink-conf.yaml', 's3.secret-key: a#0x1F'],
    ['flink-properties', 's3.secret-key: a 0x1F #'],
    ['dynamic-properties', '-Ds3.secret-key=$0x1F -Ds3.secret-key=0x1F'],
  ])('is in no problem of a %s: %s', async (format, text) => {
    const { body } = await parse({ flinkVersion: '1.20', format, text });
    expect(body.problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(body.problems)).not.toContain('0x1F');
  });

  it.each([
    's3.secret-key: !hunter2',
    's3.secret-key: *hunter2',
    's3:\n  secret:\n    key: !hunter2',
    's3.secret-key: !!int hunter2',
    's3.secret-key: "\\q hunter2',
    's3.secret-key: [hunter2',
    's3.secret-key: a: hunter2',
  ])('is in no refusal: %j', async (text) => {
    const { status, body } = await parse({ flinkVersion: '2.0', format: 'config.yaml', text });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('is in no error of what cannot be written', async () => {
    const config = { 's3.secret-key': '#hunter2', 'a#b.token': 'hunter2' };
    const { status, body } = await render({ flinkVersion: '1.18', format: 'flink-conf.yaml', config });
    expect(status).toBe(422);
    expect(body.errors).toHaveLength(2);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });
});

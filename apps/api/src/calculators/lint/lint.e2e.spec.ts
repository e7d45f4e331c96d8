import type { Log } from 'sarif';
import request from 'supertest';
import { askBoth, inputOf } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { EIGHT_GIGABYTES, POD_LIMIT } from './lint-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const idsOf = (findings: readonly { readonly ruleId: string }[]): string[] =>
  findings.map(({ ruleId }) => ruleId);

const QUERY = `query ($input: LintConfigInput!, $failOn: Severity) {
  lintConfig(input: $input, failOn: $failOn) { findings { ruleId } } }`;

describe('linting by both doors', () => {
  it('finds that the pod is smaller than its TaskManager, and mends it', async () => {
    const { body } = await askBoth(client, 'lintConfig', '/v1/config/lint', POD_LIMIT);
    expect(idsOf(body.findings)).toContain('tm-process-exceeds-pod-limit');
    expect(body.config).toMatchObject({ 'taskmanager.memory.process.size': '4294967296b' });
  });

  it('reads the text of a file', async () => {
    const { body } = await askBoth(client, 'lintConfig', '/v1/config/lint', EIGHT_GIGABYTES);
    expect(body.findings.find(({ ruleId }: { ruleId: string }) => ruleId === 'unknown-key')).toMatchObject({
      path: 'taskmanager.process.size',
    });
    expect(body.documents).toHaveLength(1);
  });

  it.each([
    ['unknown fields', { ...POD_LIMIT, konfig: {} }, 400],
    ['both a text and a configuration', { ...POD_LIMIT, format: 'config.yaml', text: '' }, 422],
    ['an unknown version', { ...POD_LIMIT, flinkVersion: '9.9' }, 422],
    ['an unknown rule', { ...POD_LIMIT, rules: { suppress: [{ ruleId: 'nope', reason: 'x' }] } }, 422],
    [
      'a limit that Kubernetes does not read',
      { ...POD_LIMIT, deployment: { kind: 'Kubernetes', taskManager: { podLimit: '4 GB' } } },
      422,
    ],
    ['a text that Flink does not load', { flinkVersion: '2.0', format: 'config.yaml', text: 'a: [' }, 422],
    ['a number in the configuration', { flinkVersion: '2.0', config: { a: 1 } }, 400],
  ])('refuses %s', async (_what, asked, status) => {
    expect((await askBoth(client, 'lintConfig', '/v1/config/lint', asked)).status).toBe(status);
  });

  it('never repeats a secret', async () => {
    const config = { 's3.secret-key': 'AKIA-hunter2', 's3.secret-kye': 'AKIA-hunter2' };
    const { body } = await client.post('/v1/config/lint', { flinkVersion: '1.20', config }).expect(200);
    expect(JSON.stringify(body.findings)).not.toContain('hunter2');
    expect(body.config['s3.secret-key']).toBe('AKIA-hunter2');
  });
});

describe('linting in a pipeline', () => {
  it.each([
    ['error', POD_LIMIT, 422],
    ['warning', POD_LIMIT, 422],
    [
      'error',
      { flinkVersion: '1.20', config: { 'taskmanager.process.size': '8g' }, rules: { set: 'development' } },
      200,
    ],
  ])('failOn=%s decides the status', async (failOn, body, status) => {
    const answer = await client.post(`/v1/config/lint?failOn=${failOn}`, body);
    expect(answer.status).toBe(status);
    if (status !== 422) return;
    expect(answer.body.code).toBe('FINDINGS_AT_OR_ABOVE');
    expect(answer.body.findings.length).toBeGreaterThan(0);
  });

  it('fails by GraphQL with the same problem', async () => {
    const { body } = await client.graphql(QUERY, {
      input: inputOf('lintConfig', POD_LIMIT),
      failOn: 'ERROR',
    });
    const rest = await client.post('/v1/config/lint?failOn=error', POD_LIMIT).expect(422);
    expect(body.errors[0].extensions.problem).toEqual(rest.body);
  });

  it.each([200, 422])('answers SARIF with status %s', async (status) => {
    const failOn = status === 422 ? '&failOn=error' : '';
    const answer = await client.post(`/v1/config/lint?format=sarif&uri=conf/a.yaml${failOn}`, POD_LIMIT);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      expect.stringContaining('sarif+json'),
    ]);
    const log: Log = JSON.parse(answer.text ?? answer.body.toString());
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run?.artifacts?.[0]?.location?.uri).toBe('conf/a.yaml');
    const page = run?.tool.driver.rules?.[0]?.helpUri ?? '';
    await client.get(new URL(page).pathname).expect(200);
  });

  it('takes a file as it is, by curl alone', async () => {
    const answer = await request(started.server)
      .post('/v1/config/lint?flinkVersion=1.18&textFormat=flink-conf.yaml&failOn=error')
      .set('Content-Type', 'application/yaml')
      .send(EIGHT_GIGABYTES.text);
    const asJson = await client.post('/v1/config/lint?failOn=error', EIGHT_GIGABYTES);
    expect([answer.status, answer.body]).toEqual([asJson.status, asJson.body]);
  });

  it('takes texts nowhere else', async () => {
    const answer = await request(started.server)
      .post('/v1/capacity')
      .set('Content-Type', 'text/plain')
      .send('a: b');
    expect([answer.status, answer.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it.each(['failOn=fatal', 'format=xml', 'fialOn=error', 'failOn=error&failOn=warning'])(
    'refuses ?%s',
    async (query) => {
      const { body } = await client.post(`/v1/config/lint?${query}`, POD_LIMIT).expect(400);
      expect(body.code).toBe('INVALID_PARAMETER');
    },
  );
});

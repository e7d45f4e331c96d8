import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { HEAP_SPACE, THREE_MISTAKES } from './memory-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const diagnose = (body: object) => askBoth(client, 'diagnoseMemory', '/v1/memory/diagnose', body);
const tune = (body: object) => askBoth(client, 'tuneMemory', '/v1/memory/tune', body);
const TOKENS = { 'external-resources': 'token', 'external-resource.token.amount': '7919' };
const HEAP = 'java.lang.OutOfMemoryError: Java heap space';

describe('a diagnosis', () => {
  it('explains a refusal without the value of an option that is a secret by its name', async () => {
    const config = { ...HEAP_SPACE.config, ...TOKENS, 'external-resource.token.amount': 'hunter2' };
    const { status, body } = await diagnose({ ...HEAP_SPACE, config, symptom: { text: 'no such words' } });
    expect(status).toBe(200);
    expect(body.cause).toBe('refused-configuration');
    expect(body.evidence[1].statement).toContain('"******" in external-resource.token.amount');
    expect(body.remedy.changes).toMatchObject([{ key: 'external-resource.token.amount', from: '******' }]);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('shows the memory before and after it without such a value', async () => {
    const { body } = await diagnose({ ...HEAP_SPACE, config: { ...HEAP_SPACE.config, ...TOKENS } });
    const { dynamicConfig } = body.remedy.before.taskManager;
    expect(dynamicConfig['external-resource.token.amount']).toBe('******');
    expect(JSON.stringify(body)).not.toContain('7919');
  });

  it.each([
    ['that names it', `password: hunter2 ${HEAP}`],
    ['that names it where the quote does not begin', `s3.secret-key: ${'hunter2 '.repeat(40)} ${HEAP}`],
    ['that names it after it', `hunter2 was no api-key, ${HEAP}`],
  ])('quotes nothing of a line with a secret %s', async (_name, line) => {
    const { body } = await diagnose({ ...HEAP_SPACE, symptom: { text: `INFO a line before\n${line}` } });
    expect(body.pool).toBe('jvmHeap');
    expect(body.evidence[0]).toMatchObject({ quote: '******', line: 2 });
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('hides in a quote what the configuration keeps under a secret’s name', async () => {
    const config = { ...HEAP_SPACE.config, 's3.secret-key': 'hunter2' };
    const { body } = await diagnose({ ...HEAP_SPACE, config, symptom: { text: `hunter2 ${HEAP}` } });
    expect(body.evidence[0].quote).toBe(`****** ${HEAP}`);
  });

  it('quotes other lines as they are, and says what it says of switches and amounts', async () => {
    const config = {
      ...HEAP_SPACE.config,
      'security.delegation.tokens.enabled': 'false',
      'state.backend.rocksdb.memory.managed': 'false',
    };
    const text = `password: hunter2\n${HEAP}`;
    const asked = { ...HEAP_SPACE, config, symptom: { text } };
    expect((await diagnose(asked)).body.evidence[0].quote).toBe(HEAP);
    const killed = await diagnose({ ...asked, symptom: { reason: 'OOMKilled' } });
    expect(JSON.stringify(killed.body)).toContain('state.backend.rocksdb.memory.managed is false');
  });

  it('stays readable where a secret is a word of its own answer', async () => {
    const config = { ...HEAP_SPACE.config, 's3.secret-key': 'jvmHeap', 'fs.s3a.token': 'high' };
    const { status, body } = await diagnose({ ...HEAP_SPACE, config });
    expect(status).toBe(200);
    expect(body).toMatchObject({ pool: 'jvmHeap', confidence: { level: 'high' } });
  });
});

describe('a tuning', () => {
  it('gives secrets back in its proposal, to be put in place as it stands, and repeats them nowhere else', async () => {
    const config = { ...THREE_MISTAKES.config, ...TOKENS, 's3.secret-key': 'hunter2' };
    const { status, body } = await tune({ ...THREE_MISTAKES, config });
    expect(status).toBe(200);
    expect(body.config).toMatchObject({ ...TOKENS, 's3.secret-key': 'hunter2' });
    const rest = JSON.stringify({ ...body, config: {} });
    expect(rest).not.toContain('hunter2');
    expect(rest).not.toContain('7919');
  });
});

import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const PATH = '/v1/memory/task-manager';
const taskManager = (body: object) => askBoth(client, 'taskManagerMemory', PATH, body);
const SIZE = 'taskmanager.memory.process.size';
const GOOD = { flinkVersion: '1.20', config: { [SIZE]: '4g' } };

describe('what Flink refuses', () => {
  it('is told with Flink’s exception, what is at odds, and the nearest that works', async () => {
    const config = { [SIZE]: '1g', 'taskmanager.memory.managed.size': '900m' };
    const { status, body } = await taskManager({ flinkVersion: '1.20', config });
    expect(status).toBe(422);
    expect(body).toEqual({
      type: 'urn:plimsoll:problem:flink-rejects-config',
      title: 'Flink refuses this configuration',
      status: 422,
      code: 'FLINK_REJECTS_CONFIG',
      detail: expect.stringMatching(/943718400.*675282944 more than the 603979776 bytes/),
      flinkException: 'IllegalConfigurationException',
      flinkMessage: expect.stringContaining('exceed'),
      flinkCause: {
        exception: 'IllegalConfigurationException',
        message: expect.stringContaining('exceed configured Total Flink Memory'),
      },
      keys: expect.arrayContaining(['taskmanager.memory.managed.size']),
      nearest: { set: expect.any(Object), unset: expect.any(Array) },
    });
    const fixed: Record<string, string> = { ...config, ...body.nearest.set };
    for (const key of body.nearest.unset) delete fixed[key];
    expect((await taskManager({ flinkVersion: '1.20', config: fixed })).status).toBe(200);
  });

  it('is no list of fields', async () => {
    const { body } = await taskManager({ flinkVersion: '1.20', config: {} });
    expect(body).toMatchObject({ code: 'FLINK_REJECTS_CONFIG' });
    expect(body).not.toHaveProperty('errors');
  });

  it.each(['1.5gb', '4 mib ib', '-1', '1e3', '', '99999999999999999999', '１g'])(
    'is a size that Flink cannot read: %j',
    async (size) => {
      const { status, body } = await taskManager({ flinkVersion: '1.20', config: { [SIZE]: size } });
      expect(status).toBe(422);
      expect(body.code).toBe('FLINK_REJECTS_CONFIG');
      expect(body.flinkException).toMatch(/Exception$/);
    },
  );

  it('is a secret never repeated', async () => {
    const config = { [SIZE]: '1', 's3.secret-key': 'hunter2', 'fs.s3a.token': '7' };
    const refused = await taskManager({ flinkVersion: '1.20', config });
    expect(refused.status).toBe(422);
    const bad = await taskManager({ flinkVersion: '9.9', config: { 's3.secret-key': 'hunter2\0' } });
    expect(bad.body.errors[0]).toMatchObject({ pointer: '/config/s3.secret-key', received: '******' });
    expect(JSON.stringify([refused.body, bad.body])).not.toContain('hunter2');
  });
});

describe('an option that is a secret by its name', () => {
  it('is named with its value hidden where Flink cannot read it', async () => {
    const config = {
      [SIZE]: '4g',
      'external-resources': 'token',
      'external-resource.token.amount': 'hunter2',
    };
    const { status, body } = await taskManager({ flinkVersion: '1.20', config });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'FLINK_REJECTS_CONFIG',
      keys: ['external-resource.token.amount'],
      detail: expect.stringContaining('******'),
    });
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });
});

describe('a version', () => {
  it.each(['1.21', '2.4', '0.9', '2', 'latest', '', '1.20.5.1', '1.2O'])(
    'that is not known is 422, and those that are known are named: %j',
    async (flinkVersion) => {
      const { status, body } = await taskManager({ ...GOOD, flinkVersion });
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'INVALID_VALUE', errors: [{ pointer: '/flinkVersion' }] });
      expect(body.errors[0].message).toMatch(/1\.20.*2\.3/);
      expect(body.errors[0].received).toBe(flinkVersion);
    },
  );

  it('of the legacy model is sent to its own calculator', async () => {
    const { status, body } = await taskManager({ ...GOOD, flinkVersion: '1.9' });
    expect(status).toBe(422);
    expect(body.errors[0].message).toMatch(/legacy/);
  });

  it('is narrowed by no patch number', async () => {
    const [minor, patch] = await Promise.all(
      ['1.20', '1.20.99'].map((flinkVersion) => taskManager({ ...GOOD, flinkVersion })),
    );
    expect(patch).toEqual(minor);
  });
});

/** By both doors 400; GraphQL's schema sees some of it before we do, so only the field is compared. */
const MISSHAPEN: readonly [name: string, body: object, pointer: string][] = [
  ['an unknown field', { ...GOOD, memory: '4g' }, '/memory'],
  ['no version', { config: {} }, '/flinkVersion'],
  ['no configuration', { flinkVersion: '1.20' }, '/config'],
  ['a version that is a number', { ...GOOD, flinkVersion: 1.2 }, '/flinkVersion'],
  ['a configuration that is text', { ...GOOD, config: 'a: b' }, '/config'],
  ['a configuration that is a list', { ...GOOD, config: [] }, '/config'],
  ['a bare number in a configuration', { ...GOOD, config: { [SIZE]: 4096 } }, `/config/${SIZE}`],
  ['a boolean in a configuration', { ...GOOD, config: { a: true } }, '/config/a'],
  ['null in a configuration', { ...GOOD, config: { a: null } }, '/config/a'],
  ['an object in a configuration', { ...GOOD, config: { a: {} } }, '/config/a'],
  ['a key that needs escaping', { ...GOOD, config: { 'a/b~c': 1 } }, '/config/a~1b~0c'],
  ['an unknown deployment', { ...GOOD, deployment: 'yarn' }, '/deployment'],
  ['__proto__', JSON.parse('{"flinkVersion":"1.20","config":{},"__proto__":{"a":1}}'), '/__proto__'],
];

describe('a body of the wrong shape', () => {
  it.each(MISSHAPEN)('is 400 with the field: %s', async (_name, body, pointer) => {
    const { status, body: problem } = await taskManager(body);
    expect(status).toBe(400);
    expect(problem.code).toBe('INVALID_REQUEST');
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });

  it('may have 1 MiB and not a byte more', async () => {
    const padded = (length: number): object => ({
      ...GOOD,
      config: { ...GOOD.config, a: 'x'.repeat(length) },
    });
    const rest = 1024 * 1024 - JSON.stringify(padded(0)).length;
    await client.post(PATH, padded(rest)).expect(200);
    await client.post(PATH, padded(rest + 1)).expect(413);
  });

  it('may be many wrong things at once', async () => {
    const { body } = await taskManager({ flinkVersion: 1, config: { a: 1, b: 2 }, deployment: 'x', c: 1 });
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/flinkVersion',
      '/config/a',
      '/config/b',
      '/deployment',
      '/c',
    ]);
  });
});

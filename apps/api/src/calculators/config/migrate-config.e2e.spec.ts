import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { FROM_1_TO_2 } from './migration-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const migrate = (body: object) => askBoth(client, 'migrateConfig', '/v1/config/migrate', body);

describe('a configuration that moves to another version', () => {
  it('is one call from 1.x to 2.x, by both doors', async () => {
    const { status, body } = await migrate(FROM_1_TO_2);
    expect(status).toBe(200);
    expect(body.config).toEqual({
      'state.backend.type': 'rocksdb',
      'execution.checkpointing.incremental': 'true',
      'execution.checkpointing.local-backup.enabled': 'true',
      'execution.state-recovery.from-local': 'true',
      'execution.checkpointing.dir': 's3://flink/checkpoints',
      'execution.checkpointing.interval': '1 min',
      'taskmanager.memory.process.size': '8gb',
      'pekko.ask.timeout': '30 s',
      'taskmanager.load-balance.mode': 'SLOTS',
    });
    expect(body.changes).toContainEqual({
      key: 'state.backend',
      from: 'rocksdb',
      to: null,
      reason: 'it is state.backend.type in Flink 2.3',
    });
    expect(body.findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain(
      'restart-strategy-default-changed',
    );
    for (const { reference } of body.findings) {
      if (reference.includes('restart-strategy')) await client.get(reference).expect(200);
    }
  });

  it('comes back with its secrets, which nothing else shows', async () => {
    const config = { 's3.secret-key': 'hunter2', 'security.delegation.tokens.enabled': 'hunter3' };
    const { body } = await migrate({ flinkVersion: '1.18', targetVersion: '2.3', config });
    expect(body.config).toEqual(config);
    expect(JSON.stringify([body.changes, body.findings])).not.toMatch(/hunter/);
    const moved = await migrate({
      flinkVersion: '1.18',
      targetVersion: '2.3',
      config: { 'security.kerberos.fetch.delegation-token': 'true' },
    });
    expect(moved.body.config).toEqual({ 'security.delegation.tokens.enabled': 'true' });
    expect(moved.body.changes).toMatchObject([{ from: '******' }, { to: '******' }]);
  });

  it('is refused with every version that is not known', async () => {
    const { status, body } = await migrate({ flinkVersion: '1.9', targetVersion: '9.9', config: {} });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/flinkVersion' }, { pointer: '/targetVersion' }]);
    expect(body.errors[1].message).toContain('1.10 to 1.20 and 2.0 to 2.3');
  });

  it.each([
    ['/targetVersion', { flinkVersion: '1.18', config: {} }],
    [
      '/config/parallelism.default',
      { flinkVersion: '1.18', targetVersion: '2.0', config: { 'parallelism.default': 4 } },
    ],
    ['/config', { flinkVersion: '1.18', targetVersion: '2.0', config: [] }],
    ['/format', { flinkVersion: '1.18', targetVersion: '2.0', config: {}, format: 'config.yaml' }],
  ])('is 400 at %s', async (pointer, body) => {
    const answer = await client.post('/v1/config/migrate', body).expect(400);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });

  it('may have 4 MiB, and no more', async () => {
    const body = {
      flinkVersion: '1.18',
      targetVersion: '2.0',
      config: { 'env.java.opts': 'x'.repeat(3_900_000) },
    };
    await client.post('/v1/config/migrate', body).expect(200);
    const large = { ...body, config: { 'env.java.opts': 'x'.repeat(4 * 1024 * 1024) } };
    const answer = await client.post('/v1/config/migrate', large).expect(413);
    expect(answer.body.code).toBe('BODY_TOO_LARGE');
  });
});

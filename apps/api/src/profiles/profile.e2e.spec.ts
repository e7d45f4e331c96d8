import { Client as Postgres } from 'pg';
import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf, NOBODYS_ID, PROFILE } from '../../../../test/stored.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

describe('a new profile', () => {
  it('is answered with its address, its version and its document in base units, without defaults', async () => {
    const { body, headers } = await client.post('/v1/profiles', PROFILE).expect(201);
    expect(headers.location).toBe(`/v1/profiles/${body.id}`);
    expect(headers.etag).toBe('"1"');
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      version: 1,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      updatedAt: body.createdAt,
      name: 'Keep it going',
      flinkVersion: '1.20',
      workload: {
        operators: [
          { id: 'events', kind: 'source', connector: 'kafka', recordsPerSecond: 1e6, recordBytes: 2000 },
          {
            id: 'perUser',
            kind: 'window',
            window: { assigner: 'sliding', size: 300_000, slide: 60_000 },
            keys: 5e8,
            state: { entryBytes: 40 },
            output: { recordBytes: 40 },
          },
          { id: 'results', kind: 'sink', connector: 'kafka' },
        ],
        edges: [
          { from: 'events', to: 'perUser', shipStrategy: 'HASH' },
          { from: 'perUser', to: 'results', shipStrategy: 'FORWARD' },
        ],
      },
      cluster: {
        machines: 5,
        machine: { networkIn: 1.25e9, networkOut: 1.25e9, stateDisk: { attachment: 'network' } },
      },
      checkpointing: { interval: 60_000, incremental: false },
    });
    expect((await client.get(headers.location ?? '').expect(200)).body).toEqual(body);
  });

  it('need not be sent again to who has it already', async () => {
    const id = await client.profile();
    const { headers } = await client.get(`/v1/profiles/${id}`).set('If-None-Match', '"7", W/"1"').expect(304);
    expect(headers.etag).toBe('"1"');
    await client.get(`/v1/profiles/${id}`).set('If-None-Match', '"2"').expect(200);
    await client.get(`/v1/profiles/${id}/versions/1`).set('If-None-Match', '*').expect(304);
  });

  it('may have the name of another', async () => {
    expect(await client.profile()).not.toBe(await client.profile());
  });

  it('keeps no secret of its configuration', async () => {
    const config = { 's3.secret-key': 'hunter2hunter2', 'taskmanager.numberOfTaskSlots': '1' };
    const { body } = await client.post('/v1/profiles', { ...PROFILE, config }).expect(201);
    expect(body.config).toEqual({ 's3.secret-key': '******', 'taskmanager.numberOfTaskSlots': '1' });
    await client.plan(body.id);
    expect(await storedText()).not.toContain('hunter2');
    const refused = await client.post('/v1/profiles', {
      ...PROFILE,
      config: { 's3.secret-key': 'hunter2\u0000' },
    });
    expect([refused.status, refused.text.includes('hunter2')]).toEqual([400, false]);
  });
});

describe('a profile that cannot be stored', () => {
  it.each([
    ['/name', { name: '' }],
    ['/name', { name: ' \t' }],
    ['/name', { name: 'x'.repeat(201) }],
    ['/name', { name: 'a\u0000b' }],
    ['/name', { name: 'half \ud83d' }],
    ['/flinkVersion', { flinkVersion: '1.21' }],
    ['/flinkVersion', { flinkVersion: '2' }],
    ['/objectives/maxDutyRatio', { objectives: { maxDutyRatio: 1.5 } }],
    ['/objectives/maxRecoveryMs', { objectives: { maxRecoveryMs: -1 } }],
    ['/cluster/machines', { cluster: { ...PROFILE.cluster, machines: 0 } }],
    [
      '/workload/edges/0/to',
      { workload: { ...PROFILE.workload, edges: [{ from: 'events', to: 'nowhere', shipStrategy: 'HASH' }] } },
    ],
  ])('has a value at %s that cannot be used', async (pointer, more) => {
    const { body } = await client.post('/v1/profiles', { ...PROFILE, ...more }).expect(422);
    expect(body.code).toBe('INVALID_VALUE');
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it.each([
    ['/name', { name: undefined }],
    ['/name', { name: 5 }],
    ['/id', { id: NOBODYS_ID }],
    ['/version', { version: 2 }],
    ['/workload', { workload: undefined }],
    ['/checkpointing/interval', { checkpointing: { interval: '1 minute' } }],
    ['/config/parallelism.default', { config: { 'parallelism.default': 4 } }],
    ['/labels/team', { labels: { team: 5 } }],
    ['/labels/team', { labels: { team: 'x\ud83d' } }],
    [
      '/labels',
      { labels: Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`key${index}`, ''])) },
    ],
    ['/labels', { labels: ['team'] }],
  ])('has a field at %s that cannot be read', async (pointer, more) => {
    const { body } = await client.post('/v1/profiles', { ...PROFILE, ...more }).expect(400);
    expect(body.code).toBe('INVALID_REQUEST');
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it('is told all its values that cannot be used at once', async () => {
    const { body } = await client
      .post('/v1/profiles', {
        ...PROFILE,
        name: '',
        flinkVersion: '9.9',
        cluster: { ...PROFILE.cluster, machines: -1 },
      })
      .expect(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['/name', '/flinkVersion', '/cluster/machines']),
    );
  });

  it('may be anything but a profile', async () => {
    for (const body of [
      'null',
      '[]',
      '"x"',
      '1',
      '',
      '{"name":',
      '{"__proto__": {}}',
      `${'['.repeat(100)}${']'.repeat(100)}`,
    ]) {
      const answer = await client.post('/v1/profiles').set('Content-Type', 'application/json').send(body);
      expect([body, answer.status, answer.type]).toEqual([body, 400, 'application/problem+json']);
    }
  });

  it('is too large above 1 MiB, and stored below', async () => {
    const config = (bytes: number) => ({ config: { 'pipeline.name': 'x'.repeat(bytes) } });
    await client.post('/v1/profiles', { ...PROFILE, ...config(2 ** 20) }).expect(413);
    const id = await client.profile(config(2 ** 20 - 2000));
    await client.plan(id);
  });
});

describe('a change of a profile', () => {
  it('makes a new version and leaves the old one as it was', async () => {
    const id = await client.profile();
    const before = await client.get(`/v1/profiles/${id}/versions/1`).expect(200);
    const { body, headers } = await client
      .put(`/v1/profiles/${id}`, { ...PROFILE, name: 'Second' })
      .set('If-Match', '"1"')
      .expect(200);
    expect([body.id, body.version, body.name, headers.etag]).toEqual([id, 2, 'Second', '"2"']);
    expect(body.createdAt).toBe(before.body.createdAt);
    expect((await client.get(`/v1/profiles/${id}/versions/1`).expect(200)).text).toBe(before.text);
    expect((await client.get(`/v1/profiles/${id}/versions/2`).expect(200)).body).toEqual(body);
    const { body: versions } = await client.get(`/v1/profiles/${id}/versions`).expect(200);
    expect(versions.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  });

  it('replaces the whole document', async () => {
    const id = await client.profile({ labels: { team: 'a' } });
    const { checkpointing: _, ...rest } = PROFILE;
    const { body } = await client.put(`/v1/profiles/${id}`, rest).set('If-Match', '*').expect(200);
    expect([body.labels, body.checkpointing]).toEqual([undefined, undefined]);
  });

  it.each([
    [undefined, 428, 'PRECONDITION_REQUIRED'],
    ['1', 400, 'INVALID_PARAMETER'],
    ['"1', 400, 'INVALID_PARAMETER'],
    ['"2"', 412, 'PRECONDITION_FAILED'],
    ['W/"1"', 412, 'PRECONDITION_FAILED'],
    ['"x", "99999999999999999999"', 412, 'PRECONDITION_FAILED'],
  ])('with If-Match %s is refused with %d', async (match, status, code) => {
    const id = await client.profile();
    const put = client.put(`/v1/profiles/${id}`, PROFILE);
    const remove = client.delete(`/v1/profiles/${id}`);
    if (match !== undefined) for (const test of [put, remove]) test.set('If-Match', match);
    for (const test of [put, remove]) expect((await test.expect(status)).body.code).toBe(code);
    expect((await client.get(`/v1/profiles/${id}`).expect(200)).headers.etag).toBe('"1"');
  });

  it('is allowed by any one of several tags', async () => {
    const id = await client.profile();
    await client.put(`/v1/profiles/${id}`, PROFILE).set('If-Match', '"7", "1"').expect(200);
  });

  it('of two at once is one, and both texts can be told apart', async () => {
    const id = await client.profile();
    const names = Array.from({ length: 8 }, (_, index) => `writer ${index}`);
    const answers = await Promise.all(
      names.map((name) => client.put(`/v1/profiles/${id}`, { ...PROFILE, name }).set('If-Match', '"1"')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    const won = answers.find(({ status }) => status === 200)?.body.name;
    const { body } = await client.get(`/v1/profiles/${id}/versions`).expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual([won, 'Keep it going']);
  });

  it('that cannot be stored leaves the profile as it is', async () => {
    const id = await client.profile();
    await client
      .put(`/v1/profiles/${id}`, { ...PROFILE, name: '' })
      .set('If-Match', '"1"')
      .expect(422);
    expect((await client.get(`/v1/profiles/${id}`).expect(200)).body.version).toBe(1);
  });
});

describe('a deleted profile', () => {
  it('is hidden with its versions, while its plans stay readable', async () => {
    const id = await client.profile();
    const planId = await client.plan(id);
    const { text } = await client.delete(`/v1/profiles/${id}`).set('If-Match', '"1"').expect(204);
    expect(text).toBe('');
    for (const path of ['', '/versions', '/versions/1'])
      await client.get(`/v1/profiles/${id}${path}`).expect(404);
    await client.put(`/v1/profiles/${id}`, PROFILE).set('If-Match', '*').expect(404);
    await client.delete(`/v1/profiles/${id}`).set('If-Match', '*').expect(404);
    await client.post(`/v1/profiles/${id}/plans`).expect(404);
    await client.post(`/v1/profiles/${id}/plans`, { profileVersion: 1 }).expect(404);
    const { body } = await client.get('/v1/profiles?first=100').expect(200);
    expect(body.items.map((item: { id: string }) => item.id)).not.toContain(id);
    await client.get(`/v1/plans/${planId}`).expect(200);
    expect((await client.get(`/v1/profiles/${id}/plans`).expect(200)).body.items[0].id).toBe(planId);
  });
});

describe('an id', () => {
  it.each(['abc', NOBODYS_ID, NOBODYS_ID.toUpperCase(), '%00', 'é', "'--", '0'.repeat(90), '..%2f'])(
    'that no profile has, such as %s, leads nowhere',
    async (id) => {
      for (const path of ['', '/versions', '/versions/1', '/plans']) {
        const { status, body } = await client.get(`/v1/profiles/${encodeURI(id)}${path}`);
        expect([path, status, body.code]).toEqual([path, 404, 'NOT_FOUND']);
      }
    },
  );

  it.each(['0', '2', '-1', '1.0', 'x', '99999999999999999999', '%00'])(
    'of a version that the profile lacks, such as %s, leads nowhere',
    async (version) => {
      const id = await client.profile();
      await client.get(`/v1/profiles/${id}/versions/${version}`).expect(404);
    },
  );
});

/** All text that is stored, in every table. */
async function storedText(): Promise<string> {
  const postgres = new Postgres({ connectionString: started.databaseUrl });
  await postgres.connect();
  try {
    const { rows } = await postgres.query(
      'select document from profile_versions union all select document from plans union all select request_hash from idempotency_keys',
    );
    return JSON.stringify(rows);
  } finally {
    await postgres.end();
  }
}

import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf, graphqlInput, PROFILE } from '../../../../test/stored.js';

let started: StartedApp;
let client: Client;
let other: Client;

beforeAll(async () => {
  started = await startApp({ auth: 'keys' });
  client = clientOf(started.server, await started.key('one'));
  other = clientOf(started.server, await started.key('two'));
});
afterAll(() => started.stop());

let keys = 0;
const freshKey = () => `key-${keys++}`;

describe('a POST that is repeated with its Idempotency-Key', () => {
  it('gives the first profile again, with its address and its tag, whatever happened to it since', async () => {
    const key = freshKey();
    const create = () => client.post('/v1/profiles', PROFILE).set('Idempotency-Key', key).expect(201);
    const first = await create();
    await client
      .put(first.headers.location ?? '', { ...PROFILE, name: 'Second' })
      .set('If-Match', '"1"')
      .expect(200);
    const again = await create();
    await client
      .delete(first.headers.location ?? '')
      .set('If-Match', '*')
      .expect(204);
    for (const { text, headers } of [again, await create()]) {
      expect(text).toBe(first.text);
      expect([headers.location, headers.etag]).toEqual([first.headers.location, '"1"']);
    }
  });

  it('gives the first plan again, though the profile has a newer version now', async () => {
    const id = await client.profile();
    const key = freshKey();
    const create = () => client.post(`/v1/profiles/${id}/plans`).set('Idempotency-Key', key).expect(201);
    const first = await create();
    await client
      .put(`/v1/profiles/${id}`, { ...PROFILE, name: 'Second' })
      .set('If-Match', '"1"')
      .expect(200);
    const again = await create();
    expect([again.text, again.headers.location]).toEqual([first.text, first.headers.location]);
    const { body } = await client.get(`/v1/profiles/${id}/plans`).expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('means the same through either door, and however quantities are written', async () => {
    const key = freshKey();
    const { body } = await client.post('/v1/profiles', PROFILE).set('Idempotency-Key', key).expect(201);
    const checkpointing = { interval: 60_000, incremental: false };
    const again = await client.graphql(
      `mutation ($input: ProfileInput!, $key: String) { createProfile(input: $input, idempotencyKey: $key) { id } }`,
      { input: graphqlInput({ ...PROFILE, checkpointing }), key },
    );
    expect(again.body).toEqual({ data: { createProfile: { id: body.id } } });
  });

  it('is refused where it asks for something else', async () => {
    const key = freshKey();
    await client.post('/v1/profiles', PROFILE).set('Idempotency-Key', key).expect(201);
    const { body } = await client
      .post('/v1/profiles', { ...PROFILE, name: 'Other' })
      .set('Idempotency-Key', key)
      .expect(422);
    expect(body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const [one, two] = [await client.profile(), await client.profile()];
    await client.post(`/v1/profiles/${one}/plans`).set('Idempotency-Key', key).expect(201);
    await client.post(`/v1/profiles/${two}/plans`).set('Idempotency-Key', key).expect(422);
    await client
      .post(`/v1/profiles/${one}/plans`, { profileVersion: 1 })
      .set('Idempotency-Key', key)
      .expect(422);
  });

  it('is a first request again where the first was refused', async () => {
    const key = freshKey();
    await client
      .post('/v1/profiles', { ...PROFILE, name: '' })
      .set('Idempotency-Key', key)
      .expect(422);
    await client.post('/v1/profiles', PROFILE).set('Idempotency-Key', key).expect(201);
  });

  it('stores once however many come at once; the others wait or are told to', async () => {
    const id = await client.profile();
    const key = freshKey();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => client.post(`/v1/profiles/${id}/plans`).set('Idempotency-Key', key)),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    for (const { status, body, headers } of answers.filter((answer) => answer.status !== 201)) {
      expect([status, body.code, headers['retry-after']]).toEqual([409, 'REQUEST_IN_PROGRESS', '1']);
    }
    const { body } = await client.get(`/v1/profiles/${id}/plans`).expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('of another workspace is another key', async () => {
    const key = freshKey();
    const first = await client.post('/v1/profiles', PROFILE).set('Idempotency-Key', key).expect(201);
    const second = await other
      .post('/v1/profiles', { ...PROFILE, name: 'Other' })
      .set('Idempotency-Key', key)
      .expect(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it.each(['', ' ', 'a b', 'x'.repeat(256), 'é'])('has a key that is one, not %j', async (key) => {
    const { status, body } = await client.post('/v1/profiles', PROFILE).set('Idempotency-Key', key);
    expect([status, body.code]).toEqual([400, 'INVALID_PARAMETER']);
  });

  it('may have a key of 255 characters', async () => {
    await client.post('/v1/profiles', PROFILE).set('Idempotency-Key', '~'.repeat(255)).expect(201);
  });
});

import { setTimeout } from 'node:timers/promises';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { graphqlInput, PROFILE } from '../../../../test/stored.js';
import { hashOfKey } from './api-key.js';
import { ApiKeys } from './api-keys.js';
import { REMEMBERED_MS } from './key-look-up.js';

const CREATE = 'mutation ($input: ProfileInput!) { createProfile(input: $input) { id } }';
const LIST = '{ profiles { edges { node { id } } } }';

let started: StartedApp;
let reader: string;
let writer: string;

beforeAll(async () => {
  started = await startApp({ auth: 'keys' });
  reader = await started.key('acme', ['plans:read']);
  writer = await started.key('acme', ['plans:write']);
});
afterAll(() => started.stop());

const get = (path: string, authorization?: string) => {
  const asked = request(started.server).get(path);
  return authorization === undefined ? asked : asked.set('Authorization', authorization);
};
const ask = (query: string, variables: object, key?: string) => {
  const asked = request(started.server).post('/graphql');
  return (key === undefined ? asked : asked.set('Authorization', `Bearer ${key}`)).send({ query, variables });
};

describe('without a valid key', () => {
  it.each([
    ['none', undefined],
    ['of another form', 'Bearer abc'],
    ['that nobody made', `Bearer plk_${'0'.repeat(32)}_${'A'.repeat(43)}`],
    ['as a password', `Basic ${Buffer.from('user:password').toString('base64')}`],
    ['empty', 'Bearer '],
    ['endless', `Bearer ${'x'.repeat(5000)}`],
  ])('(%s) nothing below /v1 answers', async (_, authorization) => {
    for (const path of ['/v1/profiles', '/v1/plans/x', '/v1/reference/formulas']) {
      const { body, headers } = await get(path, authorization).expect(401);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(headers['www-authenticate']).toMatch(/^Bearer realm="plimsoll"/);
      expect(body).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    }
  });

  it('it does not matter what was sent: the body is not looked at', async () => {
    await request(started.server).post('/graphql').type('json').send('{"query": ').expect(401);
    await request(started.server)
      .post('/v1/capacity')
      .type('text/plain')
      .send('x'.repeat(2 ** 20 + 1))
      .expect(401);
  });

  it.each([
    '/health/live',
    '/health/ready',
    '/metrics',
    '/docs',
    '/graphiql',
    '/openapi.json',
    '/schema.graphql',
  ])('%s is open', async (path) => {
    const { status } = await get(path);
    expect(status).toBeLessThan(400);
  });
});

describe('a key', () => {
  it('needs the scope of what is asked for', async () => {
    await get('/v1/profiles', `Bearer ${reader}`).expect(200);
    const refused = await request(started.server)
      .post('/v1/profiles')
      .set('Authorization', `bearer ${reader}`)
      .send(PROFILE)
      .expect(403);
    expect(refused.body).toMatchObject({ code: 'FORBIDDEN', detail: expect.stringContaining('plans:write') });
    expect(refused.headers['www-authenticate']).toContain('scope="plans:write"');
    await get('/v1/profiles', `Bearer ${writer}`).expect(403);
    await request(started.server)
      .post('/v1/profiles')
      .set('Authorization', `Bearer ${writer}`)
      .send(PROFILE)
      .expect(201);
  });

  it('needs the same scopes through GraphQL', async () => {
    const codes = async (query: string, key: string) => {
      const { body } = await ask(query, query === CREATE ? { input: graphqlInput(PROFILE) } : {}, key).expect(
        200,
      );
      return body.errors?.map((error: { extensions: { code: string } }) => error.extensions.code);
    };
    expect(await codes(LIST, reader)).toBeUndefined();
    expect(await codes(CREATE, reader)).toEqual(['FORBIDDEN']);
    expect(await codes(LIST, writer)).toEqual(['FORBIDDEN']);
    expect(await codes(CREATE, writer)).toBeUndefined();
    await ask(LIST, {}).expect(401);
  });

  it('is not stored, only its hash is', async () => {
    const rows: { row: string; key_hash: Buffer }[] = await started.app
      .get(DataSource)
      .query('select api_keys::text as row, key_hash from api_keys');
    expect(rows.map(({ row }) => row).join()).not.toContain(reader.slice(-43));
    expect(rows.some(({ key_hash }) => key_hash.equals(hashOfKey(reader)))).toBe(true);
  });

  it('does not work with another id', async () => {
    const [, id = ''] = reader.split('_');
    await get('/v1/profiles', `Bearer ${reader.replace(id, '0'.repeat(32))}`).expect(401);
  });

  it('is refused soon after it was revoked, and a second time of revoking changes nothing', async () => {
    const keys = started.app.get(ApiKeys);
    const { id, key } = await keys.create('acme', 'short-lived', ['plans:read']);
    await get('/v1/profiles', `Bearer ${key}`).expect(200);
    expect(await keys.revoke(id)).toBe(true);
    expect(await keys.revoke(id)).toBe(true);
    expect(await keys.revoke('019a0b0c-0000-7000-8000-0123456789ab')).toBe(false);
    await setTimeout(REMEMBERED_MS);
    await get('/v1/profiles', `Bearer ${key}`).expect(401);
  });
});

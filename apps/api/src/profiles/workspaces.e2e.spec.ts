import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf, graphqlInput, NOBODYS_ID, PROFILE } from '../../../../test/stored.js';

let started: StartedApp;
let mine: Client;
let theirs: Client;
let theirProfile: string;
let theirPlan: string;
let myPlan: string;

beforeAll(async () => {
  started = await startApp({ auth: 'keys' });
  mine = clientOf(started.server, await started.key('mine'));
  theirs = clientOf(started.server, await started.key('theirs'));
  theirProfile = await theirs.profile({ name: 'theirs' });
  theirPlan = await theirs.plan(theirProfile);
  myPlan = await mine.plan(await mine.profile({ name: 'mine' }));
});
afterAll(() => started.stop());

const input = graphqlInput(PROFILE);

/** Every route that takes an id. */
const ROUTES: Readonly<Record<string, (client: Client, profile: string, plan: string) => unknown>> = {
  'GET profile': (client, profile) => client.get(`/v1/profiles/${profile}`),
  'PUT profile': (client, profile) => client.put(`/v1/profiles/${profile}`, PROFILE).set('If-Match', '*'),
  'PUT profile at its version': (client, profile) =>
    client.put(`/v1/profiles/${profile}`, PROFILE).set('If-Match', '"1"'),
  'PUT profile at another version': (client, profile) =>
    client.put(`/v1/profiles/${profile}`, PROFILE).set('If-Match', '"9"'),
  'DELETE profile': (client, profile) => client.delete(`/v1/profiles/${profile}`).set('If-Match', '*'),
  'GET versions': (client, profile) => client.get(`/v1/profiles/${profile}/versions`),
  'GET version': (client, profile) => client.get(`/v1/profiles/${profile}/versions/1`),
  'POST plan': (client, profile) => client.post(`/v1/profiles/${profile}/plans`),
  'POST plan of a version': (client, profile) =>
    client.post(`/v1/profiles/${profile}/plans`, { profileVersion: 1 }),
  'POST plan of no version': (client, profile) =>
    client.post(`/v1/profiles/${profile}/plans`, { profileVersion: 9 }),
  'POST plan with a key': (client, profile) =>
    client.post(`/v1/profiles/${profile}/plans`).set('Idempotency-Key', 'k'),
  'GET plans': (client, profile) => client.get(`/v1/profiles/${profile}/plans`),
  'GET plan': (client, _, plan) => client.get(`/v1/plans/${plan}`),
  'GET compare, base': (client, _, plan) => client.get(`/v1/plans/compare?base=${plan}&head=${myPlan}`),
  'GET compare, head': (client, _, plan) => client.get(`/v1/plans/compare?base=${myPlan}&head=${plan}`),
};

/** Every resolver that takes an id. */
const RESOLVERS: Readonly<Record<string, (profile: string, plan: string) => [string, object]>> = {
  profile: (id) => ['query ($id: ID!) { it: profile(id: $id) { id } }', { id }],
  'profile, version': (id) => ['query ($id: ID!) { it: profile(id: $id, version: 1) { id } }', { id }],
  plan: (_, id) => ['query ($id: ID!) { it: plan(id: $id) { id } }', { id }],
  plans: (id) => ['query ($id: ID!) { it: plans(profileId: $id) { edges { node { id } } } }', { id }],
  'comparePlans, base': (_, id) => [COMPARE, { base: id, head: myPlan }],
  'comparePlans, head': (_, id) => [COMPARE, { base: myPlan, head: id }],
  createPlan: (id) => ['mutation ($id: ID!) { it: createPlan(profileId: $id) { id } }', { id }],
  'createPlan, version': (id) => [
    'mutation ($id: ID!) { it: createPlan(profileId: $id, profileVersion: 9) { id } }',
    { id },
  ],
  updateProfile: (id) => [
    'mutation ($id: ID!, $input: ProfileInput!) { it: updateProfile(id: $id, expectedVersion: 1, input: $input) { id } }',
    { id, input },
  ],
  deleteProfile: (id) => ['mutation ($id: ID!) { it: deleteProfile(id: $id, expectedVersion: 1) }', { id }],
};
const COMPARE =
  'query ($base: ID!, $head: ID!) { it: comparePlans(base: $base, head: $head) { inputs { path } } }';

describe('what belongs to another workspace', () => {
  it.each(Object.keys(ROUTES))('is answered by %s as what does not exist', async (name) => {
    const answer = async (profile: string, plan: string) => {
      const { status, text } = await Object(ROUTES[name]?.(mine, profile, plan));
      return [status, text];
    };
    const nobodys = await answer(NOBODYS_ID, NOBODYS_ID);
    expect(nobodys[0]).toBe(404);
    expect(await answer(theirProfile, theirPlan)).toEqual(nobodys);
  });

  it.each(Object.keys(RESOLVERS))('is answered by the resolver %s as what does not exist', async (name) => {
    const answer = async (profile: string, plan: string) => {
      const [query, variables] = RESOLVERS[name]?.(profile, plan) ?? ['', {}];
      return (await mine.graphql(query, variables)).body;
    };
    const nobodys = await answer(NOBODYS_ID, NOBODYS_ID);
    expect(nobodys.errors[0].extensions.code).toBe('NOT_FOUND');
    expect(await answer(theirProfile, theirPlan)).toEqual(nobodys);
  });

  it('is in no list', async () => {
    const { body } = await mine.get('/v1/profiles?first=100').expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['mine']);
    const { body: graphql } = await mine.graphql('{ profiles(first: 100) { edges { node { name } } } }');
    expect(graphql).toEqual({ data: { profiles: { edges: [{ node: { name: 'mine' } }] } } });
  });

  it('is unharmed by all of this', async () => {
    const { body } = await theirs.get(`/v1/profiles/${theirProfile}`).expect(200);
    expect([body.name, body.version]).toEqual(['theirs', 1]);
    expect((await theirs.get(`/v1/profiles/${theirProfile}/plans`).expect(200)).body.items).toHaveLength(1);
  });
});

describe('a key', () => {
  it('that may only read neither stores nor changes anything, through either door', async () => {
    const reader = clientOf(started.server, await started.key('mine', ['plans:read']));
    const { body } = await reader.get('/v1/profiles').expect(200);
    const [{ id }] = body.items;
    await reader.post('/v1/profiles', PROFILE).expect(403);
    await reader.put(`/v1/profiles/${id}`, PROFILE).set('If-Match', '*').expect(403);
    await reader.delete(`/v1/profiles/${id}`).set('If-Match', '*').expect(403);
    await reader.post(`/v1/profiles/${id}/plans`).expect(403);
    const create: [string, object] = [
      'mutation ($input: ProfileInput!) { createProfile(input: $input) { id } }',
      { input },
    ];
    const others = ['updateProfile', 'deleteProfile', 'createPlan'].flatMap((name) => {
      const resolver = RESOLVERS[name];
      return resolver === undefined ? [] : [resolver(id, '')];
    });
    expect(others).toHaveLength(3);
    for (const [query, variables] of [create, ...others]) {
      const answer = await reader.graphql(query, variables);
      expect(answer.body.errors[0].extensions.code).toBe('FORBIDDEN');
    }
    await reader.get(`/v1/profiles/${id}/plans`).expect(200);
  });

  it('is needed for every route', async () => {
    const nobody = clientOf(started.server);
    for (const name of Object.keys(ROUTES)) {
      const { status } = await Object(ROUTES[name]?.(nobody, theirProfile, theirPlan));
      expect([name, status]).toEqual([name, 401]);
    }
    await nobody.get('/v1/profiles').expect(401);
    await nobody.post('/v1/profiles', PROFILE).expect(401);
  });
});

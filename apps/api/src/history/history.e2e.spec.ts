import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf, PROFILE } from '../../../../test/stored.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

interface PageBody {
  readonly items: readonly { readonly id: string; readonly version: number }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Reads a list to its end, doing something between its pages. */
async function readAll(path: string, first: number, between: () => Promise<unknown> = async () => {}) {
  const items: PageBody['items'][number][] = [];
  for (let after = ''; ; ) {
    const { body } = await client.get(`${path}?first=${first}${after}`).expect(200);
    const page: PageBody = body;
    expect(page.items.length).toBeLessThanOrEqual(first);
    items.push(...page.items);
    if (!page.pageInfo.hasNextPage) return items;
    after = `&after=${page.pageInfo.endCursor}`;
    await between();
  }
}

describe('a list', () => {
  it('without anything in it has an end and no cursor', async () => {
    const id = await client.profile();
    const { body } = await client.get(`/v1/profiles/${id}/plans`).expect(200);
    expect(body).toEqual({ items: [], pageInfo: { endCursor: null, hasNextPage: false } });
  });

  it('of plans has each that was there at the first page exactly once, while plans are added', async () => {
    const profileId = await client.profile();
    const there: string[] = [];
    for (let index = 0; index < 11; index++) there.push(await client.plan(profileId));
    const read = await readAll(`/v1/profiles/${profileId}/plans`, 3, () =>
      Promise.all([client.plan(profileId), client.plan(profileId)]),
    );
    const ids = read.map(({ id }) => id);
    expect(ids.filter((id) => there.includes(id))).toEqual([...there].reverse());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of profiles is newest first and has each exactly once, while profiles are added and deleted', async () => {
    const there: string[] = [];
    for (let index = 0; index < 7; index++) there.push(await client.profile());
    const ids = (await readAll('/v1/profiles', 2, () => client.profile())).map(({ id }) => id);
    expect(ids.filter((id) => there.includes(id))).toEqual([...there].reverse());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of versions is newest first', async () => {
    const id = await client.profile();
    for (let version = 1; version < 5; version++) {
      await client.put(`/v1/profiles/${id}`, PROFILE).set('If-Match', `"${version}"`).expect(200);
    }
    const read = await readAll(`/v1/profiles/${id}/versions`, 2);
    expect(read.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
  });

  it('ends exactly at its last thing', async () => {
    const profileId = await client.profile();
    for (let index = 0; index < 2; index++) await client.plan(profileId);
    const { body } = await client.get(`/v1/profiles/${profileId}/plans?first=2`).expect(200);
    expect(body.pageInfo.hasNextPage).toBe(false);
    const last = `?first=2&after=${body.pageInfo.endCursor}`;
    const { body: behind } = await client.get(`/v1/profiles/${profileId}/plans${last}`).expect(200);
    expect(behind).toEqual({ items: [], pageInfo: { endCursor: null, hasNextPage: false } });
  });

  it('of large documents has shorter pages and loses nothing', async () => {
    const config = { 'pipeline.name': 'x'.repeat(1_000_000) };
    const there: string[] = [];
    for (let index = 0; index < 10; index++) there.push(await client.profile({ config }));
    const { body, text } = await client.get('/v1/profiles?first=100').expect(200);
    expect(text.length).toBeLessThan(11 * 2 ** 20);
    expect(body.pageInfo.hasNextPage).toBe(true);
    const ids = (await readAll('/v1/profiles', 100)).map(({ id }) => id);
    expect(ids.filter((id) => there.includes(id))).toEqual([...there].reverse());
  });

  it.each([
    'first=0',
    'first=101',
    'first=x',
    'first=1&first=2',
    'after=garbage',
    'after=',
    'first[a]=1',
    'frist=1',
    '%ED%A0%80=1',
  ])('cannot be asked for with %s', async (query) => {
    const id = await client.profile();
    for (const path of ['/v1/profiles', `/v1/profiles/${id}/plans`, `/v1/profiles/${id}/versions`]) {
      const { status, body } = await client.get(`${path}?${query}`);
      expect([path, status, body.code]).toEqual([path, 400, 'INVALID_PARAMETER']);
    }
  });

  it('takes no cursor of another list', async () => {
    const { body } = await client.get('/v1/profiles?first=1').expect(200);
    const id = await client.profile();
    await client.get(`/v1/profiles/${id}/plans?after=${body.pageInfo.endCursor}`).expect(400);
  });
});

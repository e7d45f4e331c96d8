import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf, NOBODYS_ID, PROFILE } from '../../../../test/stored.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

describe('a plan', () => {
  it('is made of the newest version of a profile by a request without a body', async () => {
    const profileId = await client.profile();
    await client.put(`/v1/profiles/${profileId}`, { ...PROFILE, name: 'Second' }).set('If-Match', '"1"');
    const { body, headers, text } = await client.post(`/v1/profiles/${profileId}/plans`).expect(201);
    expect(headers.location).toBe(`/v1/plans/${body.id}`);
    expect(Object.keys(body)).toEqual([
      'id',
      'profileId',
      'profileVersion',
      'createdAt',
      'engineVersion',
      'inputsHash',
      'inputs',
      'capacity',
      'memory',
      'checkpointing',
      'config',
      'findings',
    ]);
    expect([body.profileId, body.profileVersion, body.inputs.name]).toEqual([profileId, 2, 'Second']);
    expect(body.memory).toBeNull();
    expect(body.config.changes.map(({ key }: { key: string }) => key)).toContain(
      'execution.checkpointing.interval',
    );
    expect(body.checkpointing.current.pace).toMatchObject({ intervalMs: 60_000, regime: 'REGULAR' });
    expect(body.capacity.perMachine.networkIn.utilization).toBeCloseTo(0.762, 3);
    expect((await client.get(`/v1/plans/${body.id}`).expect(200)).text).toBe(text);
  });

  it.each([
    ['an empty object', '{}'],
    ['no content', ''],
    ['a version that is null', '{"profileVersion":null}'],
  ])('is made of the newest version where the body is %s', async (_, body) => {
    const profileId = await client.profile();
    const answer = await client
      .post(`/v1/profiles/${profileId}/plans`)
      .set('Content-Type', 'application/json')
      .send(body)
      .expect(201);
    expect(answer.body.profileVersion).toBe(1);
  });

  it('is byte for byte the same when made anew, apart from its id and its time', async () => {
    const profileId = await client.profile();
    await client.put(`/v1/profiles/${profileId}`, { ...PROFILE, name: 'Second' }).set('If-Match', '"1"');
    const [first, second] = [
      await client.post(`/v1/profiles/${profileId}/plans`, { profileVersion: 1 }).expect(201),
      await client.post(`/v1/profiles/${profileId}/plans`, { profileVersion: 1 }).expect(201),
    ];
    const bare = ({ text, body }: typeof first) =>
      text.replace(body.id, 'ID').replace(body.createdAt, 'TIME');
    expect(first.body.id).not.toBe(second.body.id);
    expect(bare(first)).toBe(bare(second));
    expect(first.body.inputs.name).toBe('Keep it going');
  });

  it('carries a hash of its inputs that anyone can check', async () => {
    const { body } = await client.post(`/v1/profiles/${await client.profile()}/plans`).expect(201);
    const hash = createHash('sha256')
      .update(canonicalize(body.inputs) ?? '')
      .digest('hex');
    expect(body.inputsHash).toBe(hash);
  });

  it('does not depend on labels', async () => {
    const [bare, labelled] = [await client.profile(), await client.profile({ labels: { team: 'clicks' } })];
    const hashes = [];
    for (const id of [bare, labelled]) {
      hashes.push((await client.post(`/v1/profiles/${id}/plans`).expect(201)).body.inputsHash);
    }
    expect(hashes[0]).toBe(hashes[1]);
  });

  it.each([
    [{ profileVersion: 2 }, 422, 'INVALID_VALUE'],
    [{ profileVersion: 0 }, 422, 'INVALID_VALUE'],
    [{ profileVersion: -1 }, 422, 'INVALID_VALUE'],
    [{ profileVersion: 2 ** 31 }, 422, 'INVALID_VALUE'],
    [{ profileVersion: 1.5 }, 400, 'INVALID_REQUEST'],
    [{ profileVersion: '1' }, 400, 'INVALID_REQUEST'],
    [{ version: 1 }, 400, 'INVALID_REQUEST'],
    [[], 400, 'INVALID_REQUEST'],
  ])('cannot be asked for by %j', async (body, status, code) => {
    const answer = await client.post(`/v1/profiles/${await client.profile()}/plans`, body).expect(status);
    expect(answer.body.code).toBe(code);
  });

  it.each(['abc', NOBODYS_ID, '%00', 'compare%20'])('of no such id as %s exists', async (id) => {
    expect((await client.get(`/v1/plans/${id}`).expect(404)).body.code).toBe('NOT_FOUND');
    await client.post(`/v1/profiles/${id}/plans`).expect(404);
    await client.post(`/v1/profiles/${id}/plans`, { profileVersion: 1 }).expect(404);
  });

  it('keeps every digit of a size above 2^53', async () => {
    const state = { entryBytes: 40, valueBytes: '9007199254740993' };
    const [source, window, sink] = PROFILE.workload.operators;
    const workload = { ...PROFILE.workload, operators: [source, { ...window, state }, sink] };
    const profileId = await client.profile({ workload });
    const { body, text } = await client.post(`/v1/profiles/${profileId}/plans`).expect(201);
    expect(body.inputs.workload.operators[1].state.valueBytes).toBe('9007199254740993');
    expect(text).not.toMatch(/ytes":\s?\d{17,}/);
  });

  it('of a job as large as any that is accepted is made and read', async () => {
    const operators = [
      { id: 'in', kind: 'source', recordsPerSecond: 1000, recordBytes: 100 },
      ...Array.from({ length: 998 }, (_, index) => ({ id: `map${index}`, kind: 'map' })),
      { id: 'out', kind: 'sink' },
    ];
    const edges = operators.slice(1).map(({ id }, index) => ({
      from: operators[index]?.id,
      to: id,
      shipStrategy: 'REBALANCE',
    }));
    const profileId = await client.profile({ workload: { operators, edges } });
    const ids = [await client.plan(profileId), await client.plan(profileId)];
    const { text } = await client.get(`/v1/plans/${ids[0]}`).expect(200);
    expect(text.length).toBeGreaterThan(100_000);
    const { body } = await client.get(`/v1/plans/compare?base=${ids[0]}&head=${ids[1]}`).expect(200);
    expect(body.inputs).toEqual([]);
  });
});

describe('the comparison of two plans', () => {
  it('tells what was changed and what follows from it', async () => {
    const profileId = await client.profile();
    const base = await client.plan(profileId);
    await client
      .put(`/v1/profiles/${profileId}`, { ...PROFILE, cluster: { ...PROFILE.cluster, machines: 4 } })
      .set('If-Match', '"1"')
      .expect(200);
    const head = await client.plan(profileId);
    const { body } = await client.get(`/v1/plans/compare?base=${base}&head=${head}`).expect(200);
    expect(body.base).toEqual({
      planId: base,
      profileId,
      profileVersion: 1,
      engineVersion: expect.any(String),
    });
    expect(body.head).toEqual({
      planId: head,
      profileId,
      profileVersion: 2,
      engineVersion: expect.any(String),
    });
    expect(body.inputs).toEqual([{ path: '/cluster/machines', change: 'changed', base: 5, head: 4 }]);
    expect(body.results).toContainEqual({
      key: 'machines',
      unit: 'count',
      base: 5,
      head: 4,
      absolute: -1,
      relative: -0.2,
    });
    expect(body.flows).toContainEqual({
      resource: 'networkIn',
      id: 'source-read:events',
      change: 'changed',
      base: 4e8,
      head: 5e8,
    });
    expect(body.findings).toEqual({ new: expect.any(Array), resolved: expect.any(Array) });
    expect(body.attribution).toBeNull();
  });

  it('of a plan with itself is empty', async () => {
    const id = await client.plan(await client.profile());
    const { body } = await client.get(`/v1/plans/compare?base=${id}&head=${id}`).expect(200);
    expect([body.inputs, body.results, body.flows, body.findings]).toEqual([
      [],
      [],
      [],
      { new: [], resolved: [] },
    ]);
  });

  it('needs two plans that exist', async () => {
    const id = await client.plan(await client.profile());
    for (const query of [
      '',
      `?base=${id}`,
      `?base=${id}&head=${id}&head=${id}`,
      '?base[]=1&head=2',
      `?base=${id}&head=${id}&tail=1`,
    ]) {
      expect((await client.get(`/v1/plans/compare${query}`).expect(400)).body.code).toBe('INVALID_PARAMETER');
    }
    for (const other of [NOBODYS_ID, 'abc', '']) {
      await client.get(`/v1/plans/compare?base=${id}&head=${other}`).expect(404);
      await client.get(`/v1/plans/compare?base=${other}&head=${id}`).expect(404);
    }
  });
});

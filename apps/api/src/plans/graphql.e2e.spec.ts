import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf, graphqlInput, NOBODYS_ID, PROFILE } from '../../../../test/stored.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const CREATE = `mutation ($input: ProfileInput!) { createProfile(input: $input) { id version name } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: ProfileInput!) {
  updateProfile(id: $id, expectedVersion: $version, input: $input) { id version name } }`;
const input = graphqlInput({ ...PROFILE, labels: { team: 'clicks' }, config: { 'x.password': 'hunter2' } });

describe('stored things by GraphQL', () => {
  it('are the same as by REST', async () => {
    const made = (await client.graphql(CREATE, { input })).body.data.createProfile;
    const rest = await client.get(`/v1/profiles/${made.id}`).expect(200);
    const { body } = await client.graphql(
      `query ($id: ID!) { profile(id: $id) {
         id version createdAt updatedAt name flinkVersion labels config
         workload { operators { id kind recordBytes window { assigner size slide } } edges { from to shipStrategy } }
         cluster { machines machine { networkIn stateDisk { attachment } } } checkpointing { interval incremental }
         objectives { maxRecoveryMs } } }`,
      { id: made.id },
    );
    const { profile } = body.data;
    const { id, version, createdAt, updatedAt, name, flinkVersion, labels, config, checkpointing } =
      rest.body;
    expect(profile).toMatchObject({
      id,
      version,
      createdAt,
      updatedAt,
      name,
      flinkVersion,
      labels,
      config,
      checkpointing,
      objectives: null,
      cluster: { machines: 5, machine: { networkIn: 1.25e9, stateDisk: { attachment: 'NETWORK' } } },
    });
    expect(config).toEqual({ 'x.password': '******' });
    expect(profile.workload.operators[1]).toEqual({
      id: 'perUser',
      kind: 'WINDOW',
      recordBytes: null,
      window: { assigner: 'SLIDING', size: 300_000, slide: 60_000 },
    });
  });

  it('are changed by who knows the version, and deleted', async () => {
    const { id } = (await client.graphql(CREATE, { input })).body.data.createProfile;
    const changed = await client.graphql(UPDATE, { id, version: 1, input: { ...input, name: 'Second' } });
    expect(changed.body).toEqual({ data: { updateProfile: { id, version: 2, name: 'Second' } } });
    const late = await client.graphql(UPDATE, { id, version: 1, input });
    expect(late.body.errors[0].extensions.problem).toMatchObject({
      code: 'PRECONDITION_FAILED',
      status: 412,
    });
    const { body } = await client.graphql(
      `query ($id: ID!) { profile(id: $id) { versions { edges { node { version name } } } } old: profile(id: $id, version: 1) { name } }`,
      { id },
    );
    expect(body.data).toEqual({
      profile: {
        versions: {
          edges: [{ node: { version: 2, name: 'Second' } }, { node: { version: 1, name: 'Keep it going' } }],
        },
      },
      old: { name: 'Keep it going' },
    });
    const remove = `mutation ($id: ID!, $version: Int!) { deleteProfile(id: $id, expectedVersion: $version) }`;
    expect((await client.graphql(remove, { id, version: 1 })).body.errors[0].extensions.code).toBe(
      'PRECONDITION_FAILED',
    );
    expect((await client.graphql(remove, { id, version: 2 })).body).toEqual({ data: { deleteProfile: id } });
    await client.get(`/v1/profiles/${id}`).expect(404);
  });

  it('are planned, listed and compared', async () => {
    const { id } = (await client.graphql(CREATE, { input })).body.data.createProfile;
    const create = `mutation ($id: ID!, $version: Int, $key: String) {
      createPlan(profileId: $id, profileVersion: $version, idempotencyKey: $key) {
        id profileVersion inputsHash memory inputs { name workload { operators { kind } } }
        capacity { model fits perMachine { networkIn { utilization flows { id } } } steps { key evidence } }
        findings { ruleId severity } } }`;
    const made = (await client.graphql(create, { id, key: 'k' })).body.data.createPlan;
    expect((await client.graphql(create, { id, key: 'k' })).body.data.createPlan).toEqual(made);
    const other = (await client.graphql(create, { id, version: 1 })).body.data.createPlan;
    expect(other.id).not.toBe(made.id);
    expect(made.capacity).toMatchObject({ model: 'FULL', fits: true });
    const rest = (await client.get(`/v1/plans/${made.id}`).expect(200)).body;
    expect(made.capacity.perMachine.networkIn.utilization).toBe(
      rest.capacity.perMachine.networkIn.utilization,
    );
    expect(made.capacity.steps).toHaveLength(rest.capacity.steps.length);
    const { body } = await client.graphql(
      `query ($id: ID!, $base: ID!, $head: ID!) {
         plans(profileId: $id, first: 1) { edges { cursor node { id } } pageInfo { endCursor hasNextPage } }
         profile(id: $id) { plans { edges { node { id } } } }
         plan(id: $base) { id }
         comparePlans(base: $base, head: $head) {
           base { planId } head { planId } inputs { path change base head } results { key unit absolute }
           flows { resource id change } findings { new { ruleId } resolved { ruleId } } attribution } }`,
      { id, base: made.id, head: other.id },
    );
    const [edge] = body.data.plans.edges;
    expect(body.data).toEqual({
      plans: {
        edges: [{ cursor: edge.cursor, node: { id: other.id } }],
        pageInfo: { endCursor: edge.cursor, hasNextPage: true },
      },
      profile: { plans: { edges: [{ node: { id: other.id } }, { node: { id: made.id } }] } },
      plan: { id: made.id },
      comparePlans: {
        base: { planId: made.id },
        head: { planId: other.id },
        inputs: [],
        results: [],
        flows: [],
        findings: { new: [], resolved: [] },
        attribution: null,
      },
    });
    const next = await client.graphql(
      'query ($id: ID!, $after: String) { plans(profileId: $id, after: $after) { edges { node { id } } pageInfo { hasNextPage } } }',
      { id, after: edge.cursor },
    );
    expect(next.body.data.plans).toEqual({
      edges: [{ node: { id: made.id } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it.each([
    [CREATE, { input: { ...input, name: '' } }, 'INVALID_VALUE', '/name'],
    [
      CREATE,
      { input: { ...input, checkpointing: { interval: '1 minute' } } },
      'INVALID_REQUEST',
      '/checkpointing/interval',
    ],
    ['{ profiles(first: 0) { pageInfo { hasNextPage } } }', {}, 'INVALID_PARAMETER', '/first'],
    ['{ profiles(after: "x") { pageInfo { hasNextPage } } }', {}, 'INVALID_PARAMETER', '/after'],
  ])('are refused with the problem that REST has: %#', async (query, variables, code, pointer) => {
    const { extensions } = (await client.graphql(query, variables)).body.errors[0];
    expect([extensions.code, extensions.problem.code, extensions.problem.errors[0].pointer]).toEqual([
      code,
      code,
      pointer,
    ]);
  });

  it.each([
    '{ profile(id: "abc") { id } }',
    `{ profile(id: "${NOBODYS_ID}") { id } }`,
    `{ profile(id: "${NOBODYS_ID}", version: 0) { id } }`,
    '{ plan(id: "abc") { id } }',
    `{ plans(profileId: "${NOBODYS_ID}") { pageInfo { hasNextPage } } }`,
    '{ comparePlans(base: "a", head: "b") { attribution } }',
    'mutation { createPlan(profileId: "abc") { id } }',
    'mutation { deleteProfile(id: "abc", expectedVersion: 1) }',
    `mutation { deleteProfile(id: "${NOBODYS_ID}", expectedVersion: -5) }`,
  ])('that do not exist are not found: %s', async (query) => {
    expect((await client.graphql(query)).body.errors[0].extensions.code).toBe('NOT_FOUND');
  });
});

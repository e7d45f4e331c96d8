import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { spelledForGraphql } from '../../../../test/spelled-for-graphql.js';
import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../test/stored.js';
import { KEEP_IT_GOING } from '../calculators/capacity/keep-it-going.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const input = spelledForGraphql(KEEP_IT_GOING);
const aliases = (count: number): string =>
  `query ($input: CapacityInput!) { ${Array.from({ length: count }, (_, i) => `a${i}: capacity(input: $input) { fits }`).join(' ')} }`;

describe('POST /graphql', () => {
  it.each([
    ['syntax', '{ capacity(', 'GRAPHQL_SYNTAX'],
    ['a JSON document in the place of a query', '{"kind": "Document"}', 'GRAPHQL_SYNTAX'],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION'],
    ['1 MB', `{ ${'a '.repeat(500_000)} }`, 'GRAPHQL_TOO_LONG'],
    ['10,000 aliases', `{ ${'a:formulas{id} '.repeat(10_000)} }`, 'GRAPHQL_TOO_LONG'],
    ['30,000 tokens', `{ ${'a '.repeat(30_000)} }`, 'GRAPHQL_TOO_MANY_TOKENS'],
    ['3,000 levels', `${'{a'.repeat(3000)}${'}'.repeat(3000)}`, 'GRAPHQL_TOO_DEEP'],
    ['51 aliases', aliases(51), 'GRAPHQL_TOO_MANY_CALCULATIONS'],
    ['51 directives', `{ __typename ${'@skip(if: false) '.repeat(51)} }`, 'GRAPHQL_TOO_MANY_DIRECTIVES'],
    ['a cycle of fragments', '{ ...A } fragment A on Query { ...A }', 'GRAPHQL_FRAGMENT_CYCLE'],
    ['no operation', '# nothing', 'GRAPHQL_SYNTAX'],
    ['two operations and no name', 'query A { __typename } query B { __typename }', 'GRAPHQL_VALIDATION'],
    [
      'an introspection in circles',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      'GRAPHQL_VALIDATION',
    ],
  ])('refuses %s before anything runs', async (_name, query, code) => {
    for (let time = 0; time < 2; time++) {
      const from = performance.now();
      const { status, body } = await client.graphql(query, { input });
      expect(performance.now() - from).toBeLessThan(1000);
      expect(status).toBe(400);
      expect(body).not.toHaveProperty('data');
      expect(body.errors[0].extensions).toMatchObject({ code, problem: { code, status: 400 } });
    }
  });

  it.each([
    ['a batch', [{ query: '{ __typename }' }], 'GRAPHQL_BATCH'],
    ['a query that is no text', { query: 1 }, 'GRAPHQL_INVALID_REQUEST'],
    ['no query', {}, 'GRAPHQL_INVALID_REQUEST'],
    ['variables that are a list', { query: '{ __typename }', variables: [] }, 'GRAPHQL_INVALID_REQUEST'],
    [
      'an operation name that is no text',
      { query: '{ __typename }', operationName: 1 },
      'GRAPHQL_INVALID_REQUEST',
    ],
    [
      'an operation that is not there',
      { query: 'query A { __typename }', operationName: 'B' },
      'GRAPHQL_VALIDATION',
    ],
  ])('refuses %s', async (_name, body, code) => {
    const answer = await client.post('/graphql', body).expect(400);
    expect(answer.body.errors[0].extensions.code).toBe(code);
  });

  it('runs 50 calculations', async () => {
    const { body } = await client.graphql(aliases(50), { input }).expect(200);
    expect(Object.keys(body.data)).toHaveLength(50);
  });

  it('runs the operation that is named, whichever was asked for before', async () => {
    const query = 'query A { a: __typename } query B { b: __typename }';
    for (const name of ['A', 'B', 'A', 'B', 'B', 'A']) {
      const { body } = await client.post('/graphql', { query, operationName: name }).expect(200);
      expect(body).toEqual({ data: { [name.toLowerCase()]: 'Query' } });
    }
  });

  it('answers the introspection of every tool', async () => {
    for (let time = 0; time < 2; time++) {
      const { body } = await client.graphql(getIntrospectionQuery()).expect(200);
      expect(buildClientSchema(body.data).getType('CapacityPlan')).toBeDefined();
    }
  });

  it('tells one problem for bad variables, asked once and asked again, that of REST', async () => {
    const bad = { ...KEEP_IT_GOING, surprise: 1, cluster: { machine: { networkIn: '1 Gbps' } } };
    const rest = await client.post('/v1/capacity', bad).expect(400);
    const query = 'query ($input: CapacityInput!) { capacity(input: $input) { fits machines } }';
    for (let time = 0; time < 3; time++) {
      const { body } = await client.graphql(query, { input: spelledForGraphql(bad) }).expect(400);
      expect(body.errors).toHaveLength(1);
      expect(body.errors[0].extensions.problem).toEqual(rest.body);
    }
  });

  it('tells problems of values in the body of an answer that ran', async () => {
    const bad = { ...KEEP_IT_GOING, cluster: { ...KEEP_IT_GOING.cluster, machines: 0 } };
    const query = 'query ($input: CapacityInput!) { capacity(input: $input) { fits } formulas { id } }';
    const { body } = await client.graphql(query, { input: spelledForGraphql(bad) }).expect(200);
    expect(body.data).toBeNull();
    expect(body.errors[0]).toMatchObject({
      path: ['capacity'],
      extensions: { code: 'INVALID_VALUE', problem: { status: 422 } },
    });
  });

  it('takes the same words inside the query as in variables', async () => {
    const { body } = await client.graphql(
      '{ capacity(input: { workload: { operators: [], edges: [] }, cluster: { machine: { networkIn: "1 Gbps", networkOut: 1 } } }) { fits } }',
    );
    expect(body.errors[0].extensions.problem.errors[0]).toMatchObject({
      pointer: '/cluster/machine/networkIn',
      received: '1 Gbps',
    });
  });
});

describe('without a key', () => {
  it('GraphQL answers 401 before it reads the query', async () => {
    const keyed = await startApp({ auth: 'keys' });
    try {
      const { status, body, headers } = await clientOf(keyed.server).graphql('{ nonsense');
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toMatch(/^Bearer/);
      expect(body.errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED', problem: { status: 401 } });
    } finally {
      await keyed.stop();
    }
  });
});

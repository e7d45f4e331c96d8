import { CHECKPOINT_FORMULAS, CHECKPOINT_PARAMETERS } from '@plimsoll/checkpoint';
import { MEMORY_FORMULAS, MEMORY_PARAMETERS } from '@plimsoll/memory';
import { FORMULAS, PARAMETERS } from '@plimsoll/planner';
import { RULES } from '@plimsoll/rules';
import { joinedTables } from '@plimsoll/trace';
import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../test/stored.js';

/** Libraries share some rows. */
const ALL_PARAMETERS = [...new Set([...PARAMETERS, ...MEMORY_PARAMETERS, ...CHECKPOINT_PARAMETERS])];

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

describe('the service describes its arithmetic', () => {
  it('every formula, by both doors', async () => {
    const { body } = await client.get('/v1/reference/formulas').expect(200);
    expect(body.items).toEqual(
      JSON.parse(JSON.stringify(joinedTables(FORMULAS, MEMORY_FORMULAS, CHECKPOINT_FORMULAS))),
    );
    const graphql = await client.graphql(
      '{ formulas { id title source usedBy expressions { label text unit inputs { name unit } } } formula(id: "F1.3") { id } }',
    );
    expect(body.items).toMatchObject(graphql.body.data.formulas);
    expect(graphql.body.data.formula).toEqual({ id: 'F1.3' });
  });

  it('every parameter, by both doors', async () => {
    const { body } = await client.get('/v1/reference/parameters').expect(200);
    expect(body.items).toEqual(JSON.parse(JSON.stringify(ALL_PARAMETERS)));
    const graphql = await client.graphql(
      '{ parameters { id value unit description reference versions when } }',
    );
    expect(graphql.body.data.parameters).toHaveLength(ALL_PARAMETERS.length);
  });

  it('every rule, by both doors', async () => {
    const { body } = await client.get('/v1/reference/rules').expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
    const one = await client.get('/v1/reference/rules/unknown-key').expect(200);
    expect(body.items).toContainEqual(one.body);
    const fields = 'id family severity title why remedy reference source needs sets since until';
    const { data } = (await client.graphql(`{ rules { ${fields} } rule(id: "unknown-key") { ${fields} } }`))
      .body;
    expect(data.rules).toHaveLength(RULES.length);
    expect(data.rule).toEqual({ ...one.body, family: 'FILE', severity: 'WARNING' });
  });

  it('has every formula that a plan refers to', async () => {
    const { KEEP_IT_GOING } = await import('../calculators/capacity/keep-it-going.js');
    const plan = (await client.post('/v1/capacity', KEEP_IT_GOING)).body;
    const references = new Set<string>(plan.steps.map(({ reference }: { reference: string }) => reference));
    for (const id of references) await client.get(`/v1/reference/formulas/${id}`).expect(200);
  });

  it('gives all rows of a parameter that depends on a condition', async () => {
    const { body } = await client.get('/v1/reference/parameters/state.snapshotExpansion').expect(200);
    expect(body.items.map(({ value }: { value: number }) => value).sort()).toEqual([1.98, 2.2]);
  });

  it.each([
    '/v1/reference/formulas/F0',
    '/v1/reference/parameters/nothing',
    '/v1/reference/rules/no-such-rule',
    '/v1/reference/formulas/constructor',
  ])('has no %s', async (path) => {
    const { body } = await client.get(path).expect(404);
    expect(body.code).toBe('NOT_FOUND');
  });
});

import { FLINK_VERSIONS, isFrom, versionText } from '@plimsoll/units';
import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../test/stored.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const OPTION = `key type element enumValues enumClass default defaultDependsOnEnvironment fallbackKeys deprecatedKeys
  deprecated internal experimental hidden declaredBy artifact pattern prefixMap versions notSampled`;
const inUpperCase = (one: object): object =>
  JSON.parse(JSON.stringify(one), (name, value) =>
    ['type', 'element', 'by', 'kind'].includes(name) && typeof value === 'string'
      ? value.toUpperCase().replaceAll('-', '_')
      : value,
  );

describe('the options of Flink', () => {
  it('come page by page, each once, the same by both doors', async () => {
    const keys: string[] = [];
    let after: string | undefined;
    do {
      const place = after === undefined ? '' : `&after=${after}`;
      const { body } = await client
        .get(`/v1/reference/options?flinkVersion=1.18&first=100${place}`)
        .expect(200);
      keys.push(...body.items.map(({ key }: { key: string }) => key));
      const { body: graphql } = await client.graphql(
        `query ($after: String) { flinkOptions(flinkVersion: "1.18", first: 100, after: $after)
          { edges { cursor node { ${OPTION} } } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      const { edges, pageInfo } = graphql.data.flinkOptions;
      expect(edges.map(({ node }: { node: object }) => node)).toEqual(body.items.map(inUpperCase));
      expect(pageInfo).toEqual(body.pageInfo);
      after = body.pageInfo.hasNextPage ? body.pageInfo.endCursor : undefined;
    } while (after !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(820);
    expect(keys).toEqual([...keys].sort());
  });

  it('are searched, the newest version unless told', async () => {
    const { body } = await client.get('/v1/reference/options?q=checkpointing+interval').expect(200);
    expect(body.items[0].key).toMatch(/checkpointing.*interval/);
    const nothing = await client.get('/v1/reference/options?q=no+such+thing').expect(200);
    expect(nothing.body).toEqual({ items: [], pageInfo: { endCursor: null, hasNextPage: false } });
  });

  it.each([
    ['flinkVersion=1.9', '/flinkVersion'],
    ['flinkVersion=next', '/flinkVersion'],
    ['flinkVersion=1.20&flinkVersion=2.0', '/flinkVersion'],
    ['first=0', '/first'],
    ['after=nowhere', '/after'],
    ['query=x', '/query'],
    [`q=${'x'.repeat(201)}`, '/q'],
  ])('are refused with ?%s', async (query, pointer) => {
    const { body } = await client.get(`/v1/reference/options?${query}`).expect(400);
    expect(body).toMatchObject({ code: 'INVALID_PARAMETER', errors: [{ pointer }] });
  });

  it('name the versions that are known where one is not', async () => {
    const { body } = await client.get('/v1/reference/options?flinkVersion=3.0').expect(400);
    expect(body.detail).toContain('1.10 to 1.20 and 2.0 to 2.3');
  });
});

describe('one option', () => {
  it.each([
    ['1.20', 'taskmanager.memory.process.size', 'own', 'taskmanager.memory.process.size'],
    ['2.0', 'state.backend', 'old-key', 'state.backend.type'],
    ['1.20', 'metrics.reporter.prom.interval', 'pattern', 'metrics.reporter.<name>.interval'],
    ['1.20', 'kubernetes.taskmanager.labels.team', 'prefix-map', 'kubernetes.taskmanager.labels'],
  ])('of %s is found by %s: %s', async (flinkVersion, asked, by, key) => {
    const { body } = await client
      .get(`/v1/reference/options/${asked}?flinkVersion=${flinkVersion}`)
      .expect(200);
    expect(body).toMatchObject({ asked, by, key });
    const { body: graphql } = await client.graphql(
      `query ($key: String!, $flinkVersion: String) {
        flinkOption(key: $key, flinkVersion: $flinkVersion) { ${OPTION} asked by readBy { key kind } } }`,
      { key: asked, flinkVersion },
    );
    expect(graphql.data.flinkOption).toEqual(inUpperCase(body));
  });

  it('that is not there is 404 with what was probably meant, by both doors', async () => {
    const { body } = await client
      .get('/v1/reference/options/taskmanager.process.size?flinkVersion=1.20')
      .expect(404);
    expect(body.code).toBe('NOT_FOUND');
    expect(body.nearestKeys[0]).toMatchObject({ key: 'taskmanager.memory.process.size', kind: 'segments' });
    const { body: graphql } = await client.graphql(
      '{ flinkOption(key: "taskmanager.process.size", flinkVersion: "1.20") { key } }',
    );
    expect(graphql.errors[0].extensions.problem).toEqual(body);
  });

  it.each(['s3.path.style.access', 'constructor', '__proto__', '%00', '%F0%9F%92%A9', 'x'.repeat(400)])(
    'is none of %s',
    async (key) => {
      const { body } = await client.get(`/v1/reference/options/${key}`);
      expect([404, 414]).toContain(body.status);
    },
  );

  it('has an answer in every version', async () => {
    for (const version of FLINK_VERSIONS.filter((one) => isFrom(one, 1, 10))) {
      const path = `/v1/reference/options/parallelism.default?flinkVersion=${versionText(version)}`;
      await client.get(path).expect(200);
    }
  });
});

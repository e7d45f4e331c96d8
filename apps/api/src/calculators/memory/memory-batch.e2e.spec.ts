import { askBoth, inputOf, wholeQuery } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const DOORS = [
  ['taskManagerMemory', '/v1/memory/task-manager', 'taskmanager.memory.process.size'],
  ['jobManagerMemory', '/v1/memory/job-manager', 'jobmanager.memory.process.size'],
] as const;

describe.each(DOORS)('a batch of %s', (name, path, key) => {
  const good = (size: string): object => ({ flinkVersion: '1.20', config: { [key]: size } });
  const batch = (requests: unknown) =>
    askBoth(client, `${name}Batch`, `${path}/batch`, { requests: requests });

  it('answers each as it would be answered alone, in order', async () => {
    const requests = [
      good('2g'),
      good('1m'),
      { ...good('2g'), flinkVersion: '9.9' },
      { ...good('2g'), deployment: 'container' },
      { flinkVersion: '1.20', config: { [key]: 5 } },
      { flinkVersion: '1.20', config: {}, deployment: null },
    ];
    const { status, body } = await batch(requests);
    expect(status).toBe(200);
    expect(body.results).toHaveLength(requests.length);
    for (const [at, request] of requests.entries()) {
      const alone = await client.post(path, request);
      const isGood = alone.status === 200;
      expect(body.results[at]).toEqual({
        value: isGood ? alone.body : null,
        problem: isGood ? null : alone.body,
      });
    }
    const codes = body.results.map(({ problem }: { problem: { code: string } | null }) => problem?.code);
    expect(codes).toEqual([
      undefined,
      'FLINK_REJECTS_CONFIG',
      'INVALID_VALUE',
      undefined,
      'INVALID_REQUEST',
      'FLINK_REJECTS_CONFIG',
    ]);
  });

  it.each([
    ['an unknown field', { ...good('2g'), memory: 1 }],
    ['no version', { config: {} }],
    ['a number', 5],
    ['null', null],
    ['a list', []],
    ['text', 'x'],
    ['a configuration that is a list', { flinkVersion: '1.20', config: [] }],
  ])('is not spoilt by %s among its requests', async (_name, bad) => {
    const { body } = await client
      .post(`${path}/batch`, { requests: [good('2g'), bad, good('3g')] })
      .expect(200);
    const [first, second, third] = body.results;
    expect([first.problem, third.problem]).toEqual([null, null]);
    expect(first.value.totalProcessBytes).toBe(2 * 1024 ** 3);
    expect(third.value.totalProcessBytes).toBe(3 * 1024 ** 3);
    expect(second).toMatchObject({ value: null, problem: { status: 400, code: 'INVALID_REQUEST' } });
  });

  it('is told by GraphQL, whose schema knows the shape of each, which request does not fit', async () => {
    const input = { requests: [good('2g'), { ...good('2g'), memory: 1 }] };
    const { status, body } = await client.graphql(wholeQuery(`${name}Batch`), { input });
    expect(status).toBe(400);
    expect(body.errors[0].extensions.problem.errors[0].pointer).toMatch(/^\/requests\/1/);
  });

  it('may be empty', async () => {
    const { body } = await batch([]);
    expect(body).toEqual({ results: [] });
  });

  it('has 1,000 requests and not one more', async () => {
    const requests = Array.from({ length: 1001 }, (_, at) => good(`${1700 + at}m`));
    const { body } = await client.post(`${path}/batch`, { requests: requests.slice(0, 1000) }).expect(200);
    expect(
      body.results.map(({ value }: { value: { totalProcessBytes: number } }) => value.totalProcessBytes),
    ).toEqual(Array.from({ length: 1000 }, (_, at) => (1700 + at) * 1024 * 1024));
    const { status, body: problem } = await batch(requests);
    expect(status).toBe(422);
    expect(problem).toMatchObject({ code: 'INVALID_VALUE', errors: [{ pointer: '/requests' }] });
  });

  it('runs by GraphQL with 1,000 requests', async () => {
    const body = { requests: Array.from({ length: 1000 }, () => good('2g')) };
    const query = wholeQuery(`${name}Batch`);
    const { body: answer } = await client
      .graphql(query, { input: inputOf(`${name}Batch`, body) })
      .expect(200);
    expect(answer.data[`${name}Batch`].results).toHaveLength(1000);
  });

  it.each([
    ['nothing', {}, '/requests'],
    ['null', { requests: null }, '/requests'],
    ['an object', { requests: {} }, '/requests'],
    ['text', { requests: 'x' }, '/requests'],
    ['an unknown field', { requests: [], request: 1 }, '/request'],
  ])('is refused as a whole where its list is %s', async (_name, body, pointer) => {
    const { body: problem } = await client.post(`${path}/batch`, body).expect(400);
    expect(problem).toMatchObject({ code: 'INVALID_REQUEST', errors: [{ pointer }] });
  });
});

it('a long batch lets others in between', async () => {
  const misses = { flinkVersion: '1.20', config: { 'taskmanager.memory.process.size': '1m' } };
  const requests = Array.from({ length: 1000 }, () => misses);
  const long = client.post('/v1/memory/task-manager/batch', { requests });
  let ended = false;
  const batch = long.then((answer) => {
    ended = true;
    return answer;
  });
  await client.get('/health/live').expect(200);
  expect(ended).toBe(false);
  expect((await batch).body.results).toHaveLength(1000);
});

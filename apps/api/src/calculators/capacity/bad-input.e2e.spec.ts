import { spelledForGraphql } from '../../../../../test/spelled-for-graphql.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { KEEP_IT_GOING } from './keep-it-going.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

type Change = readonly [pointer: string, value: unknown];

/** The sample as JSON text with members changed; a value of undefined takes one away. */
function changed(...changes: readonly Change[]): object {
  const body = structuredClone<object>(KEEP_IT_GOING);
  for (const [pointer, value] of changes) {
    const tokens = pointer.slice(1).split('/');
    const last = tokens.pop() ?? '';
    const owner = tokens.reduce<object>((object, token) => Reflect.get(object, token), body);
    Reflect.set(owner, last, value);
  }
  return body;
}

const QUERY = 'query ($input: CapacityInput!) { capacity(input: $input) { fits } }';
const source = KEEP_IT_GOING.workload.operators[0];
const edge = (from: string, to: string, shipStrategy = 'HASH'): object => ({ from, to, shipStrategy });
const { edges } = KEEP_IT_GOING.workload;

/** A chain of maps behind the source: as many operators as asked. */
const chain = (operators: number): Change[] => {
  const maps = Array.from({ length: operators - 1 }, (_, i) => ({
    id: `m${i}`,
    kind: 'map',
    output: { recordBytes: 1 },
  }));
  return [
    ['/workload/operators', [{ ...source, id: 'm-1' }, ...maps]],
    ['/workload/edges', maps.map((_, i) => edge(`m${i - 1}`, `m${i}`))],
  ];
};

const BAD: readonly [
  name: string,
  changes: readonly Change[],
  status: number,
  pointers: readonly string[],
][] = [
  ['an unknown field', [['/workload/operators/0/colour', 'red']], 400, ['/workload/operators/0/colour']],
  [
    'a wrong unit',
    [['/workload/operators/0/recordBytes', '2 kb']],
    400,
    ['/workload/operators/0/recordBytes'],
  ],
  [
    'the text NaN',
    [['/workload/operators/0/recordBytes', 'NaN']],
    400,
    ['/workload/operators/0/recordBytes'],
  ],
  [
    'NaN as JSON has it',
    [['/workload/operators/0/recordBytes', Number.NaN]],
    400,
    ['/workload/operators/0/recordBytes'],
  ],
  [
    'a negative size',
    [['/workload/operators/0/recordBytes', '-2 kB']],
    422,
    ['/workload/operators/0/recordBytes'],
  ],
  ['no machines', [['/cluster/machines', 0]], 422, ['/cluster/machines']],
  ['100,001 machines', [['/cluster/machines', 100_001]], 422, ['/cluster/machines']],
  [
    'a cycle',
    [
      ['/workload/operators/2', { id: 'results', kind: 'map' }],
      ['/workload/edges', [...edges, edge('results', 'perUser')]],
    ],
    422,
    ['/workload/edges'],
  ],
  [
    'a dangling edge',
    [['/workload/edges', [...edges, edge('events', 'nowhere')]]],
    422,
    ['/workload/edges/2/to'],
  ],
  [
    'a sink that feeds',
    [['/workload/edges', [...edges, edge('results', 'perUser')]]],
    422,
    ['/workload/edges/2/from'],
  ],
  ['two operators of one id', [['/workload/operators/2/id', 'events']], 422, ['/workload/operators/2/id']],
  [
    'FORWARD between unequal parallelism',
    [
      ['/workload/operators/1/parallelism', 5],
      ['/workload/operators/2/parallelism', 3],
    ],
    422,
    ['/workload/edges/1'],
  ],
  ['1,001 operators', chain(1001), 422, ['/workload/operators']],
  ['5,001 edges', [['/workload/edges', new Array(5001).fill(edges[0])]], 422, ['/workload/edges']],
  ['300,000 operators', [['/workload/operators', new Array(300_000).fill(0)]], 422, ['/workload/operators']],
  [
    'several at once that cannot be read',
    [
      ['/model', 'x'],
      ['/cluster/machine/networkIn', '1 Gbps'],
      ['/cluster/machines', -1],
    ],
    400,
    ['/model', '/cluster/machine/networkIn'],
  ],
  [
    'several at once that cannot be used',
    [
      ['/cluster/machines', -1],
      ['/workload/operators/0/recordBytes', -1],
    ],
    422,
    ['/cluster/machines', '/workload/operators/0/recordBytes'],
  ],
];

describe('bad input', () => {
  it.each(BAD)('%s gets its field, by both doors', async (_name, changes, status, pointers) => {
    const body = changed(...changes);
    const rest = await client.post('/v1/capacity', body);
    expect(rest.status).toBe(status);
    expect(rest.type).toBe('application/problem+json');
    const { problem } = { problem: rest.body };
    expect(problem).toMatchObject({ status, code: status === 400 ? 'INVALID_REQUEST' : 'INVALID_VALUE' });
    const named: string[] = problem.errors.map(({ pointer }: { pointer: string }) => pointer);
    for (const pointer of pointers) expect(named.some((one) => one.startsWith(pointer))).toBe(true);

    for (let time = 0; time < 2; time++) {
      const graphql = await client.graphql(QUERY, { input: spelledForGraphql(body) });
      const [error] = graphql.body.errors;
      expect(error.extensions.code).toBe(problem.code);
      expect(pointersOf(error.extensions.problem)).toEqual(pointersOf(problem));
    }
  });

  it('says what was received and what would do', async () => {
    const { body } = await client
      .post('/v1/capacity', changed(['/cluster/machine/networkIn', '10 Gbps']))
      .expect(400);
    expect(body.errors).toEqual([
      {
        pointer: '/cluster/machine/networkIn',
        message:
          'has the unit "Gbps", which is not known here (probably "10 Gbit/s"); send bytes per second as a bare number, or text like "10 Gbit/s" or "500 MB/s"',
        received: '10 Gbps',
      },
    ]);
  });

  it('never repeats a secret', async () => {
    const { body } = await client
      .post('/v1/capacity', { ...KEEP_IT_GOING, 's3.secret-key': 'hunter2' })
      .expect(400);
    expect(body.errors[0]).toMatchObject({ pointer: '/s3.secret-key', received: '******' });
  });

  it.each([
    ['infinite', '1e999'],
    ['negatively infinite', '-1e999'],
  ])('a number that is %s is refused', async (_name, number) => {
    const text = JSON.stringify(KEEP_IT_GOING).replace('"keys":500000000', `"keys":${number}`);
    const { body } = await client
      .post('/v1/capacity')
      .set('Content-Type', 'application/json')
      .send(text)
      .expect(422);
    expect(body.errors[0]).toMatchObject({
      pointer: '/workload/operators/1/keys',
      message: 'must be a finite number',
    });
  });

  it.each([
    ['1,000 operators', chain(1000)],
    ['100,000 machines', [['/cluster/machines', 100_000]] satisfies Change[]],
  ])('%s is not too many', async (_name, changes) => {
    await client.post('/v1/capacity', changed(...changes)).expect(200);
  });

  it('is not a plan that cannot work: that is a result with what binds', async () => {
    const { body } = await client
      .post('/v1/capacity', changed(['/cluster/machine/networkIn', '1 Mbit/s']))
      .expect(200);
    expect(body).toMatchObject({
      fits: false,
      bottleneck: { resource: 'networkIn' },
      smallest: { machines: null },
    });
  });
});

const pointersOf = (problem: { errors: readonly { pointer: string }[] }): string[] =>
  problem.errors.map(({ pointer }) => pointer);

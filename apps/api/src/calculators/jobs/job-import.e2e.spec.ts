import { readdirSync, readFileSync } from 'node:fs';
import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { CLICKS } from './job-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const ask = (body: object) => askBoth(client, 'importJob', '/v1/jobs/import', body);

const FOLDER = 'libs/planner/vectors/jobs';
const RECORDED = readdirSync(FOLDER).map((name) => [
  name,
  JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')),
]);

const MACHINE = { networkIn: '10 Gbit/s', networkOut: '10 Gbit/s' };
const CLUSTER = { machines: 2, machine: MACHINE, slotsPerTaskManager: 4 };
interface Imported {
  readonly workload: {
    readonly operators: readonly { readonly kind: string }[];
    readonly edges: readonly object[];
  };
}
const withKeys = ({ workload }: Imported) => ({
  ...workload,
  operators: workload.operators.map((one) => (/window|join/.test(one.kind) ? { ...one, keys: 1000 } : one)),
});

describe('a running job', () => {
  it('is imported by both doors, with what it lacks', async () => {
    const { status, body } = await ask(CLICKS);
    expect(status).toBe(200);
    expect(body.workload.operators).toMatchObject([
      {
        id: 'Source: Kafka clicks',
        kind: 'source',
        connector: 'kafka',
        recordsPerSecond: 2000,
        recordBytes: 300,
      },
      { id: 'Filter', kind: 'filter', selectivity: 0.5, output: { recordBytes: 200 } },
      { kind: 'window', window: { assigner: 'tumbling', size: 60_000 } },
      { id: 'Sink: Kafka counts', kind: 'sink', connector: 'kafka', parallelism: 4 },
    ]);
    expect(body.checkpointing).toEqual({ durationMs: 800, bytes: 4_100_000 });
    expect(body.missing[0]).toMatchObject({ path: '/workload/operators/2/keys', needed: true });
  });

  it.each(RECORDED)('of %s is planned, stored and linted once its keys are given', async (_, recorded) => {
    const { status, body } = await ask(recorded);
    expect(status).toBe(200);
    const workload = withKeys(body);
    const plan = await client.post('/v1/capacity', { workload, cluster: CLUSTER });
    expect(plan.status).toBe(200);
    const profile = await client.post('/v1/profiles', { name: 'imported', workload, cluster: CLUSTER });
    expect(profile.status).toBe(201);
    const { flinkVersion } = recorded;
    const lint = { flinkVersion, config: {}, workload, checkpointing: body.checkpointing };
    expect((await client.post('/v1/config/lint', lint)).status).toBe(200);
  });

  it('may take no periodic checkpoints, and count up to what numbers of JSON can hold', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const counters = { 'read-bytes': most, 'write-bytes': most, 'read-records': most, 'write-records': 1 };
    const { history } = CLICKS.checkpoints;
    const { status, body } = await ask({
      ...CLICKS,
      job: {
        vertices: CLICKS.job.vertices.map((one) => ({ ...one, duration: 1, metrics: counters })),
      },
      checkpoints: {
        checkpoints: {
          history: history.map((one) => ({ ...one, state_size: most, checkpointed_size: most })),
        },
        config: { mode: 'exactly_once', interval: '9223372036854775807' },
      },
    });
    expect(status).toBe(200);
    expect(body.observations.checkpoints).toMatchObject({ intervalMs: null, stateBytes: most });
  });

  it('has the longest time as its interval where Flink writes it so', async () => {
    const config = '{"interval":9223372036854775807}';
    const { plan } = CLICKS;
    const text = `{"plan":${JSON.stringify(plan)},"checkpoints":{"history":[],"config":${config}}}`;
    const answer = await client.post('/v1/jobs/import').type('application/json').send(text);
    expect(answer.status).toBe(200);
    expect(answer.body.observations.checkpoints.intervalMs).toBe(null);
  });

  it('lacks nothing that a plan would not name: without its keys it is refused for them', async () => {
    const { body } = await ask(CLICKS);
    const plan = await client.post('/v1/capacity', { workload: body.workload, cluster: CLUSTER });
    expect(plan.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual([
      '/workload/operators/2/keys',
    ]);
  });

  it.each([
    ['/plan', { plan: [] }, 400],
    ['/plan', { plan: 'Source: x' }, 400],
    ['/plan/nodes', { plan: {} }, 422],
    ['/plan/nodes/0/parallelism', { plan: { nodes: [{ id: 'a', parallelism: 'two' }] } }, 422],
    ['/plan/nodes/0/inputs/0/id', { plan: { nodes: [{ id: 'a', inputs: [{ id: 'b' }] }] } }, 422],
    ['/job/vertices', { job: { vertices: {} } }, 422],
    ['/metrics', { metrics: [] }, 400],
    ['/checkpoints/history/0/id', { checkpoints: { history: [{ trigger_timestamp: 1 }] } }, 422],
    ['/flinkVersion', { flinkVersion: '4.0' }, 422],
    ['/nodes', { nodes: [] }, 400],
  ])('names %s where it cannot be: %j', async (pointer, change, expected) => {
    const { status, body } = await ask({ ...CLICKS, ...change });
    expect(status).toBe(expected);
    expect(body.errors[0]).toMatchObject({ pointer });
  });
});

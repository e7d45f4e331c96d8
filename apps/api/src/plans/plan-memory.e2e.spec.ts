import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { type Client, clientOf, PROFILE } from '../../../../test/stored.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const ACCEPTED = { 'taskmanager.memory.process.size': '8gb', 'jobmanager.memory.process.size': '1600m' };

async function planOf(profile: object) {
  const { body } = await client.post('/v1/profiles', { ...PROFILE, ...profile }).expect(201);
  return client.post(`/v1/profiles/${body.id}/plans`).expect(201);
}

describe('the memory of a stored plan', () => {
  it('is what the calculators of memory answer', async () => {
    const { body } = await planOf({ flinkVersion: '1.20', config: ACCEPTED });
    const asked = { flinkVersion: '1.20', config: ACCEPTED };
    const taskManager = await client.post('/v1/memory/task-manager', asked).expect(200);
    const jobManager = await client.post('/v1/memory/job-manager', asked).expect(200);
    expect(body.memory.taskManager).toEqual(taskManager.body);
    expect(body.memory.jobManager).toEqual(jobManager.body);
    expect(body.memory.rocksDb.shared.cacheBytes).toBeGreaterThan(0);
    expect(body.memory.networkBuffers.starts).toBe(true);
  });

  it('is the problem that the calculators answer with where Flink refuses, and the plan is made all the same', async () => {
    const config = { 'taskmanager.memory.process.size': '500m' };
    const { body } = await planOf({ flinkVersion: '1.20', config });
    const refused = await client
      .post('/v1/memory/task-manager', { flinkVersion: '1.20', config })
      .expect(422);
    expect(body.memory).toEqual({ rejected: refused.body });
    expect(body.findings[0]).toMatchObject({
      ruleId: 'flink-rejects-config',
      severity: 'error',
      path: 'taskmanager.memory.process.size',
      fix: { set: refused.body.nearest.set },
    });
    expect(body.capacity.perMachine.networkIn.utilization).toBeCloseTo(0.762, 3);
  });

  it('holds sizes above 2^53 − 1 as digits, by both doors', async () => {
    const config = {
      'taskmanager.memory.process.size': '9007199254740993b',
      'taskmanager.memory.managed.size': '1g',
    };
    const { body } = await planOf({ flinkVersion: '2.3', config });
    expect(body.memory.taskManager.totalProcessBytes).toBe('9007199254740993');
    const query = `{ plan(id: "${body.id}") { memory } }`;
    const answer = await client.post('/graphql', { query }).expect(200);
    expect(answer.body.data.plan.memory).toEqual(body.memory);
  });

  it('is byte for byte the same when made anew', async () => {
    const { body } = await client.post('/v1/profiles', { ...PROFILE, config: ACCEPTED }).expect(201);
    const [first, second] = [
      await client.post(`/v1/profiles/${body.id}/plans`).expect(201),
      await client.post(`/v1/profiles/${body.id}/plans`).expect(201),
    ];
    const memory = ({ text }: typeof first) => text.slice(text.indexOf('"memory":'));
    expect(memory(first)).toBe(memory(second));
  });

  it('holds the pools against what was observed of them', async () => {
    const observed = {
      heapUsedAfterGcBytes: 2 ** 30,
      metaspaceUsedBytes: 100 * 2 ** 20,
      observedForMs: 604_800_000,
    };
    const { body } = await planOf({ flinkVersion: '1.20', config: ACCEPTED, observed });
    expect(body.inputs.observed).toEqual(observed);
    expect(body.memory.observed.pools).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          pool: 'jvmMetaspace',
          usedBytes: 100 * 2 ** 20,
          unusedBytes: 156 * 2 ** 20,
        }),
      ]),
    );
  });

  it('refuses a profile whose observations contradict its configuration, by name', async () => {
    const profile = {
      ...PROFILE,
      flinkVersion: '1.20',
      config: ACCEPTED,
      observed: { metaspaceUsedBytes: 2 ** 40 },
    };
    const { body } = await client.post('/v1/profiles', profile).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/observed/metaspaceUsedBytes', received: 2 ** 40 }]);
  });

  it('is null for versions before the memory model, and where the configuration says nothing of memory', async () => {
    const old = await planOf({ flinkVersion: '1.9', config: { 'taskmanager.heap.size': '4g' } });
    const silent = await planOf({ flinkVersion: '1.20', config: { 'state.backend.type': 'rocksdb' } });
    expect([old.body.memory, silent.body.memory]).toEqual([null, null]);
  });

  it('is compared with that of another plan', async () => {
    const base = await planOf({ flinkVersion: '1.20', config: ACCEPTED });
    const head = await planOf({
      flinkVersion: '1.20',
      config: { ...ACCEPTED, 'taskmanager.memory.process.size': '4gb' },
    });
    const { body } = await client
      .get(`/v1/plans/compare?base=${base.body.id}&head=${head.body.id}`)
      .expect(200);
    const changed = body.results.map(({ key }: { key: string }) => key);
    expect(changed).toContain('memory.taskManager.components.managedBytes');
    expect(changed).not.toContain('memory.jobManager.components.jvmHeapBytes');
  });
});

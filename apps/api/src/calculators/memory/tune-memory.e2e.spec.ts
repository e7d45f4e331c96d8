import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { THREE_MISTAKES } from './memory-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const tune = (body: object) => askBoth(client, 'tuneMemory', '/v1/memory/tune', body);
const observing = (observed: object): object => ({
  ...THREE_MISTAKES,
  observed: { ...THREE_MISTAKES.observed, ...observed },
});

describe('the job of the talk “3 Flink Mistakes”', () => {
  it.each(['give-to-managed', 'shrink', 'fix-out-of-memory'])(
    'is tuned to %s with a configuration that the task manager’s own calculator accepts as told',
    async (goal) => {
      const { status, body } = await tune({ ...THREE_MISTAKES, goal });
      expect(status).toBe(200);
      expect(body.goal).toBe(goal);
      const { flinkVersion } = THREE_MISTAKES;
      const alone = await client
        .post('/v1/memory/task-manager', { flinkVersion, config: body.config })
        .expect(200);
      expect(alone.body.components).toEqual(body.after.components);
      expect(alone.body.totalProcessBytes).toEqual(body.after.totalProcessBytes);
      const before = await client
        .post('/v1/memory/task-manager', { flinkVersion, config: THREE_MISTAKES.config })
        .expect(200);
      expect(before.body.components).toEqual(body.before.components);
      const { observed } = THREE_MISTAKES;
      expect(body.after.jvmHeapBytes).toBeGreaterThanOrEqual(observed.heapUsedAfterGcBytes);
      expect(body.after.components.networkBytes).toBeGreaterThanOrEqual(observed.networkUsedBytes);
      expect(body.after.components.jvmMetaspaceBytes).toBeGreaterThanOrEqual(observed.metaspaceUsedBytes);
    },
  );

  it('gives what is unused to RocksDB unless told otherwise', async () => {
    const { body } = await tune(THREE_MISTAKES);
    expect(body.goal).toBe('give-to-managed');
    expect(body.after.totalProcessBytes).toBe(8 * 1024 ** 3);
    expect(body.after.components.managedBytes).toBeGreaterThan(body.before.components.managedBytes);
    expect(body.freedBytes).toBeGreaterThan(0);
    expect(['high', 'medium', 'low']).toContain(body.confidence.level);
    for (const { key, to } of body.changes) expect(body.config[key] ?? null).toBe(to);
  });

  it('gives back what else the configuration holds', async () => {
    const config = { ...THREE_MISTAKES.config, 's3.secret-key': 'hunter2', 'state.backend.type': 'rocksdb' };
    const { body } = await tune({ ...THREE_MISTAKES, config });
    expect(body.config).toMatchObject({ 's3.secret-key': 'hunter2', 'state.backend.type': 'rocksdb' });
    expect(JSON.stringify(body.changes)).not.toContain('hunter2');
  });
});

describe('a tuning that cannot be', () => {
  it.each([
    ['heap in use above what is committed', { heapCommittedBytes: 1 }],
    ['a resident set below the heap in use', { residentBytes: 1 }],
    ['a negative use', { networkUsedBytes: -1 }],
    ['half a byte', { networkUsedBytes: 0.5 }],
    ['no time at all', { observedForMs: -1 }],
    ['a number whose last digits are lost', { residentBytes: 2 ** 53 }],
  ])('is 422 with what is observed: %s', async (_name, observed) => {
    const { status, body } = await tune(observing(observed));
    expect(status).toBe(422);
    expect(body.code).toBe('INVALID_VALUE');
    expect(body.errors[0].pointer).toMatch(/^\/observed\//);
  });

  it.each([
    ['/podLimit', { podLimit: 'much' }],
    ['/podLimit', { podLimit: '8 GB' }],
    ['/headroomRatio', { headroomRatio: -1 }],
    ['/flinkVersion', { flinkVersion: '1.9' }],
  ])('is 422 at %s: %j', async (pointer, change) => {
    const { status, body } = await tune({ ...THREE_MISTAKES, ...change });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'INVALID_VALUE', errors: [{ pointer }] });
  });

  it.each([
    ['/observed', { observed: undefined }],
    ['/observed/residentBytes', { observed: { residentBytes: '7 GiB' } }],
    ['/observed/observedForMs', { observed: { observedForMs: '1 h' } }],
    ['/observed/rss', { observed: { rss: 1 } }],
    ['/goal', { goal: 'faster' }],
    ['/podLimit', { podLimit: 8 }],
    ['/headroomRatio', { headroomRatio: '20 %' }],
    ['/config/taskmanager.memory.process.size', { config: { 'taskmanager.memory.process.size': 8 } }],
  ])('is 400 at %s: %j', async (pointer, change) => {
    const { status, body } = await tune({ ...THREE_MISTAKES, ...change });
    expect(status).toBe(400);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });

  it('is of a configuration that Flink refuses, told as the task manager’s calculator tells it', async () => {
    const config = { 'taskmanager.memory.process.size': '100m' };
    const { status, body } = await tune({ ...THREE_MISTAKES, config });
    const { flinkVersion } = THREE_MISTAKES;
    const alone = await client.post('/v1/memory/task-manager', { flinkVersion, config });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'FLINK_REJECTS_CONFIG',
      flinkException: alone.body.flinkException,
      flinkMessage: alone.body.flinkMessage,
    });
  });
});

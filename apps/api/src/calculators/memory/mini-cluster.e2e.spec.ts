import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { TINY_FLINK } from './memory-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const ask = (body: object) => askBoth(client, 'miniClusterMemory', '/v1/memory/mini-cluster', body);
const MIB = 1024 * 1024;

describe('the memory of a MiniCluster', () => {
  it('is that of the job of “Tiny Flink”, by both doors', async () => {
    const { status, body } = await ask(TINY_FLINK);
    expect(status).toBe(200);
    expect(body).toMatchObject({ starts: true, heapBytes: 50 * MIB, networkBytes: 8 * MIB, gc: 'g1' });
    expect(body.jvmArgs).toContain('-Xmx50m');
    const sum = body.parts.reduce((total: number, { bytes }: { bytes: number }) => total + bytes, 0);
    expect(sum).toBe(body.process.bytes);
    expect(body.process.lowBytes).toBeLessThanOrEqual(body.process.bytes);
    expect(body.process.highBytes).toBeGreaterThanOrEqual(body.process.bytes);
    for (const { step } of body.parts) {
      expect(body.steps.map(({ key }: { key: string }) => key)).toContain(step);
    }
  });

  it('is the smallest that starts where nothing is asked for', async () => {
    const { body } = await ask({});
    expect(body).toMatchObject({ starts: true, networkBytes: 64 * MIB });
    expect(body.heapBytes).toBe(body.smallestHeapBytes);
  });

  it('does not start with too small a heap, and says which condition fails', async () => {
    const { status, body } = await ask({ heap: '10 MiB' });
    expect(status).toBe(200);
    expect(body.starts).toBe(false);
    expect(body.conditions.some(({ fits }: { fits: boolean }) => !fits)).toBe(true);
  });

  it.each([
    ['/heap', { heap: -1 }],
    ['/heap', { heap: '99999999999999999999' }],
    ['/heap', { heap: 2 ** 53 }],
    ['/threads', { threads: 0 }],
    ['/cores', { cores: -1 }],
    ['/stackSize', { stackSize: 0 }],
    ['/throughput', { throughput: -1 }],
    ['/job/tasks', { job: { kind: 'small', tasks: -1 } }],
  ])('is 422 at %s: %j', async (pointer, body) => {
    const { status, body: problem } = await ask(body);
    expect(status).toBe(422);
    expect(problem).toMatchObject({ code: 'INVALID_VALUE', errors: [{ pointer }] });
  });

  it.each([
    ['/heap', { heap: '50 mb' }],
    ['/gc', { gc: 'zgc' }],
    ['/job/kind', { job: {} }],
    ['/job', { job: 'small' }],
    ['/throughput', { throughput: '25 MB' }],
    ['/cores', { cores: 1.5 }],
    ['/xmx', { xmx: 1 }],
  ])('is 400 at %s: %j', async (pointer, body) => {
    const { status, body: problem } = await ask(body);
    expect(status).toBe(400);
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });
});

import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { HEAP_SPACE } from './memory-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const diagnose = (body: object) => askBoth(client, 'diagnoseMemory', '/v1/memory/diagnose', body);
const saying = (text: string): object => ({ ...HEAP_SPACE, symptom: { text } });

describe('a diagnosis', () => {
  it.each([
    ['java.lang.OutOfMemoryError: Java heap space', 'jvmHeap'],
    ['java.lang.OutOfMemoryError: GC overhead limit exceeded', 'jvmHeap'],
    ['java.lang.OutOfMemoryError: Metaspace', 'jvmMetaspace'],
    ['java.lang.OutOfMemoryError: Direct buffer memory', 'direct'],
    [
      'java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory or process/resource limits reached',
      'threads',
    ],
    [
      'java.io.IOException: Insufficient number of network buffers: required 17, but only 4 available.',
      'network',
    ],
  ])('names the pool of: %s', async (text, pool) => {
    const { status, body } = await diagnose(saying(text));
    expect(status).toBe(200);
    expect(body).toMatchObject({ pool, confidence: { level: 'high', reasons: [expect.any(String)] } });
    expect(body.evidence.length).toBeGreaterThan(0);
    expect(body.notThis.length + body.measureNext.length).toBeGreaterThan(0);
  });

  it('has a remedy that the task manager’s own calculator accepts as told', async () => {
    const { body } = await diagnose(HEAP_SPACE);
    const { set, unset, after, before } = body.remedy;
    const config: Record<string, string> = { ...HEAP_SPACE.config, ...set };
    for (const key of unset) delete config[key];
    const { flinkVersion } = HEAP_SPACE;
    const alone = await client.post('/v1/memory/task-manager', { flinkVersion, config }).expect(200);
    expect(alone.body.components).toEqual(after.taskManager.components);
    expect(after.taskManager.jvmHeapBytes).toBeGreaterThan(before.taskManager.jvmHeapBytes);
    expect(after.jobManager).toBeNull();
  });

  it.each([
    [{ exitCode: 137 }],
    [{ exitCode: 143 }],
    [{ exitCode: -103 }],
    [{ exitCode: -104 }],
    [{ reason: 'OOMKilled' }],
    [{ reason: 'OOMKilled', exitCode: 137 }],
  ])('reads how the process ended: %j', async (symptom) => {
    const { status, body } = await diagnose({ ...HEAP_SPACE, symptom, podLimit: '1728Mi' });
    expect(status).toBe(200);
    expect(body.cause).not.toBe('no-match');
  });

  it('says so where nothing matches', async () => {
    const { body } = await diagnose(saying('The quick brown fox'));
    expect(body).toMatchObject({ pool: 'unknown', cause: 'no-match', remedy: null });
    expect(body.noRemedyReason).toEqual(expect.any(String));
    expect(body.measureNext.length).toBeGreaterThan(0);
  });

  it('takes a configuration that Flink refuses: then that is the diagnosis', async () => {
    const config = { 'taskmanager.memory.process.size': '100m' };
    const { status } = await diagnose({ ...HEAP_SPACE, config });
    expect(status).toBe(200);
  });

  it('needs no configuration', async () => {
    const { status, body } = await diagnose({ flinkVersion: '1.20', symptom: HEAP_SPACE.symptom });
    expect(status).toBe(200);
    expect(body.pool).toBe('jvmHeap');
  });

  it('reads a text of nearly 1 MiB', async () => {
    const text = `${'INFO nothing of interest\n'.repeat(40_000)}java.lang.OutOfMemoryError: Metaspace`;
    const from = performance.now();
    const { body } = await client.post('/v1/memory/diagnose', saying(text)).expect(200);
    expect(body.pool).toBe('jvmMetaspace');
    expect(performance.now() - from).toBeLessThan(3000);
  });
});

describe('a diagnosis that cannot be', () => {
  it.each([
    ['/symptom', { symptom: {} }],
    ['/flinkVersion', { flinkVersion: '3.0' }],
    ['/podLimit', { podLimit: 'x' }],
    ['/observed/residentBytes', { observed: { residentBytes: -5 } }],
  ])('is 422 at %s: %j', async (pointer, change) => {
    const { status, body } = await diagnose({ ...HEAP_SPACE, ...change });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'INVALID_VALUE', errors: [{ pointer }] });
  });

  it.each([
    ['/symptom', { symptom: undefined }],
    ['/symptom', { symptom: 'OOMKilled' }],
    ['/symptom/text', { symptom: { text: 5 } }],
    ['/symptom/exitCode', { symptom: { exitCode: '137' } }],
    ['/symptom/exitcode', { symptom: { exitcode: 137 } }],
    ['/config/a', { config: { a: false } }],
  ])('is 400 at %s: %j', async (pointer, change) => {
    const { status, body } = await diagnose({ ...HEAP_SPACE, ...change });
    expect(status).toBe(400);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });
});

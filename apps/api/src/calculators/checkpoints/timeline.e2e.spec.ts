import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { CONSTANTLY_CHECKPOINTING } from './checkpoint-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const ask = (body: object) => askBoth(client, 'checkpointTimeline', '/v1/checkpoints/timeline', body);

describe('the timeline of checkpoints', () => {
  it('is back to back where a checkpoint lasts longer than its interval', async () => {
    const { status, body } = await ask({ ...CONSTANTLY_CHECKPOINTING, firstTriggerMs: 60_000 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ regime: 'DEGRADED', jobFailedMs: null, truncated: false });
    expect(body.checkpoints.slice(0, 3)).toMatchObject([
      { id: 1, triggerMs: 60_000, endMs: 135_000, status: 'COMPLETED' },
      { id: 2, triggerMs: 135_000, endMs: 210_000 },
      { id: 3, triggerMs: 210_000 },
    ]);
  });

  it('keeps time free where there is a min pause', async () => {
    const { body } = await ask({ ...CONSTANTLY_CHECKPOINTING, minPauseMs: 30_000, firstTriggerMs: 60_000 });
    expect(body).toMatchObject({ regime: 'GUARANTEED_PROGRESS' });
    expect(body.checkpoints[1].triggerMs).toBe(60_000 + 75_000 + 30_000);
  });

  it('ends with the job where no failure is tolerated', async () => {
    const { body } = await ask({ ...CONSTANTLY_CHECKPOINTING, timeoutMs: 70_000, firstTriggerMs: 60_000 });
    expect(body).toMatchObject({ jobFailedMs: 130_000, counts: { completed: 0, failed: 1 } });
  });

  it('lists ten thousand of its checkpoints and counts them all', async () => {
    const { body } = await client
      .post('/v1/checkpoints/timeline', {
        ...CONSTANTLY_CHECKPOINTING,
        intervalMs: 10,
        durationsMs: [1],
        firstTriggerMs: 0,
        horizonMs: 1_000_000,
      })
      .expect(200);
    expect([body.truncated, body.checkpoints.length]).toEqual([true, 10_000]);
    expect(body.counts.completed).toBeGreaterThan(99_000);
  });

  it.each([
    ['/horizonMs', { horizonMs: 2 ** 52, durationsMs: [1], intervalMs: 10 }, 422],
    ['/intervalMs', { intervalMs: 0 }, 422],
    ['/durationsMs', { durationsMs: [] }, 422],
    ['/durationsMs/0', { durationsMs: [-1] }, 422],
    ['/durationsMs/0', { durationsMs: ['1 s'] }, 400],
    ['/phase', { phase: 'both' }, 400],
    ['/maxConcurrent', { maxConcurrent: 0 }, 422],
  ])('names %s where it cannot be: %j', async (pointer, change, status) => {
    const answer = await client.post('/v1/checkpoints/timeline', { ...CONSTANTLY_CHECKPOINTING, ...change });
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });
});

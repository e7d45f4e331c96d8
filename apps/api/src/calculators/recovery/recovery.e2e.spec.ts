import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { LOST_TASK_MANAGER } from './recovery-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const ask = (body: object) => askBoth(client, 'recovery', '/v1/recovery', body);

describe('a recovery', () => {
  it('is downtime, lag and catch-up, with the capacity that is back in time, by both doors', async () => {
    const { status, body } = await ask(LOST_TASK_MANAGER);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      feasible: true,
      downtimeMs: 120_000,
      lagRecords: 18_500_000,
      catchUpMs: 370_000,
      recoveryMs: 490_000,
    });
    expect(body.capacityForTargetRecordsPerSecond).toBeCloseTo(161_666.67, 1);
  });

  it('never ends where the job cannot do more than comes in', async () => {
    const { body } = await ask({ ...LOST_TASK_MANAGER, capacityRecordsPerSecond: 100_000 });
    expect(body).toMatchObject({ feasible: false, catchUpMs: null, recoveryMs: null });
  });

  it('is derived from what fails, the state and the cluster', async () => {
    const { status, body } = await ask({
      flinkVersion: '1.20',
      recordsPerSecond: '100k/s',
      capacityRecordsPerSecond: '150k/s',
      scenario: {
        failure: 'TASK_MANAGER',
        checkpoint: { interval: '1 min', duration: '10 s' },
        localRecovery: true,
        sourceRetention: '7 d',
      },
      state: { totalBytes: 100e9 },
      cluster: { machines: 5, networkIn: '10 Gbit/s' },
    });
    expect(status).toBe(200);
    expect(body.downtime.detectMs).toBe(50_000);
    expect(body.rewindMs).toBe(70_000);
    expect(body.restore.downloadingTaskManagers).toBe(1);
    expect(body.retention.keepsAll).toBe(true);
  });

  it.each([
    ['/recordsPerSecond', { recordsPerSecond: -1 }, 422],
    ['/recordsPerSecond', { recordsPerSecond: '1m/s' }, 400],
    ['/downtime/detectMs', { downtime: { detectMs: '50 s' } }, 400],
    ['/scenario/failure', { scenario: { failure: 'DISK' } }, 400],
    ['/targetMs', { targetMs: 0 }, 422],
  ])('names %s where it cannot be: %j', async (pointer, change, status) => {
    const answer = await client.post('/v1/recovery', { ...LOST_TASK_MANAGER, ...change });
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0]).toMatchObject({ pointer });
  });
});

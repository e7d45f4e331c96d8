import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { WITHIN_FIVE_MINUTES } from './checkpoint-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const ask = (body: object) => askBoth(client, 'tuneCheckpoints', '/v1/checkpoints/tune', body);

describe('a tuning of checkpoints', () => {
  it('proposes an interval within the range that it reports, by both doors', async () => {
    const { status, body } = await ask(WITHIN_FIVE_MINUTES);
    expect(status).toBe(200);
    expect(body.feasible).toBe(true);
    const { lowerMs, upperMs } = body.feasibleInterval;
    expect(body.intervalMs).toBeGreaterThanOrEqual(lowerMs);
    if (upperMs !== null) expect(body.intervalMs).toBeLessThanOrEqual(upperMs);
    expect(body.config['execution.checkpointing.interval']).toBeDefined();
    expect(body.settings.every(({ reason }: { reason: string }) => reason.length > 0)).toBe(true);
  });

  it('says which capacity would do where no interval is feasible', async () => {
    const { status, body } = await ask({
      ...WITHIN_FIVE_MINUTES,
      objectives: { maxSinkLatencyMs: 1000, maxDutyRatio: 0.1 },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ feasible: false, intervalMs: null, config: {} });
    expect(body.needs.length).toBeGreaterThan(0);
  });

  it.each([
    ['/objectives/maxDutyRatio', { objectives: { maxDutyRatio: 2 } }, 422],
    ['/failures/machineMtbfMs', { failures: { machineMtbfMs: -1 } }, 422],
    ['/cluster/machine/networkIn', { cluster: { machine: { networkIn: '10 Gb/s', networkOut: 1e9 } } }, 400],
    ['/objectives/unknown', { objectives: { unknown: 1 } }, 400],
  ])('names %s where it cannot be: %j', async (pointer, change, status) => {
    const answer = await client.post('/v1/checkpoints/tune', { ...WITHIN_FIVE_MINUTES, ...change });
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0]).toMatchObject({ pointer });
  });
});

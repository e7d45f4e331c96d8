import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { THREE_MISTAKES } from './checkpoint-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const ask = (body: object) =>
  askBoth(client, 'kafkaTransactions', '/v1/checkpoints/kafka-transactions', body);

const SINK = {
  intervalMs: 60_000,
  durationMs: 10_000,
  downtimeMs: 600_000,
  tolerableFailures: 0,
  restoreAgeMs: 600_000,
  sinkParallelism: 4,
  naming: 'INCREMENTING',
};

describe('an exactly-once sink', () => {
  it('is refused by a broker as it comes: an hour is above its fifteen minutes', async () => {
    const { status, body } = await ask({
      ...SINK,
      transactionTimeoutMs: 3_600_000,
      brokerMaxTimeoutMs: 900_000,
      transactionalIdExpirationMs: 604_800_000,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ rejectedAtStartUp: true, worstTransactionAgeMs: 670_000 });
  });

  it('meets ids that are gone after an outage of two hours, with the settings of the talk', async () => {
    const { body } = await ask(THREE_MISTAKES);
    expect(body).toMatchObject({ rejectedAtStartUp: false, restoreThrows: true, mayIgnorePidError: true });
    expect(body.liveTransactionalIds.low).toBeLessThan(body.liveTransactionalIds.high);
  });

  it.each([
    ['/intervalMs', { ...SINK, intervalMs: 0 }, 422],
    ['/sinkParallelism', { ...SINK, sinkParallelism: -1 }, 422],
    ['/transactionTimeoutMs', { ...SINK, transactionTimeoutMs: 2 ** 31 }, 422],
    ['/durationMs', { ...SINK, durationMs: '10 s' }, 400],
    ['/naming', { ...SINK, naming: 'OTHER' }, 400],
    ['/unknown', { ...SINK, unknown: 1 }, 400],
  ])('names %s where it cannot be', async (pointer, request, status) => {
    const answer = await client.post('/v1/checkpoints/kafka-transactions', request);
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });
});

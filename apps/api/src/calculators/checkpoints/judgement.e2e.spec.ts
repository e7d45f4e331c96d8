import { readdirSync, readFileSync } from 'node:fs';
import { askBoth } from '../../../../../test/both-doors.js';
import { type StartedApp, startApp } from '../../../../../test/start-app.js';
import { type Client, clientOf } from '../../../../../test/stored.js';
import { BLOCKED_BARRIERS } from './checkpoint-examples.js';

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const ask = (body: object) => askBoth(client, 'judgeCheckpoints', '/v1/checkpoints/judge', body);

const FOLDER = 'libs/checkpoint/vectors/checkpoint-statistics';
const RECORDED = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));

describe('measured checkpoints', () => {
  it.each(RECORDED.map((one) => [one.id, one]))(
    '%s is judged for what was made to happen, by both doors',
    async (_, { flinkVersion, config, statistics, cause }) => {
      const { status, body } = await ask({ flinkVersion, config, statistics });
      expect(status).toBe(200);
      expect(body.cause).toBe(cause);
    },
  );

  it('are judged from one checkpoint and the rows of one vertex', async () => {
    const { body } = await ask(BLOCKED_BARRIERS);
    expect(body).toMatchObject({ cause: 'BACK_PRESSURE', dominantPart: 'startDelay' });
    const { startDelayMs, alignmentMs, syncMs, asyncMs, finalisationMs, waitingMs } = body.parts;
    expect(startDelayMs + alignmentMs + syncMs + asyncMs + finalisationMs + waitingMs).toBe(9979);
  });

  it('are judged with less confidence from the list of checkpoints alone', async () => {
    const { body } = await ask({
      flinkVersion: '1.20',
      statistics: BLOCKED_BARRIERS.statistics.checkpoints,
    });
    expect(body).toMatchObject({ parts: null, confidence: { level: 'low' } });
    expect(body.measureNext.length).toBeGreaterThan(0);
  });

  it('may be none', async () => {
    const { body } = await ask({ flinkVersion: '2.0', statistics: { history: [] } });
    expect(body).toMatchObject({ cause: 'UNKNOWN', checkpoints: [], steps: [] });
  });

  it.each([
    ['/statistics', { statistics: [] }, 400],
    ['/statistics', { statistics: 'history' }, 400],
    ['/statistics/checkpoints', { statistics: {} }, 422],
    ['/statistics/history/0/trigger_timestamp', { statistics: { history: [{ id: 1 }] } }, 422],
    ['/flinkVersion', { flinkVersion: '1.9' }, 422],
    ['/config/execution.checkpointing.interval', { config: { 'execution.checkpointing.interval': 1 } }, 400],
    ['/checkpoints', { checkpoints: {} }, 400],
  ])('names %s where it cannot be: %j', async (pointer, change, expected) => {
    const { status, body } = await ask({ ...BLOCKED_BARRIERS, ...change });
    expect(status).toBe(expected);
    expect(body.errors[0]).toMatchObject({ pointer });
  });
});

import request from 'supertest';
import { type StartedApp, startApp } from '../../../../test/start-app.js';

let started: StartedApp;
beforeAll(async () => {
  started = await startApp();
});
afterAll(() => started.stop());

async function metric(name: string, ...labels: string[]): Promise<number | undefined> {
  const { text } = await request(started.server)
    .get('/metrics')
    .expect(200)
    .expect('Content-Type', /^text\/plain; version=/);
  const line = text
    .split('\n')
    .find((each) => each.startsWith(`${name}{`) && labels.every((label) => each.includes(label)));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

describe('metrics', () => {
  it('count requests under the template of their route, not under their path', async () => {
    for (const id of ['a', 'b', 'c']) await request(started.server).get(`/v1/plans/${id}`).expect(404);
    expect(await metric('http_requests_total', 'route="/v1/plans/:id"', 'status="404"', 'method="GET"')).toBe(
      3,
    );
    expect(await metric('http_request_duration_seconds_count', 'route="/v1/plans/:id"')).toBe(3);
    const { text } = await request(started.server).get('/metrics');
    expect(text).not.toContain('/v1/plans/a');
  });

  it('count all that matches no route as one', async () => {
    for (const path of ['/wp-login.php', '/.env']) await request(started.server).get(path).expect(404);
    expect(await metric('http_requests_total', 'route="unmatched"', 'status="404"')).toBe(2);
  });

  it('show the connections to the database and the process', async () => {
    expect(await metric('database_connections', 'state="idle"')).toBeGreaterThan(0);
    expect(await metric('database_connections', 'state="waiting"')).toBe(0);
    const { text } = await request(started.server).get('/metrics');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });
});

describe('the id of a request', () => {
  it('comes back as it was sent, also with an error and from GraphQL', async () => {
    const send = (path: string) => request(started.server).get(path).set('X-Request-Id', 'order-66');
    for (const path of ['/health/live', '/v1/plans/x', '/nowhere', '/graphql?query={']) {
      expect((await send(path)).headers['x-request-id']).toBe('order-66');
    }
  });

  it('is made where none was sent', async () => {
    const { headers } = await request(started.server).get('/health/live');
    expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  });
});

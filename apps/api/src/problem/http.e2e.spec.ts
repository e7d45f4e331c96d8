import { connect } from 'node:net';
import request from 'supertest';
import { type StartedApp, startApp } from '../../../../test/start-app.js';

let started: StartedApp;

beforeAll(async () => {
  started = await startApp();
  await started.app.listen(0, '127.0.0.1');
});
afterAll(() => started.stop());

const url = (): Promise<string> => started.app.getUrl();
const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('what the HTTP server refuses by itself is a problem', () => {
  it.each([
    ['no JSON', '{"a":', JSON_TYPE, 400, 'MALFORMED_JSON'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), JSON_TYPE, 400, 'MALFORMED_JSON'],
    ['100,000 levels', '['.repeat(100_000), JSON_TYPE, 400, 'TOO_DEEP'],
    ['nothing', '', JSON_TYPE, 400, 'INVALID_REQUEST'],
    ['10 MB', `"${'x'.repeat(10_000_000)}"`, JSON_TYPE, 413, 'BODY_TOO_LARGE'],
    ['one byte above 1 MiB', `"${'x'.repeat(1024 * 1024 - 1)}"`, JSON_TYPE, 413, 'BODY_TOO_LARGE'],
    ['1 MiB', `"${'x'.repeat(1024 * 1024 - 2)}"`, JSON_TYPE, 400, 'INVALID_REQUEST'],
    ['text', 'hello', { 'Content-Type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form', 'a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['no media type', Buffer.from('{}'), {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('%s', async (_name, body, headers, status, code) => {
    for (const path of ['/v1/capacity', '/graphql']) {
      const answer = await fetch((await url()) + path, { method: 'POST', body, headers });
      const told = await answer.json();
      expect(answer.status).toBe(status);
      if (path === '/graphql') {
        const [error] = told.errors;
        expect(error.extensions.code).toBe(
          status === 400 && code === 'INVALID_REQUEST' ? 'GRAPHQL_INVALID_REQUEST' : code,
        );
        expect(error.extensions.problem).toMatchObject({ status, code: error.extensions.code });
      } else {
        expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
        expect(told).toMatchObject({ status, code });
      }
    }
  });

  it('a body without end and without a length', async () => {
    const endless = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 40; i++) controller.enqueue(new Uint8Array(65_536).fill(0x20));
        controller.close();
      },
    });
    const init = { method: 'POST', body: endless, headers: JSON_TYPE, duplex: 'half' };
    const answer = await fetch(`${await url()}/v1/capacity`, init);
    expect(answer.status).toBe(413);
  });

  it.each([
    ['GET', '/v1/capacity', 'POST'],
    ['OPTIONS', '/v1/capacity', 'POST'],
    ['DELETE', '/v1/reference/formulas/F1.3', 'GET, HEAD'],
    ['PATCH', '/v1/profiles/1', 'DELETE, GET, HEAD, PUT'],
    ['GET', '/graphql?query={__typename}', 'POST'],
    ['PUT', '/openapi.json', 'GET, HEAD'],
    ['TRACE', '/health/live', 'GET, HEAD'],
  ])('a method that the path lacks: %s %s', async (method, path, allow) => {
    const target = new URL(await url());
    const { status, headers } = await raw(
      target,
      `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    expect(status).toBe(405);
    expect(headers).toMatch(new RegExp(`^allow: ${allow}\r?$`, 'im'));
    expect(headers).toMatch(/^content-type: application\/problem\+json/im);
  });

  it.each([
    '/nope',
    '/v1',
    '/v1/capacity/',
    '/%zz',
    `/v1/profiles/${'x'.repeat(500)}`,
    '/v1/../../etc/passwd',
    '/assets/constructor',
  ])('a path that is not there: %s', async (path) => {
    const { status, headers, body } = await raw(
      new URL(await url()),
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    expect(status).toBe(404);
    expect(headers).toMatch(/^content-type: application\/problem\+json/im);
    expect(JSON.parse(body)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s', async (_name, bytes, status) => {
    const answer = await raw(new URL(await url()), bytes);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ status });
  });

  it('hides what a path holds that is not there', async () => {
    await request(started.server)
      .get('/v1/nope?token=hunter2')
      .expect(404)
      .expect((answer) => {
        expect(answer.text).not.toContain('hunter2');
      });
  });
});

/** Sends bytes as they are: clients of a higher kind refuse to. */
async function raw(to: URL, bytes: string): Promise<{ status: number; headers: string; body: string }> {
  const text = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = connect(Number(to.port), to.hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => {
      received += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), headers: head, body };
}

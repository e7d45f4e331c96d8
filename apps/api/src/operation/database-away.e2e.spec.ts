import net from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { dropDatabase, freshDatabase } from '../../../../test/start-app.js';
import { createApplication } from '../application.js';
import { Environment } from '../environment/index.js';

/** A door to the database that can be shut, as a network or a server that fails would. */
class Door {
  private readonly through = new Set<net.Socket>();
  private open = true;
  readonly server: net.Server;

  constructor(to: { host: string; port: number }) {
    this.server = net.createServer((socket) => {
      if (!this.open) return socket.destroy();
      const onward = net.connect(to.port, to.host);
      for (const [one, other] of [
        [socket, onward],
        [onward, socket],
      ] as const) {
        this.through.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
        one.pipe(other);
      }
    });
  }

  shut(open = false): void {
    this.open = open;
    if (!open) for (const socket of this.through) socket.destroy();
  }
}

describe('while the database is away', () => {
  let app: NestFastifyApplication;
  let door: Door;
  let databaseUrl: string;

  beforeAll(async () => {
    databaseUrl = await freshDatabase();
    const { hostname, port } = new URL(databaseUrl);
    door = new Door({ host: hostname, port: Number(port) });
    const doorPort = await new Promise<number>((resolve) => {
      door.server.listen(0, '127.0.0.1', () => {
        const address = door.server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String(doorPort);
    const environment = new Environment({
      database: { kind: 'url', url: url.href },
      port: 0,
      host: '127.0.0.1',
      auth: 'off',
      logLevel: 'silent',
    });
    app = await createApplication(environment, url.href);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    door.shut();
    door.server.close();
    await dropDatabase(databaseUrl);
  });

  const get = (path: string) => request(app.getHttpServer()).get(path);

  it('stored things are 503 with Retry-After, calculations go on, and all is well when it is back', async () => {
    await get('/v1/profiles').expect(200);
    await get('/health/ready').expect(200);
    door.shut();

    for (let times = 0; times < 3; times++) {
      const { body, headers } = await get('/v1/profiles').expect(503);
      expect(body).toMatchObject({ code: 'UNAVAILABLE' });
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    const { headers } = await get('/health/ready').expect(503);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await get('/health/live').expect(200);
    await get('/v1/reference/formulas').expect(200);

    door.shut(true);
    await get('/v1/profiles').expect(200);
    await get('/health/ready').expect(200);
  });
});

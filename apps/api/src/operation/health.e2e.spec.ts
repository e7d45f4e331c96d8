import request from 'supertest';
import { type StartedApp, startApp } from '../../../../test/start-app.js';

describe('health', () => {
  let started: StartedApp;
  beforeAll(async () => {
    started = await startApp({ auth: 'keys' });
  });
  afterAll(() => started.stop());

  it('needs no key and says that the service is alive and ready', async () => {
    await request(started.server).get('/health/live').expect(200, { status: 'live' });
    await request(started.server).get('/health/ready').expect(200, { status: 'ready' });
  });
});

import { readFile } from 'node:fs/promises';
import request from 'supertest';
import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { PROBLEM_CODES } from '../problem/problems.js';
import { OPENAPI_FILE, SCHEMA_FILE } from './files.js';

let started: StartedApp;

beforeAll(async () => {
  started = await startApp({ auth: 'keys' });
});
afterAll(() => started.stop());

const get = (path: string): request.Test => request(started.server).get(path);

describe('the documents, without a key', () => {
  it('openapi.json is the one that was reviewed', async () => {
    const { text } = await get('/openapi.json')
      .expect(200)
      .expect('Content-Type', /^application\/json/);
    expect(text).toBe(await readFile(OPENAPI_FILE, 'utf8'));
  });

  it('schema.graphql is the one that was reviewed', async () => {
    const answer = await get('/schema.graphql').buffer(true).expect(200);
    expect(answer.text ?? answer.body.toString()).toBe(await readFile(SCHEMA_FILE, 'utf8'));
  });

  it('openapi.json lists every code and every route', async () => {
    const { body } = await get('/openapi.json');
    expect(body.components.schemas.Problem.properties.code.enum).toEqual([...PROBLEM_CODES]);
    for (const path of [
      '/v1/capacity',
      '/v1/profiles',
      '/v1/plans/compare',
      '/v1/reference/formulas',
      '/graphql',
    ]) {
      expect(body.paths).toHaveProperty([path]);
    }
    expect(body.paths['/v1/capacity'].post.security).toEqual([{ apiKey: [] }]);
    expect(body.paths['/health/live'].get.security).toEqual([]);
  });

  it.each(['/docs', '/graphiql'])('%s is a page that loads from this host alone', async (path) => {
    const { text, headers } = await get(path)
      .expect(200)
      .expect('Content-Type', /^text\/html/);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'/);
    const links = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links.filter((one) => one !== 'data:,')) {
      expect(link).toMatch(/^\/assets\//);
      await get(link)
        .expect(200)
        .expect('Content-Type', /^text\/(?:css|javascript)/);
    }
  });
});
